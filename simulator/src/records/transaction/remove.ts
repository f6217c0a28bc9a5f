import { periodById } from '../../accounting/periods';
import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { releaseContinuation } from './continuation';
import { isContinued } from './links';

/**
 * Removes the lines, postings and links of a transaction that is deleted. Throws TRANS_IN_USE where a later transaction
 * was made from it or pays it, and CLOSED_TRAN_PRD in a closed period (section_N563543).
 */
export function removeTransaction({ account }: RecordContext, data: RecordData, id: number): void {
  const { store } = account;
  if (isContinued(account, id)) {
    throw new NetSuiteError(
      'TRANS_IN_USE',
      'This transaction cannot be deleted because it is linked to by one or more transactions.',
    );
  }
  const period = keyIn(data.fields.postingperiod);
  if (period !== null && periodById(account, period)?.isClosed) {
    throw new NetSuiteError('CLOSED_TRAN_PRD', 'The G/L impact of a transaction in a closed period cannot be changed.');
  }
  releaseContinuation(account, id);
  store.run('DELETE FROM transactionaccountingline WHERE "transaction" = ?', [id]);
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [id]);
  store.run('DELETE FROM transactionbillingaddress WHERE recordowner = ?', [id]);
  store.run('DELETE FROM transactionshippingaddress WHERE recordowner = ?', [id]);
}
