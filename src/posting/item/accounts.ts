import type { ItemDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import type { ConnectionSettings, MappingKind } from '../../settings/settings';
import type { Directory, Lookup, PostingProblem } from '../plan';
import { accountInactive, accountNotFound, accountType, incomeAccountMissing } from '../problems';
import { unlessMapped } from '../references';

/** Account types (SuiteQL `account.accttype`) that no sale can be posted to as income. */
const NEVER_INCOME = ['AcctRec', 'AcctPay', 'Bank', 'NonPosting', 'Stat'];

/** NetSuite takes no other type for an item's deferred revenue account (section_4340443927). */
const DEFERRED_REVENUE = 'DeferRevenue';

/** Internal ids of an item's accounts; no deferred revenue account where none is named or chosen. */
export interface ItemAccounts {
  readonly income: string;
  readonly deferredRevenue: string | null;
}

/**
 * The item's accounts: by mapping of the name that the platform gives, by that name in NetSuite, else what is chosen
 * for the item's category. A name that is not found never falls back to the category's account.
 */
export function itemAccounts(
  document: ItemDocument,
  directory: Directory,
  settings: ConnectionSettings,
): Result<ItemAccounts, PostingProblem> {
  const named = namedAccount(document.incomeAccount, 'Income Account', directory, settings, (type) =>
    NEVER_INCOME.includes(type) ? 'an item needs one that takes income' : null,
  );
  if (!named.ok) return named;
  const income =
    named.value ??
    settings.mapping('Income Account', document.category) ??
    (settings.incomeAccounts[document.category] || null);
  if (income === null) return { ok: false, error: incomeAccountMissing(document.name, document.category) };

  const deferred = namedAccount(
    document.deferredRevenueAccount,
    'Deferred Revenue Account',
    directory,
    settings,
    (type) => (type === DEFERRED_REVENUE ? null : 'an item needs one of the type Deferred Revenue'),
  );
  if (!deferred.ok) return deferred;
  return {
    ok: true,
    value: {
      income,
      deferredRevenue: deferred.value ?? settings.mapping('Deferred Revenue Account', document.category),
    },
  };
}

/** The look-ups that {@link itemAccounts} needs. */
export function accountLookups(document: ItemDocument, settings: ConnectionSettings): readonly Lookup[] {
  return [
    ...unlessMapped(document.incomeAccount, 'Income Account', settings, (name) => ({ kind: 'account', name })),
    ...unlessMapped(document.deferredRevenueAccount, 'Deferred Revenue Account', settings, (name) => ({
      kind: 'account',
      name,
    })),
  ];
}

function namedAccount(
  name: string | null,
  field: Extract<MappingKind, 'Income Account' | 'Deferred Revenue Account'>,
  directory: Directory,
  settings: ConnectionSettings,
  /** What is wanted instead, for a type that cannot be used. */
  objection: (type: string) => string | null,
): Result<string | null, PostingProblem> {
  if (name === null) return { ok: true, value: null };
  const mapped = settings.mapping(field, name);
  if (mapped !== null) return { ok: true, value: mapped };
  const account = directory.account(name);
  if (account === null) return { ok: false, error: accountNotFound(field, name) };
  if (account.isInactive) return { ok: false, error: accountInactive(field, name) };
  const wanted = objection(account.type);
  if (wanted !== null) return { ok: false, error: accountType(field, name, account.type, wanted) };
  return { ok: true, value: account.id };
}
