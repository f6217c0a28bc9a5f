import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { inventoryItems, refreshQuantities } from '../inventory/quantities';
import { releaseStock } from '../inventory/recordStock';
import type { RecordContext } from '../recordType';
import { releaseRevenue } from '../revenue/recordRevenue';
import { ledgerRefused, storedRestriction } from './closedPeriod';
import { releaseContinuation } from './continuation';
import { isContinued } from './links';

/**
 * Removes the lines, postings and links of a transaction that is deleted. Throws TRANS_IN_USE where a later transaction
 * was made from it or pays it, CLOSED_TRAN_PRD in a closed period (section_N563543) or
 * TRAN_PERIOD_CLOSED in a locked one.
 */
export function removeTransaction(context: RecordContext, data: RecordData, id: number): void {
  const { account } = context;
  const { store } = account;
  if (isContinued(account, id)) {
    throw new NetSuiteError(
      'TRANS_IN_USE',
      'This transaction cannot be deleted because it is linked to by one or more transactions.',
    );
  }
  const restriction = storedRestriction(context, data);
  if (restriction !== null) throw ledgerRefused(restriction);
  releaseContinuation(account, id);
  releaseRevenue(account, id);
  const items = inventoryItems(account, id);
  releaseStock(account, id);
  store.run('DELETE FROM transactionaccountingline WHERE "transaction" = ?', [id]);
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [id]);
  for (const item of items) refreshQuantities(account, item);
  store.run('DELETE FROM transactionbillingaddress WHERE recordowner = ?', [id]);
  store.run('DELETE FROM transactionshippingaddress WHERE recordowner = ?', [id]);
}
