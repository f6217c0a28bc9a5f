import { rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { moment, text, textArea } from '../fieldList';
import { keyIn, type RecordContext, type RecordType, sourceField, textIn } from '../recordType';
import { missingValues } from '../validation';
import { contactFields } from './contactFields';
import { linkCompany, roleAtCompany } from './contactRelationships';
import { completeAddressBook, deleteAddresses, readAddressBook, writeAddressBook } from './customerAddresses';
import { addressBook } from './customerFields';

/** Contacts: people one deals with at a company (Records Browser: contact; section_N3184656). */
export const contact: RecordType = {
  id: 'contact',
  label: 'Contact',
  group: 'entity',
  table: 'contact',
  externalIdSpace: 'entity',
  customFields: { body: 'entitycustomfield' },
  fields: contactFields,
  sublists: [addressBook],

  readDetails: (context, data, id) => {
    data.sublists.addressbook = readAddressBook(context, id);
    const billing = data.sublists.addressbook.find((line) => line.fields.defaultbilling === true);
    data.fields.defaultaddress = billing?.fields.addressbookaddress_text ?? null;
    data.fields.contactrole = roleAtCompany(context, id, keyIn(data.fields.company));
  },

  prepareCopy: (_context, data) => {
    for (const id of ['entityid', 'datecreated', 'lastmodifieddate', 'owner']) data.fields[id] = null;
    for (const line of data.sublists.addressbook ?? []) {
      for (const id of ['id', 'internalid', 'addressid']) line.fields[id] = null;
    }
  },

  source: (context, data, { fieldId, sublistId }, kept) => {
    if (sublistId || fieldId !== 'company') return;
    const subsidiary = subsidiaryOf(context, keyIn(data.fields.company));
    if (subsidiary !== null) sourceField(data, kept, 'subsidiary', String(subsidiary));
  },

  complete: (context, data, stored) => {
    if (stored === null && /^\d+$/.test(context.caller.user.id)) data.fields.owner = Number(context.caller.user.id);
    const oneWorld = isFeatureInEffect(context.account, 'SUBSIDIARIES');
    if (!oneWorld) data.fields.subsidiary = String(rootSubsidiary(context.account));
    const company = subsidiaryOf(context, keyIn(data.fields.company));
    if (company !== null) data.fields.subsidiary ??= String(company);
    completeAddressBook(data);
  },

  validate: (context, data) => {
    if (textIn(data.fields.entityid) === '') data.fields.entityid = personName(data) || null;
    if (textIn(data.fields.entityid) === '') throw missingValues(['Contact Name']);
    if (keyIn(data.fields.subsidiary) === null) throw missingValues(['Subsidiary']);
    refuseSameName(context, data);
  },

  rowExtras: (_context, data) => ({
    altname: personName(data) || null,
    entitytitle: textIn(data.fields.entityid),
  }),

  writeDetails: (context, data, stored, id) => {
    if (!stored || data.changedSublists.includes('addressbook')) writeAddressBook(context, data, id);
    const { store } = context.account;
    if (!stored) store.run('UPDATE contact SET entitynumber = id WHERE id = ?', [id]);
    linkCompany(context, id, keyIn(stored?.fields.company), keyIn(data.fields.company));
  },

  remove: (context, _data, id) => {
    deleteAddresses(context, id, []);
    context.account.store.run('DELETE FROM companycontactrelationship WHERE contact = ?', [id]);
  },
};

/** Roles of contacts, a list of the company's own (section_4858832041, section_N3481947). */
export const contactRole: RecordType = {
  id: 'contactrole',
  label: 'Contact Role',
  group: 'list',
  table: 'contactrole',
  fields: [
    text('name', 'Name', 60, { mandatory: true }),
    textArea('description', 'Description', 999),
    { id: 'isinactive', label: 'Inactive', type: 'checkbox', column: 'isinactive' },
    text('externalid', 'External ID', 255),
    moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
  ],
};

function personName({ fields }: RecordData): string {
  return [fields.firstname, fields.middlename, fields.lastname].map(textIn).filter(Boolean).join(' ');
}

/** Subsidiary of the customer or project that a contact belongs to. */
function subsidiaryOf({ account }: RecordContext, company: number | null): number | null {
  if (company === null) return null;
  const row = account.store.get<{ subsidiary: number | null }>(
    'SELECT subsidiary FROM customer WHERE id = ?1 UNION ALL SELECT subsidiary FROM job WHERE id = ?1',
    [company],
  );
  return row?.subsidiary ?? null;
}

/**
 * Two contacts of one company cannot have one name, nor two without a company (code and sentence are assumed, as is that the
 * same name may stand at different companies).
 */
function refuseSameName({ account }: RecordContext, data: RecordData): void {
  const other = account.store.get(
    'SELECT 1 AS found FROM contact WHERE LOWER(entityid) = LOWER(?) AND company IS ? AND id <> ?',
    [textIn(data.fields.entityid), keyIn(data.fields.company), Number(data.id ?? 0)],
  );
  if (other === null) return;
  throw new NetSuiteError(
    'CONTACT_ALREADY_EXISTS',
    'A contact record with this name already exists. Every contact record must have a unique name.',
  );
}
