import { baseCurrency } from '../../accounting/subsidiaries';
import { systemAccount } from '../../company/settings';
import { notSupported } from '../../kernel/errors';
import type { RecordData } from '../data';
import type { FieldDefinition } from '../definition';
import { field, select } from '../fieldList';
import { keyIn, type RecordContext } from '../recordType';
import { invalidKey, missingValues } from '../validation';
import { linksFrom } from './links';

/** Where money that came in goes: Undeposited Funds, or a bank account (section_N1244457). */
export const fundsFields: readonly FieldDefinition[] = [
  field('undepfunds', 'Undeposited Funds', 'text', { maxLength: 1, sourcing: true }),
  select('account', 'Account', 'account', { sourcing: true }),
];

const ACCOUNT_TYPES = new Set(['Bank', 'CredCard', 'OthCurrAsset']);

/** New money goes to Undeposited Funds unless an account is chosen (the default preference, assumed). */
export function sourceFunds(data: RecordData, fieldId: string, kept: (fieldId: string) => boolean): void {
  if (fieldId === 'account' && !kept('undepfunds')) {
    data.fields.undepfunds = keyIn(data.fields.account) === null ? 'T' : 'F';
  }
  if (fieldId === 'undepfunds' && data.fields.undepfunds === 'T' && !kept('account')) data.fields.account = null;
}

/** `undepfunds` as scripts give it: `T`, `F`, true or false. */
export function completeFunds(data: RecordData): void {
  const given = String(data.fields.undepfunds ?? (keyIn(data.fields.account) === null ? 'T' : 'F')).toUpperCase();
  data.fields.undepfunds = given === 'T' || given === 'TRUE' ? 'T' : 'F';
}

/**
 * The account that the money is posted to. A chosen one is a bank or credit card account or another current asset whose
 * currency is the transaction's or the subsidiary's.
 */
export function fundsAccount(context: RecordContext, data: RecordData): number {
  if (data.fields.undepfunds === 'T') return undepositedFunds(context);
  const account = keyIn(data.fields.account);
  if (account === null) throw missingValues(['Account']);
  checkMoneyAccount(context, data, account);
  return account;
}

/** The account in which money waits for its deposit. */
export function undepositedFunds({ account }: Pick<RecordContext, 'account'>): number {
  const found = systemAccount(account, 'undepositedFunds');
  if (found === null) throw notSupported('money in a company without an account for undeposited funds');
  return found;
}

/** Refuses an account that holds no money, or money of a third currency (INVALID_KEY_OR_REF). */
export function checkMoneyAccount({ account }: RecordContext, data: RecordData, id: number): void {
  const row = account.store.get<{ accttype: string; currency: number | null }>(
    'SELECT accttype, currency FROM account WHERE id = ?',
    [id],
  );
  const subsidiary = keyIn(data.fields.subsidiary);
  const currencies = [keyIn(data.fields.currency), subsidiary === null ? null : baseCurrency(account, subsidiary)];
  const fits = row !== null && (row.currency === null || currencies.includes(row.currency));
  if (!fits || !ACCOUNT_TYPES.has(row.accttype)) throw invalidKey('account', String(id));
}

/** True where the money of a transaction is part of a bank deposit. */
export function isDeposited({ account }: RecordContext, id: number): boolean {
  return linksFrom(account, id, 'Deposit').length > 0;
}
