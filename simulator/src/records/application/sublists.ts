import type { FieldDefinition, SublistDefinition } from '../definition';
import { amount, checkbox, computed, date, field, select, sublist } from '../fieldList';

const sourcing = { column: null, sourcing: true } as const;
const shown = { column: null, readOnly: true } as const;

/** Columns that every list of transactions to apply has (Records Browser 2018.1: apply, credit, deposit). */
const common: readonly FieldDefinition[] = [
  checkbox('apply', 'Apply', sourcing),
  select('doc', 'Document', 'transaction', shown),
  amount('amount', 'Payment', sourcing),
  amount('total', 'Orig. Amt.', shown),
  field('refnum', 'Ref No.', 'text', shown),
  field('currency', 'Currency', 'text', shown),
];

const due: readonly FieldDefinition[] = [
  field('internalid', 'Internal ID', 'text', shown),
  field('line', 'Line', 'integer', shown),
  amount('due', 'Amt. Due', shown),
  date('duedate', 'Date Due', shown),
  computed('createdfrom', 'Created From', 'text', { column: null }),
  computed('type', 'Type', 'text', { column: null }),
  computed('trantype', 'Transaction Type', 'text', { column: null }),
];

/** What the transaction is applied to. Scripts tick lines and set amounts; lines come from the account. */
export const applySublist: SublistDefinition = sublist(
  'apply',
  'Apply',
  [...common, ...due, date('applydate', 'Date', shown)],
  { staticLines: true },
);

/** The same on a payment, whose lines may take a discount. */
export const paymentApplySublist: SublistDefinition = sublist(
  'apply',
  'Invoices',
  [
    ...applySublist.fields.values(),
    amount('disc', 'Disc. Taken', sourcing),
    amount('discamt', 'Disc. Avail.', shown),
    date('discdate', 'Disc. Date', shown),
  ],
  { staticLines: true },
);

/** Credits of the customer that a payment applies to invoices along with itself. */
export const creditSublist: SublistDefinition = sublist(
  'credit',
  'Credits',
  [...common, ...due, date('creditdate', 'Date', shown)],
  { staticLines: true },
);

/** Deposits of the customer that a payment applies to invoices, or a refund gives back. */
export const depositSublist: SublistDefinition = sublist(
  'deposit',
  'Deposits',
  [...common, amount('remaining', 'Remaining', shown), date('depositdate', 'Date', shown)],
  { staticLines: true },
);
