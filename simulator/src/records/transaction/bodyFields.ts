import type { FieldDefinition } from '../definition';
import { amount, checkbox, computed, date, field, moment, select, text, textArea } from '../fieldList';

const sourcing = { sourcing: true } as const;
const editable = { submitFields: true } as const;

/** Body fields that all transactions have. */
export const transactionFields: readonly FieldDefinition[] = [
  select('customform', 'Custom Form', 'customform'),
  text('tranid', 'Invoice #', 45),
  text('transactionnumber', 'Transaction Number', 45, { readOnly: true }),
  date('trandate', 'Date', { mandatory: true, ...sourcing }),
  select('postingperiod', 'Posting Period', 'accountingperiod', { mandatory: true }),
  select('subsidiary', 'Subsidiary', 'subsidiary', sourcing),
  select('currency', 'Currency', 'currency', { mandatory: true, ...sourcing }),
  field('exchangerate', 'Exchange Rate', 'currency2', { mandatory: true }),
  text('currencyname', 'Currency', 50, { readOnly: true, column: null }),
  text('currencysymbol', 'Currency', 3, { readOnly: true, column: null }),
  computed('isbasecurrency', 'Is Base Currency', 'checkbox', { column: null }),
  textArea('memo', 'Memo', 999, editable),
  text('externalid', 'External ID', 255),
  select('createdfrom', 'Created From', 'transaction', { readOnly: true }),
  computed('status', 'Status', 'text', { column: null }),
  computed('statusref', 'Status', 'text', { column: null }),
  text('source', 'Source', 60, { readOnly: true }),
  moment('createddate', 'Date Created', { readOnly: true }),
  moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
];

/** Body fields of what is sold to a customer. */
export const saleFields: readonly FieldDefinition[] = [
  select('entity', 'Customer', 'customer', { mandatory: true, ...sourcing }),
  select('class', 'Class', 'classification'),
  select('department', 'Department', 'department'),
  select('location', 'Location', 'location'),
  text('otherrefnum', 'PO #', 45),
  textArea('message', 'Customer Message', 4000),
  field('email', 'Email', 'email', { maxLength: 254, submitFields: true }),
  // SuiteQL's name for the sales representative of a transaction is employee.
  select('salesrep', 'Sales Rep', 'employee', { ...editable, column: 'employee' }),
  checkbox('excludecommission', 'Exclude Commissions', editable),
  checkbox('tobeprinted', 'To Be Printed', editable),
  checkbox('tobeemailed', 'To Be Emailed'),
  checkbox('tobefaxed', 'To Be Faxed'),
  date('startdate', 'Start Date'),
  date('enddate', 'End Date'),
  date('saleseffectivedate', 'Sales Effective Date'),
  date('shipdate', 'Ship Date'),
  select('billaddresslist', 'Bill To Select', 'addressbook', sourcing),
  select('shipaddresslist', 'Ship To Select', 'addressbook', sourcing),
  textArea('billaddress', 'Bill To', 999, { column: null }),
  textArea('shipaddress', 'Ship To', 999, { column: null }),
  field('billingaddress', 'Billing Address', 'summary', { column: null, subrecord: true }),
  field('shippingaddress', 'Shipping Address', 'summary', { column: null, subrecord: true }),
  select('discountitem', 'Discount', 'discountitem', sourcing),
  field('discountrate', 'Rate', 'rate'),
  checkbox('istaxable', 'Taxable'),
  select('taxitem', 'Tax', 'salestaxitem', sourcing),
  field('taxrate', 'Tax Rate', 'float'),
  amount('subtotal', 'Subtotal', { readOnly: true }),
  amount('discounttotal', 'Discount', { readOnly: true }),
  amount('taxtotal', 'Tax', { readOnly: true }),
  amount('total', 'Total', { readOnly: true }),
];
