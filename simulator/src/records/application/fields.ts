import type { FieldDefinition } from '../definition';
import { amount, checkbox, select, text } from '../fieldList';
import { transactionFields } from '../transaction/bodyFields';

const sourcing = { sourcing: true } as const;
const shown = { readOnly: true, column: null } as const;

/** Body fields of every transaction with a customer that has no items: payments, deposits, refunds. */
export const customerMoneyFields: readonly FieldDefinition[] = [
  ...transactionFields.map((each) => (each.id === 'tranid' ? { ...each, label: 'Ref No.' } : each)),
  select('customer', 'Customer', 'customer', { mandatory: true, column: 'entity', ...sourcing }),
  select('class', 'Class', 'classification'),
  select('department', 'Department', 'department'),
  select('location', 'Location', 'location'),
  checkbox('tobeemailed', 'To Be Emailed'),
  amount('balance', 'Balance', shown),
];

/** How money comes or goes. */
export const methodFields: readonly FieldDefinition[] = [
  select('paymentmethod', 'Payment Method', 'paymentmethod'),
  text('checknum', 'Check #', 45),
];

export const receivablesField: FieldDefinition = select('aracct', 'A/R Account', 'account', sourcing);

/** Sums of what is applied. */
export const appliedFields: readonly FieldDefinition[] = [
  checkbox('autoapply', 'Auto Apply', { column: null, ...sourcing }),
  amount('applied', 'Applied', shown),
  amount('unapplied', 'Unapplied', shown),
];
