import { type CallTable, defineCall } from '../kernel/call';
import { voidTransaction } from '../records/voidTransaction';

/** N/transaction in the account; a void costs 10 units (section_4413165692). */
export const transactionCalls: CallTable = {
  'transaction.void': defineCall<{ readonly type: string; readonly id: string }, string>({
    units: 10,
    serve: (request, account, caller) => voidTransaction(account, caller, request),
  }),
};
