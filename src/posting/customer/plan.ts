import type { CustomerDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import { externalId } from '../../netsuite/externalIds';
import type { ConnectionSettings } from '../../settings/settings';
import { FieldWriter } from '../fields';
import { keptRecord } from '../keptRecord';
import { customerLimits } from '../limits';
import type { Directory, PostedRecord, PostingProblem, RecordPlan } from '../plan';
import { nameMissing, waitingFor } from '../problems';
import { type Found, findCurrency, findSubsidiary, findTerm } from '../references';
import { addressLine } from './address';
import { personName } from './names';
import { phoneNumber } from './phone';

/**
 * A customer as a NetSuite customer: a company or a person, with its address book. What cannot change once a customer
 * has transactions (subsidiary, currency, person or company) and its number are written on create only. Where the
 * connection does not allow updates, one that exists is kept.
 */
export function planCustomer(
  document: CustomerDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<RecordPlan, PostingProblem> {
  if (existing !== null && !settings.allowsUpdates.customer) return { ok: true, value: keptRecord(document, existing) };
  const notes: string[] = [];
  const record = new FieldWriter(notes);
  const isNew = existing === null;

  if (isNew) {
    record.text('isperson', 'Type', document.isPerson ? 'T' : 'F', 1);
    const number = sourceNumber(document, settings);
    if (number !== null) {
      record.checked('autoname', false).text('entityid', 'Customer ID', number, customerLimits.entityid);
    }
  }
  if (document.isPerson) {
    const { firstName, lastName } = personName(document);
    if (lastName === null) return { ok: false, error: nameMissing(document.number) };
    record
      .text('firstname', 'First Name', firstName, customerLimits.firstname)
      .text('lastname', 'Last Name', lastName, customerLimits.lastname);
  } else {
    record.text('companyname', 'Company Name', document.name, customerLimits.companyname);
  }
  if (isNew) {
    const currency = findCurrency(document.currency, directory, settings);
    if (!currency.ok) return currency;
    const subsidiary = subsidiaryOf(document, directory, settings);
    if (!subsidiary.ok) return subsidiary;
    record.id('subsidiary', subsidiary.value).id('currency', currency.value);
  }
  const term = findTerm(document.paymentTerm, directory, settings);
  if (!term.ok) return term;
  record.id('terms', term.value);
  if (document.parent !== null) {
    const parent = directory.document(document.parent);
    if (parent === null) return { ok: false, error: waitingFor(document.parent) };
    record.id('parent', parent.recordId);
  }
  email(record, document.email);
  phoneNumber(record, 'phone', document.phone, customerLimits.phone);
  record.text('comments', 'Comments', document.comments, customerLimits.comments);

  const addresses = document.addresses.map((address) => addressLine(address, notes));
  return {
    ok: true,
    value: {
      action: isNew ? 'create' : 'update',
      recordType: 'customer',
      recordId: existing?.recordId ?? null,
      externalId: externalId(document),
      initialValues: {},
      fields: record.fields,
      sublists: addresses.length === 0 ? {} : { addressbook: addresses },
      expected: null,
      notes,
    },
  };
}

/** The customer's number where the settings take it from the platform, else null: NetSuite numbers it. */
function sourceNumber(document: CustomerDocument, settings: ConnectionSettings): string | null {
  switch (settings.numbering.customer) {
    case 'Source Number':
      return document.number;
    case 'Source Name':
      return document.name;
    case 'Auto-Number':
      return null;
  }
}

/** The document's own subsidiary, else the one mapped to its currency, else the connection's default. */
function subsidiaryOf(document: CustomerDocument, directory: Directory, settings: ConnectionSettings): Found {
  if (document.subsidiary !== null) return findSubsidiary(document.subsidiary, directory, settings);
  const byCurrency = document.currency === null ? null : settings.mapping('Subsidiary', document.currency);
  return { ok: true, value: byCurrency ?? (settings.defaultSubsidiary || null) };
}

/** An address that NetSuite would refuse is left out rather than cut: half of it is somebody else's. */
function email(record: FieldWriter, address: string | null): void {
  if (address === null || address === '') return;
  if (address.length > customerLimits.email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
    record.note(`Email left out, it is no address: "${address}"`);
    return;
  }
  record.text('email', 'Email', address, customerLimits.email);
}
