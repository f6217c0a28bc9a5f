import type { Classification, ItemCategory } from '../../documents/document';
import type { CurrencyCode } from '../../documents/values';
import { postingPeriod } from '../../posting/billed/period';
import { type Cause, causeText, type ListMapping } from '../../posting/causes';
import type { Directory, Lookup } from '../../posting/plan';
import { findClassification, findCurrency, findSubsidiary, findTerm } from '../../posting/references';
import type { ConnectionSettings } from '../../settings/settings';
import type { TransferOutcome } from './states';

/**
 * Whether a cause is gone, by the same rules by which planning found it. Pure.
 * @param settings of the transfer's connection; null where it is not there
 * @param currenciesOf internal ids of the currencies in which a customer can be billed; null for any
 */
export function isGone(
  cause: Cause,
  directory: Directory,
  settings: ConnectionSettings | null,
  currenciesOf: (customer: string) => readonly string[] | null,
): boolean {
  if (settings === null) return false;
  switch (cause.what) {
    case 'connection':
      return true;
    case 'mapping':
      return settings.mapping(cause.kind, cause.name) !== null;
    case 'setting':
      return isSettingChosen(cause.name, settings);
    case 'account': {
      const account = directory.account(cause.name);
      return settings.mapping(cause.kind, cause.name) !== null || (account !== null && !account.isInactive);
    }
    case 'list':
      return isListed(cause.kind, cause.name, directory, settings);
    case 'period':
      return postingPeriod(cause.name, directory, settings).ok;
    case 'customer currency': {
      const currency = findCurrency(cause.name, directory, settings);
      const known = currenciesOf(cause.kind);
      return currency.ok && currency.value !== null && (known === null || known.includes(currency.value));
    }
    case 'record':
      return directory.document({ kind: cause.kind, id: cause.name }) !== null;
  }
}

/** What {@link isGone} asks the directory for. */
export function lookupsOfCause(cause: Cause): readonly Lookup[] {
  switch (cause.what) {
    case 'account':
      return [{ kind: 'account', name: cause.name }];
    case 'list':
      return [LIST_LOOKUPS[cause.kind](cause.name)];
    case 'period':
      return [{ kind: 'period', date: cause.name }];
    case 'customer currency':
      return [{ kind: 'currency', code: cause.name }];
    case 'record':
      return [{ kind: 'document', document: { kind: cause.kind, id: cause.name } }];
    default:
      return [];
  }
}

/**
 * The cause that is stored with what an attempt came to. A transfer that had this very cause was tried because it was
 * gone; that it fails in the same way again shows that something else is the matter: then there is no cause any more,
 * so that it is not tried for ever, and a person must retry. Pure.
 * @param earlier the cause stored before the attempt; empty for none
 */
export function causeToStore(earlier: string, outcome: TransferOutcome): string {
  const cause = 'cause' in outcome && outcome.cause !== undefined ? causeText(outcome.cause) : '';
  return cause === earlier ? '' : cause;
}

const LIST_LOOKUPS: Readonly<Record<ListMapping, (name: string) => Lookup>> = {
  Subsidiary: (name) => ({ kind: 'subsidiary', name }),
  Currency: (code) => ({ kind: 'currency', code }),
  Term: (name) => ({ kind: 'term', name }),
  Class: (name) => ({ kind: 'class', name }),
  Department: (name) => ({ kind: 'department', name }),
  Location: (name) => ({ kind: 'location', name }),
};

const NO_CLASSIFICATION: Classification = { class: null, department: null, location: null };

function isListed(kind: ListMapping, name: string, directory: Directory, settings: ConnectionSettings): boolean {
  switch (kind) {
    case 'Subsidiary':
      return findSubsidiary(name, directory, settings).ok;
    case 'Currency':
      return findCurrency(name as CurrencyCode, directory, settings).ok;
    case 'Term':
      return findTerm(name, directory, settings).ok;
    case 'Class':
      return findClassification({ ...NO_CLASSIFICATION, class: name }, directory, settings).ok;
    case 'Department':
      return findClassification({ ...NO_CLASSIFICATION, department: name }, directory, settings).ok;
    case 'Location':
      return findClassification({ ...NO_CLASSIFICATION, location: name }, directory, settings).ok;
  }
}

/** Settings without which documents stop: the income accounts by category, which a mapping may also give. */
function isSettingChosen(name: string, settings: ConnectionSettings): boolean {
  const [group, category] = name.split('.');
  if (group !== 'incomeAccounts' || category === undefined) return false;
  return (
    settings.mapping('Income Account', category) !== null ||
    (settings.incomeAccounts[category as ItemCategory] ?? '') !== ''
  );
}
