import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { numberingOf, takeNumber } from '../numbering';
import { type RecordContext, textIn } from '../recordType';
import { missingValues } from '../validation';

/** The name of a company or a person. */
export function customerName(data: RecordData): string {
  const { companyname, firstname, middlename, lastname } = data.fields;
  if (!isPerson(data)) return textIn(companyname);
  return [firstname, middlename, lastname].map(textIn).filter(Boolean).join(' ');
}

/** The field is a pair of radio buttons: `T` for an individual, `F` for a company. */
export function isPerson(data: RecordData): boolean {
  return ['T', 'true'].includes(textIn(data.fields.isperson));
}

/** Companies need a company name, people their first and last names. */
export function requireName(data: RecordData): void {
  const needed = isPerson(data)
    ? [
        ['firstname', 'First Name'],
        ['lastname', 'Last Name'],
      ]
    : [['companyname', 'Company Name']];
  const missing = needed.filter(([id]) => textIn(data.fields[id ?? '']) === '').map(([, label]) => label ?? '');
  if (missing.length > 0) throw missingValues(missing);
}

/**
 * Gives the customer its id: generated where numbers are and `autoname` is set, else the one that was given, else its
 * name. A given id is refused silently unless Allow Override is on (help of `entityid`).
 * Throws UNIQUE_CUST_ID_REQD for an id that another customer has.
 */
export function nameCustomer(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  const { account } = context;
  const numbering = numberingOf(account, 'customer');
  const given = textIn(data.fields.entityid);
  if (stored) {
    const before = textIn(stored.fields.entityid);
    const mayChange = numbering === null || (numbering.allowOverride && numbering.allowUpdate);
    data.fields.entityid = given !== '' && mayChange ? given : before;
  } else if (numbering && (data.fields.autoname === true || !numbering.allowOverride || given === '')) {
    data.fields.entityid = takeNumber(account, 'customer');
  } else if (given === '') {
    data.fields.entityid = customerName(data);
  }
  const other = account.store.get('SELECT 1 AS found FROM customer WHERE entityid = ? AND id <> ?', [
    textIn(data.fields.entityid),
    Number(data.id ?? 0),
  ]);
  if (other) {
    throw new NetSuiteError(
      'UNIQUE_CUST_ID_REQD',
      'A customer record with this ID already exists. You must enter a unique customer ID for each record you create.',
    );
  }
}
