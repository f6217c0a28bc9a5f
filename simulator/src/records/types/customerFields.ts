import type { FieldDefinition, SublistDefinition } from '../definition';
import { amount, checkbox, computed, date, field, moment, select, sublist, text, textArea } from '../fieldList';

const editable = { submitFields: true } as const;

/** Body fields of a customer (Records Browser: customer). */
export const customerFields: readonly FieldDefinition[] = [
  text('entityid', 'Customer ID', 83, editable),
  checkbox('autoname', 'Auto', { defaultValue: 'T' }),
  text('isperson', 'Type', 5, { submitFields: true, defaultValue: 'F' }),
  text('companyname', 'Company Name', 83, editable),
  text('salutation', 'Mr./Ms.', 30, editable),
  text('firstname', 'First Name', 32),
  text('middlename', 'Middle Name', 32),
  text('lastname', 'Last Name', 32),
  text('altname', 'Name', 83, { readOnly: true }),
  text('title', 'Job Title', 100),
  select('entitystatus', 'Status', 'customerstatus', { mandatory: true, submitFields: true, defaultValue: '13' }),
  select('parent', 'Parent Company', 'customercompany'),
  select('subsidiary', 'Primary Subsidiary', 'subsidiary', { sourcing: true }),
  select('representingsubsidiary', 'Represents Subsidiary', 'subsidiary'),
  select('salesrep', 'Sales Rep', 'employee'),
  field('url', 'Web Address', 'url', { maxLength: 999, submitFields: true }),
  field('email', 'Email', 'email', { maxLength: 254 }),
  field('altemail', 'Alt. Email', 'email', { maxLength: 254, submitFields: true }),
  field('phone', 'Phone', 'phone', { maxLength: 22, submitFields: true }),
  field('altphone', 'Alt. Phone', 'phone', { maxLength: 22, submitFields: true }),
  field('mobilephone', 'Mobile Phone', 'phone', { maxLength: 22 }),
  field('homephone', 'Home Phone', 'phone', { maxLength: 22, submitFields: true }),
  field('fax', 'Fax', 'phone', { maxLength: 22, submitFields: true }),
  textArea('comments', 'Comments', 4000, editable),
  text('accountnumber', 'Account', 99, editable),
  select('receivablesaccount', 'Default Receivables Account', 'receivablesaccount'),
  select('currency', 'Primary Currency', 'currency', { submitFields: true, sourcing: true }),
  select('terms', 'Terms', 'term'),
  field('creditlimit', 'Credit Limit', 'currency'),
  select('pricelevel', 'Price Level', 'pricelevel'),
  checkbox('taxable', 'Taxable', { defaultValue: 'T' }),
  select('taxitem', 'Tax Item', 'salestaxitem'),
  text('vatregnumber', 'Tax Reg. Number', 20),
  text('resalenumber', 'Resale Number', 20),
  date('startdate', 'Start Date', editable),
  date('enddate', 'End Date', editable),
  text('language', 'Language', 10),
  select('emailpreference', 'Email Preference', 'emailpreference', { submitFields: true, defaultValue: 'DEFAULT' }),
  checkbox('emailtransactions', 'Send Transactions Via Email', editable),
  checkbox('printtransactions', 'Send Transactions Via Print', editable),
  checkbox('faxtransactions', 'Send Transactions Via Fax', editable),
  text('printoncheckas', 'Print on Check As', 83),
  checkbox('isinactive', 'Inactive', editable),
  text('externalid', 'External ID', 255),
  moment('datecreated', 'Date Created', { readOnly: true }),
  moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
  computed('stage', 'Stage', 'text', { column: null }),
  amount('balance', 'Balance', { readOnly: true, column: null }),
  amount('overduebalance', 'Overdue Balance', { readOnly: true, column: null }),
  text('defaultaddress', 'Default Address', 999, { readOnly: true, column: null }),
];

/** Addresses of a customer; each line holds an address subrecord (section_4687606306). */
export const addressBook: SublistDefinition = sublist('addressbook', 'Address', [
  field('id', 'ID', 'integer', { readOnly: true, column: 'internalid' }),
  field('internalid', 'Internal ID', 'integer', { readOnly: true }),
  text('addressid', 'Address ID', 20, { readOnly: true, column: null }),
  text('label', 'Label', 150),
  checkbox('defaultbilling', 'Default Billing Address'),
  checkbox('defaultshipping', 'Default Shipping Address'),
  checkbox('isresidential', 'Residential Address'),
  field('addressbookaddress', 'Address', 'summary', { column: null, subrecord: true }),
  textArea('addressbookaddress_text', 'Address', 999, { readOnly: true, column: null }),
]);

/** Currencies that transactions of the customer may have. */
export const customerCurrencies: SublistDefinition = sublist('currency', 'Currencies', [
  select('currency', 'Currency', 'currency', { mandatory: true }),
  amount('balance', 'Balance', { readOnly: true, column: null }),
]);
