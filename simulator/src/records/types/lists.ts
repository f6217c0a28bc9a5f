import { checkbox, date, field, moment, select, text, textArea } from '../fieldList';
import type { RecordType } from '../recordType';
import { writeFullName } from './fullName';

/** Currencies (Records Browser: currency). Exchange rates by day are in the table `currencyrate`. */
export const currency: RecordType = {
  id: 'currency',
  label: 'Currency',
  group: 'list',
  table: 'currency',
  fields: [
    text('name', 'Name', 50, { mandatory: true }),
    text('symbol', 'ISO Code', 3, { mandatory: true }),
    text('displaysymbol', 'Display Symbol', 5),
    field('exchangerate', 'Exchange Rate', 'currency2', { mandatory: true }),
    field('currencyprecision', 'Currency Precision', 'integer'),
    checkbox('isbasecurrency', 'Is Base Currency', { readOnly: true }),
    checkbox('includeinfxrateupdates', 'Automatic Update'),
    checkbox('overridecurrencyformat', 'Override Currency Format'),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
};

/** Payment terms (Records Browser: term). */
export const term: RecordType = {
  id: 'term',
  label: 'Terms',
  group: 'list',
  table: 'term',
  fields: [
    text('name', 'Terms', 30, { mandatory: true }),
    field('daysuntilnetdue', 'Days Till Net Due', 'integer'),
    checkbox('datedriven', 'Date Driven'),
    field('dayofmonthnetdue', 'Day of Month Net Due', 'integer'),
    field('duenextmonthifwithindays', 'Due Next Month if Within Days', 'integer'),
    field('discountpercent', '% Discount', 'percent'),
    field('daysuntilexpiry', 'Days Till Discount Expires', 'integer'),
    checkbox('preferred', 'Preferred'),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
};

/** Accounting periods: SuiteScript reads and searches them only (Records Browser: accountingperiod). */
export const accountingPeriod: RecordType = {
  id: 'accountingperiod',
  label: 'Accounting Period',
  group: 'list',
  table: 'accountingperiod',
  forbidden: ['create', 'copy', 'edit', 'delete'],
  fields: [
    text('periodname', 'Period Name', 60, { mandatory: true }),
    date('startdate', 'Start Date', { mandatory: true }),
    date('enddate', 'End Date', { mandatory: true }),
    select('parent', 'Sub-Period of', 'accountingperiod'),
    checkbox('isyear', 'Year'),
    checkbox('isquarter', 'Quarter'),
    checkbox('isadjust', 'Period Adjustment'),
    checkbox('isposting', 'Posting'),
    checkbox('isinactive', 'Inactive'),
    checkbox('closed', 'Closed'),
    moment('closedondate', 'Closed On'),
    checkbox('alllocked', 'All Locked'),
    checkbox('arlocked', 'A/R Locked'),
    checkbox('aplocked', 'A/P Locked'),
    checkbox('allownonglchanges', 'Allow Non-G/L Changes'),
  ],
};

/** Tax codes of legacy tax (Records Browser: salestaxitem). */
export const salesTaxItem: RecordType = {
  id: 'salestaxitem',
  label: 'Tax Code',
  group: 'list',
  table: 'salestaxitem',
  fields: [
    text('itemid', 'Tax Name', 60, { mandatory: true }),
    textArea('description', 'Description', 999),
    field('rate', 'Rate', 'percent', { mandatory: true }),
    select('taxaccount', 'Tax Account', 'account', { mandatory: true }),
    select('country', 'Country', 'country'),
    text('state', 'State', 50),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
  writeDetails: ({ account }, data, _stored, id) => {
    account.store.run('UPDATE salestaxitem SET fullname = ? WHERE id = ?', [String(data.fields.itemid ?? ''), id]);
  },
};

/** Tax schedules (Records Browser: taxschedule). Which code they mean in a country is set with the company. */
export const taxSchedule: RecordType = {
  id: 'taxschedule',
  label: 'Tax Schedule',
  group: 'list',
  table: 'taxschedule',
  fields: [
    text('name', 'Name', 60, { mandatory: true }),
    textArea('description', 'Description', 999),
    checkbox('isinactive', 'Inactive'),
  ],
};

/** Subsidiaries of a OneWorld company (Records Browser: subsidiary). */
export const subsidiary: RecordType = {
  id: 'subsidiary',
  label: 'Subsidiary',
  group: 'list',
  table: 'subsidiary',
  fields: [
    text('name', 'Name', 83, { mandatory: true }),
    text('legalname', 'Legal Name', 83),
    select('parent', 'Sub-Subsidiary of', 'subsidiary'),
    select('currency', 'Currency', 'currency', { mandatory: true }),
    select('country', 'Country', 'country', { mandatory: true }),
    text('state', 'State', 50),
    text('email', 'Return Email Address', 254),
    text('url', 'Web Site', 200),
    text('federalidnumber', 'Federal ID Number', 100),
    text('tranprefix', 'Transaction Prefix', 8),
    checkbox('iselimination', 'Elimination'),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
  writeDetails: (context, _data, _stored, id) => {
    writeFullName(context, 'subsidiary', 'name', id);
  },
};

/** Employees, who are also the users (Records Browser: employee). */
export const employee: RecordType = {
  id: 'employee',
  label: 'Employee',
  group: 'entity',
  table: 'employee',
  externalIdSpace: 'entity',
  customFields: { body: 'entitycustomfield' },
  fields: [
    text('entityid', 'Employee ID', 83),
    text('salutation', 'Mr./Ms.', 30, { submitFields: true }),
    text('firstname', 'First Name', 32, { mandatory: true }),
    text('middlename', 'Middle Name', 32),
    text('lastname', 'Last Name', 32, { mandatory: true }),
    text('title', 'Job Title', 100, { submitFields: true }),
    field('email', 'Email', 'email', { maxLength: 254, submitFields: true }),
    field('phone', 'Phone', 'phone', { maxLength: 22, submitFields: true }),
    field('mobilephone', 'Mobile Phone', 'phone', { maxLength: 22, submitFields: true }),
    select('subsidiary', 'Subsidiary', 'subsidiary'),
    select('department', 'Department', 'department', { submitFields: true }),
    select('class', 'Class', 'classification', { submitFields: true }),
    select('location', 'Location', 'location', { submitFields: true }),
    select('supervisor', 'Supervisor', 'employee', { submitFields: true }),
    date('hiredate', 'Hire Date', { submitFields: true }),
    textArea('comments', 'Notes', 4000, { submitFields: true }),
    checkbox('giveaccess', 'Give Access'),
    checkbox('issalesrep', 'Sales Rep'),
    checkbox('isinactive', 'Inactive', { submitFields: true }),
    text('externalid', 'External ID', 255),
    moment('datecreated', 'Date Created', { readOnly: true }),
    moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
  ],
  complete: (_context, data) => {
    const { firstname, lastname } = data.fields;
    data.fields.entityid ??= [firstname, lastname].filter(Boolean).join(' ') || null;
  },
};
