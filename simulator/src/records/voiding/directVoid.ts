import { NetSuiteError } from '../../kernel/errors';
import { releaseApplications } from '../application/applications';
import type { RecordData } from '../data';
import { inventoryItems, refreshQuantities } from '../inventory/quantities';
import { releaseStock } from '../inventory/recordStock';
import { refuseReversal, removeReversal } from '../journal/reversal';
import { keyIn, type RecordContext, type RecordType } from '../recordType';
import { releaseRevenue } from '../revenue/recordRevenue';
import { ledgerRefused, storedRestriction } from '../transaction/closedPeriod';
import { releaseContinuation } from '../transaction/continuation';
import { isContinued } from '../transaction/links';
import { releaseDeposits } from '../types/depositApplication';
import { isoDate } from '../values/dates';

type TypeContext = RecordContext & { readonly type: RecordType };

/** Orders have no status Voided: a voided one is closed (assumed). */
const CLOSED = 'H';
const VOIDED = 'V';
const ORDERS = new Set(['salesorder', 'returnauthorization']);

/**
 * Voids a transaction directly (section_N563543): its total and its lines become zero, in its own period, which has to be
 * open; the record stays. What it closed is open again. A transaction that others continue or pay cannot be voided before
 * them (TRANS_IN_USE, assumed).
 */
export function voidDirectly(context: TypeContext, stored: RecordData): void {
  const { account } = context;
  const { store } = account;
  const id = Number(stored.id);
  refuseReversal(stored);
  const restriction = storedRestriction(context, stored);
  if (restriction !== null) throw ledgerRefused(restriction);
  if (stored.type === 'customerrefund') releaseDeposits(context, id);
  if (isContinued(account, id)) {
    throw new NetSuiteError(
      'TRANS_IN_USE',
      'This transaction cannot be voided because it is linked to by one or more transactions.',
    );
  }
  releaseApplications(context, id);
  releaseContinuation(account, id);
  releaseRevenue(account, id);
  const reversing = stored.type === 'journalentry' ? keyIn(stored.fields.reversal) : null;
  if (reversing !== null) removeReversal(context, reversing);
  store.run(
    `UPDATE transactionline SET foreignamount = 0, netamount = 0, debitforeignamount = NULL, creditforeignamount = NULL,
       rate = CASE WHEN rate IS NULL THEN NULL ELSE 0 END, rateamount = CASE WHEN rateamount IS NULL THEN NULL ELSE 0 END,
       tax1amt = CASE WHEN tax1amt IS NULL THEN NULL ELSE 0 END,
       foreignamountpaid = CASE WHEN foreignamountpaid IS NULL THEN NULL ELSE 0 END,
       foreignamountunpaid = CASE WHEN foreignamountunpaid IS NULL THEN NULL ELSE 0 END,
       foreignpaymentamountused = CASE WHEN foreignpaymentamountused IS NULL THEN NULL ELSE 0 END,
       foreignpaymentamountunused = CASE WHEN foreignpaymentamountunused IS NULL THEN NULL ELSE 0 END
     WHERE "transaction" = ?`,
    [id],
  );
  store.run(
    `UPDATE transactionaccountingline SET amount = 0, debit = NULL, credit = NULL, netamount = 0, amountpaid = NULL,
       amountunpaid = NULL, amountlinked = NULL, paymentamountused = NULL, paymentamountunused = NULL
     WHERE "transaction" = ?`,
    [id],
  );
  store.run(
    `UPDATE "transaction" SET foreigntotal = 0, total = 0, subtotal = 0, discounttotal = 0, taxtotal = 0,
       payment = CASE WHEN payment IS NULL THEN NULL ELSE 0 END,
       foreignamountpaid = CASE WHEN foreignamountpaid IS NULL THEN NULL ELSE 0 END,
       foreignamountunpaid = CASE WHEN foreignamountunpaid IS NULL THEN NULL ELSE 0 END, reversal = NULL
     WHERE id = ?`,
    [id],
  );
  const items = inventoryItems(account, id);
  releaseStock(account, id);
  markVoided(context, stored);
  for (const item of items) refreshQuantities(account, item);
}

/** Shows a transaction as voided; it counts as changed. */
export function markVoided({ account, caller }: RecordContext, stored: RecordData): void {
  const now = new Date(account.clock.now());
  account.store.run(
    `UPDATE "transaction" SET voided = 'T', status = ?, closedate = ?, lastmodifieddate = ?, lastmodifiedby = ?,
       recordversion = COALESCE(recordversion, 0) + 1 WHERE id = ?`,
    [
      ORDERS.has(stored.type) ? CLOSED : VOIDED,
      isoDate(now),
      now.toISOString(),
      /^-?\d+$/.test(caller.user.id) ? Number(caller.user.id) : null,
      Number(stored.id),
    ],
  );
}
