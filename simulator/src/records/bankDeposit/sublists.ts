import type { FieldDefinition } from '../definition';
import { amount, checkbox, date, field, select, sublist, text, textArea } from '../fieldList';

const shown = { column: null, readOnly: true } as const;

const classified: readonly FieldDefinition[] = [
  textArea('memo', 'Memo', 4000),
  select('department', 'Department', 'department'),
  select('class', 'Class', 'classification'),
  select('location', 'Location', 'location'),
  field('line', 'Line ID', 'text', { readOnly: true, column: 'id' }),
  field('lineuniquekey', 'Line Unique Key', 'text', { readOnly: true, column: 'uniquekey' }),
];

/** Money in Undeposited Funds; a script ticks what goes to the bank (Records Browser 2018.1: deposit, payment). */
export const paymentSublist = sublist(
  'payment',
  'Payments',
  [
    checkbox('deposit', 'Deposit', { column: null }),
    amount('paymentamount', 'Payment Amount', { column: null }),
    field('id', 'ID', 'text', shown),
    field('lineid', 'Line', 'integer', shown),
    date('docdate', 'Date', shown),
    text('docnumber', 'Document Number', 60, shown),
    text('type', 'Type', 30, shown),
    select('entity', 'Name', 'entity', shown),
    select('currency', 'Currency', 'currency', shown),
    amount('transactionamount', 'Transaction Amount', shown),
    text('refnum', 'Payment #', 45, shown),
    ...classified.map((each) => (each.column === undefined ? each : { ...each, readOnly: true })),
  ],
  { staticLines: true },
);

/** Money that was not received as a payment (section_N1542431). */
export const otherSublist = sublist('other', 'Other Deposits', [
  select('account', 'Account', 'account', { mandatory: true, column: 'expenseaccount' }),
  amount('amount', 'Amount', { mandatory: true, column: null }),
  select('entity', 'Name', 'entity'),
  ...classified,
]);

/** Cash that the bank gave back (section_N1543413). */
export const cashBackSublist = sublist('cashback', 'Cash Back', [
  select('account', 'Account', 'account', { mandatory: true, column: 'expenseaccount' }),
  amount('amount', 'Amount', { mandatory: true, column: null }),
  ...classified,
]);
