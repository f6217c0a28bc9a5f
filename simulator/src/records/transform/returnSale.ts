import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import type { RecordData } from '../data';
import { loadRecord } from '../loadRecord';
import type { TransformRequest } from '../requests';
import { nothingToBill } from './billOrder';
import { continueSale } from './continueSale';

/**
 * A return authorization, or for a cash sale its refund, of all items of the original sale (section_N1306234): the
 * script takes away what does not come back. What was voided, and an order that is not approved or was cancelled, cannot
 * be returned (INVALID_INITIALIZE_REF, assumed).
 */
export function returnSale(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const { fromType: type, fromId: id } = request;
  const source = loadRecord(account, caller, { type, id, isDynamic: false, defaultValues: {} });
  const row = account.store.get<{ status: string | null; voided: string }>(
    'SELECT status, voided FROM "transaction" WHERE id = ?',
    [Number(source.id)],
  );
  const isUnsold = type === 'salesorder' && ['A', 'C'].includes(row?.status ?? '');
  if (row === null || row.voided === 'T' || isUnsold) throw nothingToBill(source.type, id);
  return continueSale(account, caller, request, source, (line) => {
    const quantity = line.fields.quantity;
    return typeof quantity === 'number' ? money(quantity) : null;
  });
}
