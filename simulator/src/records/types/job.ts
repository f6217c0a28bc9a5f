import { baseCurrency } from '../../accounting/subsidiaries';
import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import type { FieldDefinition } from '../definition';
import { checkbox, date, field, moment, select, text, textArea } from '../fieldList';
import { numberingOf, takeNumber } from '../numbering';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { invalidKey, userError } from '../validation';

const editable = { submitFields: true } as const;

/** Body fields of a project (Records Browser: job). Subsidiary and currency are its customer's. */
const jobFields: readonly FieldDefinition[] = [
  text('entityid', 'Project ID', 83, editable),
  checkbox('autoname', 'Auto', { defaultValue: 'T' }),
  text('companyname', 'Project Name', 83, { mandatory: true, ...editable }),
  select('parent', 'Customer', 'customercompany', { mandatory: true, sourcing: true }),
  select('subsidiary', 'Subsidiary', 'subsidiary', { readOnly: true }),
  select('currency', 'Currency', 'currency', { sourcing: true }),
  select('entitystatus', 'Status', 'jobstatus', { submitFields: true, defaultValue: '2' }),
  select('projectmanager', 'Project Manager', 'employee'),
  field('email', 'Email', 'email', { maxLength: 254, ...editable }),
  field('phone', 'Phone', 'phone', { maxLength: 22, ...editable }),
  field('altphone', 'Alt. Phone', 'phone', { maxLength: 22, ...editable }),
  field('fax', 'Fax', 'phone', { maxLength: 22, ...editable }),
  text('accountnumber', 'Account', 99, editable),
  textArea('comments', 'Comments', 4000, editable),
  date('startdate', 'Start Date', editable),
  date('projectedenddate', 'Projected End Date', editable),
  date('enddate', 'Actual End Date', editable),
  checkbox('isinactive', 'Inactive', editable),
  text('externalid', 'External ID', 255),
  moment('datecreated', 'Date Created', { readOnly: true }),
  moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
];

/**
 * Projects, which scripts know as jobs, with the feature Projects (Records Browser: job; section_N3645529). A project is
 * one customer's; in its title the customer comes first, `Acme : Migration`.
 */
export const job: RecordType = {
  id: 'job',
  label: 'Project',
  group: 'entity',
  table: 'job',
  externalIdSpace: 'entity',
  customFields: { body: 'entitycustomfield' },
  fields: jobFields,

  prepareCopy: (_context, data) => {
    for (const id of ['entityid', 'datecreated', 'lastmodifieddate']) data.fields[id] = null;
    data.fields.autoname = true;
  },

  source: (context, data, { fieldId, sublistId }, kept) => {
    if (sublistId || fieldId !== 'parent') return;
    const customer = customerOf(context, data);
    data.fields.subsidiary = customer === null ? null : String(customer.subsidiary);
    if (customer !== null && !kept('currency')) data.fields.currency = String(customer.currency);
  },

  complete: (context, data) => {
    const customer = customerOf(context, data);
    if (customer === null) return;
    data.fields.subsidiary = String(customer.subsidiary);
    data.fields.currency ??= String(customer.currency ?? baseCurrency(context.account, customer.subsidiary));
  },

  validate: (context, data, stored) => {
    const customer = keyIn(data.fields.parent);
    const currency = keyIn(data.fields.currency);
    const { store } = context.account;
    if (stored !== null && keyIn(stored.fields.parent) !== customer && hasTransactions(context, Number(stored.id))) {
      throw userError('You cannot change the customer of a project that has transactions.');
    }
    const isAllowed = store.get('SELECT 1 AS found FROM customercurrencybalance WHERE customer = ? AND currency = ?', [
      customer,
      currency,
    ]);
    if (!isAllowed) throw invalidKey('currency', String(currency), `entity ${customer}`);
    nameProject(context, data, stored);
  },

  rowExtras: (context, data) => {
    const customer = customerOf(context, data);
    const own = title(textIn(data.fields.entityid), textIn(data.fields.companyname));
    const whole = `${customer?.title ?? ''} : ${own}`;
    return {
      altname: textIn(data.fields.companyname),
      entitytitle: whole,
      fullname: whole,
      customer: customer?.id ?? null,
    };
  },

  writeDetails: ({ account }, _data, stored, id) => {
    if (!stored) account.store.run('UPDATE job SET entitynumber = id WHERE id = ?', [id]);
  },

  remove: ({ account }, _data, id) => {
    account.store.run('DELETE FROM companycontactrelationship WHERE company = ?', [id]);
  },
};

interface CustomerRow extends Record<string, string | number | null> {
  id: number;
  title: string;
  subsidiary: number;
  currency: number | null;
}

function customerOf({ account }: RecordContext, data: RecordData): CustomerRow | null {
  const parent = keyIn(data.fields.parent);
  if (parent === null) return null;
  return account.store.get<CustomerRow>(
    'SELECT id, entitytitle AS title, subsidiary, currency FROM customer WHERE id = ?',
    [parent],
  );
}

function title(id: string, name: string): string {
  return id === name || name === '' ? id : `${id} ${name}`;
}

function hasTransactions({ account }: RecordContext, id: number): boolean {
  return account.store.get('SELECT 1 AS found FROM "transaction" WHERE entity = ? LIMIT 1', [id]) !== null;
}

/**
 * Gives the project its id: generated where numbers are and `autoname` is set, else the one that was given, else its
 * name. One customer cannot have two projects of one id (the code is assumed after the customer's).
 */
function nameProject(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  const { account } = context;
  const numbering = numberingOf(account, 'job');
  const given = textIn(data.fields.entityid);
  if (stored) {
    const mayChange = numbering === null || (numbering.allowOverride && numbering.allowUpdate);
    data.fields.entityid = given !== '' && mayChange ? given : textIn(stored.fields.entityid);
  } else if (numbering && (data.fields.autoname === true || !numbering.allowOverride || given === '')) {
    data.fields.entityid = takeNumber(account, 'job');
  } else if (given === '') {
    data.fields.entityid = textIn(data.fields.companyname);
  }
  const other = account.store.get('SELECT 1 AS found FROM job WHERE entityid = ? AND parent = ? AND id <> ?', [
    textIn(data.fields.entityid),
    keyIn(data.fields.parent),
    Number(data.id ?? 0),
  ]);
  if (other === null) return;
  throw new NetSuiteError(
    'UNIQUE_CUST_ID_REQD',
    'A project record with this ID already exists. You must enter a unique project ID for each record you create.',
  );
}
