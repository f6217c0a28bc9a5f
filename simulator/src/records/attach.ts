import type { Account } from '../kernel/account';
import { notSupported } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { recordContext } from './catalogue';
import type { FieldValue } from './data';
import type { AttachRequest } from './requests';
import { readRecord } from './rows';
import { canBeChosen } from './select/sources';
import { checkRecordAccess } from './subsidiaryAccess';
import { invalidKey } from './validation';

/** Primary Contact: a company has one. */
const PRIMARY = -10;

/** Entities that have contacts: all but contacts themselves and groups (section_N3481947). */
const COMPANIES = new Set(['customer', 'job']);

/**
 * Attaches a contact to a customer or a project, with a role where `attributes.role` names one (section_4267284169,
 * article_0113084334). Attaching again changes the role. The record that the contact itself names as its company stays.
 *
 * Throws RCRD_DSNT_EXIST for records that are not there, INVALID_KEY_OR_REF for an inactive contact (it has to be active;
 * the code is assumed) or an unknown role, INSUFFICIENT_PERMISSION, and SIMULATOR_NOT_SUPPORTED for anything but contacts,
 * files included. That it takes the level Edit on the company is assumed, as is that a second primary contact takes
 * the first one's place.
 */
export function attachRecord(account: Account, caller: Caller, request: AttachRequest): void {
  const { contact, company } = ends(account, caller, 'attached', request);
  if (contact.fields.isinactive === true) throw invalidKey('contact', contact.id);
  const role = roleIn(account, request.attributes.role);
  account.store.transaction(() => {
    if (role === PRIMARY) {
      account.store.run('UPDATE companycontactrelationship SET role = NULL WHERE company = ? AND role = ?', [
        company,
        PRIMARY,
      ]);
    }
    account.store.run(
      `INSERT INTO companycontactrelationship (company, contact, role) VALUES (?, ?, ?)
       ON CONFLICT (company, contact) DO UPDATE SET role = COALESCE(excluded.role, role)`,
      [company, Number(contact.id), role],
    );
  });
}

/**
 * Takes a contact from a customer or a project; nothing happens where it is not attached. A contact that names the record
 * as its company names none afterwards (both assumed). Throws as {@link attachRecord} does.
 */
export function detachRecord(account: Account, caller: Caller, request: AttachRequest): void {
  const { contact, company } = ends(account, caller, 'detached', request);
  account.store.transaction(() => {
    account.store.run('DELETE FROM companycontactrelationship WHERE company = ? AND contact = ?', [
      company,
      Number(contact.id),
    ]);
    account.store.run(
      'UPDATE contact SET company = NULL, recordversion = recordversion + 1 WHERE id = ? AND company = ?',
      [Number(contact.id), company],
    );
  });
}

function ends(account: Account, caller: Caller, word: string, { record, to }: AttachRequest) {
  const [type, target] = [record.type.toLowerCase(), to.type.toLowerCase()];
  if (type !== 'contact' || !COMPANIES.has(target)) {
    throw notSupported(`that a ${type} is ${word} to or from a ${target}`);
  }
  requireRecordPermission(account, caller.user, type, 'view');
  requireRecordPermission(account, caller.user, target, 'edit');
  const contacts = recordContext(account, caller, type);
  const companies = recordContext(account, caller, target);
  const contact = readRecord(contacts, contacts.type, record.id);
  const company = readRecord(companies, companies.type, to.id);
  checkRecordAccess(contacts, contact, 'view');
  checkRecordAccess(companies, company, 'edit');
  return { contact, company: Number(company.id) };
}

function roleIn(account: Account, role: FieldValue | undefined): number | null {
  if (role === null || role === undefined || role === '') return null;
  if (!canBeChosen(account, 'contactrole', String(role))) throw invalidKey('role', role);
  return Number(role);
}
