import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import type { RecordData } from '../data';
import type { TransformRequest } from '../requests';
import { undepositedFunds } from '../transaction/funds';
import { returnSale } from './returnSale';

/** The refund of a cash sale (section_N1247359): of all of its items, from the account that its money went to (assumed). */
export function refundCashSale(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const data = returnSale(account, caller, request);
  const row = account.store.get<{ account: number | null; undepfunds: string | null }>(
    'SELECT account, undepfunds FROM "transaction" WHERE id = ?',
    [Number(data.fields.createdfrom)],
  );
  const from = row?.undepfunds === 'T' ? undepositedFunds({ account }) : (row?.account ?? null);
  data.fields.account ??= from === null ? null : String(from);
  return data;
}
