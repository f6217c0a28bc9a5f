import { type PreferencePage, setPreference } from '../company/settings';
import type { Account } from '../kernel/account';
import { NetSuiteError, notSupported } from '../kernel/errors';
import type { RecordData } from './data';
import { emptyRecord } from './recordType';
import type { FieldShape, RecordShape } from './requests';

/** Configuration pages by the values of `config.Type` (section_4256772632); null for those that are not here. */
const PAGES: Readonly<Record<string, PreferencePage | 'FEATURES' | null>> = {
  accountingpreferences: 'ACCOUNTING_PREFERENCES',
  companypreferences: 'COMPANY_PREFERENCES',
  companyinformation: 'COMPANY_INFORMATION',
  companyfeatures: 'FEATURES',
  userpreferences: null,
  accountingperiods: null,
  taxperiods: null,
  timepost: null,
  timevoid: null,
};

/** True for what `config.Type` names. */
export function isConfiguration(type: string): boolean {
  return type in PAGES;
}

/**
 * A configuration page as a record: checkboxes as booleans, everything else as text, by field ids in lower case. Throws
 * INVALID_RCRD_TYPE for a page that NetSuite does not have either.
 */
export function loadConfiguration(account: Account, type: string): RecordData {
  const data = emptyRecord(type, false);
  for (const { id, value } of rows(account, pageOf(type))) data.fields[id] = isFlag(value) ? value === 'T' : value;
  return data;
}

/** Stores the changed fields of a configuration page. Features cannot be changed: they decide what is installed. */
export function saveConfiguration(account: Account, record: RecordData): void {
  const page = pageOf(record.type);
  if (page === 'FEATURES') throw notSupported('changing features through N/config');
  account.store.transaction(() => {
    for (const fieldId of record.changedFields) {
      const value = record.fields[fieldId] ?? '';
      setPreference(account, page, fieldId, typeof value === 'boolean' ? value : String(value));
    }
  });
}

/** The fields of a configuration page. */
export function describeConfiguration(account: Account, type: string): RecordShape {
  const fields = rows(account, pageOf(type)).map(
    ({ id, value }): FieldShape => ({
      id,
      label: id,
      type: isFlag(value) ? 'checkbox' : 'text',
      isMandatory: false,
      isReadOnly: false,
      subrecord: null,
    }),
  );
  return { type, fields, sublists: [] };
}

function pageOf(type: string): PreferencePage | 'FEATURES' {
  const page = PAGES[type];
  if (page === undefined) throw new NetSuiteError('INVALID_RCRD_TYPE', `The record type [${type}] is invalid.`);
  if (page === null) throw notSupported(`the configuration page ${type}`);
  return page;
}

function rows(account: Account, page: PreferencePage | 'FEATURES'): { id: string; value: string }[] {
  const found =
    page === 'FEATURES'
      ? account.store.all<{ id: string; value: string }>(
          'SELECT id, isenabled AS value FROM companyfeature ORDER BY id',
        )
      : account.store.all<{ id: string; value: string }>(
          'SELECT id, value FROM companypreference WHERE page = ? ORDER BY id',
          [page],
        );
  return found.map(({ id, value }) => ({ id: id.toLowerCase(), value: value ?? '' }));
}

function isFlag(value: string): boolean {
  return value === 'T' || value === 'F';
}
