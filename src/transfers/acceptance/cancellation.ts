import { ZERO } from '../../documents/decimal';
import type { BillingDocument } from '../../documents/document';
import { cancellationRank } from '../../documents/ranks';
import type { CalendarDate, CurrencyCode } from '../../documents/values';
import { CANCELLATION_KIND } from '../payload';
import { withEntry } from '../policy/history';
import { rowKey, type Sha256 } from '../policy/keys';
import type { NewTransfer } from '../store/newTransfers';
import type { CancelledVersion } from '../store/storedVersions';

/** All cancellations have it: what is cancelled is named by kind, id and the transfer after which it came. */
const HASH = 'cancellation';

/**
 * The transfer that cancels a document. It is worked off after all documents of the customer, holds no more of the
 * document than its head, and is the same one however often it is asked for. Pure.
 * @param after the newest transfer of the document, of an earlier cancellation too
 */
export function cancellationOf(
  cancelled: CancelledVersion,
  after: number,
  received: string,
  by: string,
  sha256: Sha256,
): NewTransfer {
  const { transfer, ...row } = cancelled;
  const { connection, kind, id, version } = row;
  const identity = { direction: 'Inbound', connection, kind, id, version, hash: HASH, after } as const;
  return {
    ...row,
    key: rowKey(identity, sha256),
    direction: 'Inbound',
    sourceKind: CANCELLATION_KIND,
    hash: HASH,
    payload: JSON.stringify(headOf(cancelled)),
    payloadFile: null,
    rank: cancellationRank(kind),
    received,
    history: withEntry('', received, by, `cancellation received; it cancels what transfer ${transfer} posted`),
  };
}

/** What a cancellation has to know of the document. */
function headOf({
  connection,
  kind,
  id,
  number,
  version,
  customer,
  date,
  currency,
}: CancelledVersion): BillingDocument {
  const header = { connection, id, number, version, raw: null };
  const classification = { class: null, department: null, location: null };
  const billed = {
    customer: { kind: 'customer', id: customer },
    currency: currency as CurrencyCode,
    date: date as CalendarDate,
    memo: null,
    classification,
    lines: [],
    taxLines: [],
    total: ZERO,
    taxTotal: ZERO,
  } as const;
  switch (kind) {
    case 'customer':
      return {
        ...header,
        kind,
        isPerson: false,
        name: number,
        firstName: null,
        lastName: null,
        email: null,
        phone: null,
        currency: null,
        subsidiary: null,
        paymentTerm: null,
        parent: null,
        comments: null,
        addresses: [],
      };
    case 'item':
      return {
        ...header,
        kind,
        category: 'subscription',
        name: number,
        sku: null,
        description: null,
        itemType: null,
        incomeAccount: null,
        deferredRevenueAccount: null,
        classification,
        subsidiary: null,
        includeChildren: false,
      };
    case 'invoice':
      return { ...header, ...billed, kind, dueDate: null, purchaseOrder: null };
    case 'creditMemo':
      return { ...header, ...billed, kind, applications: [] };
  }
}
