import { checkPostingPeriod, periodById } from '../../accounting/periods';
import { billedCustomer } from '../../accounting/projects';
import { countryOf, isValidIn } from '../../accounting/subsidiaries';
import { collectsTaxIn, hasSuiteTax, hasTaxCodeOnLines } from '../../accounting/taxes';
import { isFeatureInEffect, isPreferred, preference } from '../../company/settings';
import { NetSuiteError } from '../../kernel/errors';
import { mayOverridePeriods } from '../../permissions/granted';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { invalidKey, missingValues } from '../validation';
import { isoDate } from '../values/dates';
import { customerOf } from './customerOf';
import { itemLines } from './itemLines';

/** A sale needs at least one line (NetSuite's words in public code). */
export function requireLines(data: RecordData): void {
  if (itemLines(data).length === 0) {
    throw new NetSuiteError('USER_ERROR', 'You must enter at least one line item for this transaction.');
  }
}

/**
 * Customer, currency, items, accounts and classifications have to be valid in the transaction's subsidiary
 *, and the currency has to be one of the customer's (bridgehead_N1398658).
 */
export function checkSubsidiary(context: RecordContext, data: RecordData): void {
  const { account } = context;
  const subsidiary = keyIn(data.fields.subsidiary);
  const entity = billedCustomer(account, customerOf(data));
  if (subsidiary === null) throw missingValues(['Subsidiary']);
  const place = `subsidiary ${subsidiary}`;
  const related = account.store.get(
    'SELECT 1 AS found FROM customersubsidiaryrelationship WHERE entity = ? AND subsidiary = ?',
    [entity, subsidiary],
  );
  if (!related) throw invalidKey('entity', String(entity), place);
  // Consolidate Projects on Sales Transactions: sales are the customer's, not the project's (section_N1387022).
  if (keyIn(data.fields.entity) !== entity && 'entity' in data.fields && isPreferred(account, 'CONSOLINVOICES')) {
    throw invalidKey('entity', String(data.fields.entity));
  }
  const currency = keyIn(data.fields.currency);
  const allowed = account.store.get(
    'SELECT 1 AS found FROM customercurrencybalance WHERE customer = ? AND currency = ?',
    [entity, currency],
  );
  if (!allowed) throw invalidKey('currency', String(currency), `entity ${entity}`);
  for (const fieldId of ['account', 'aracct'])
    checkEntry(context, fieldId, 'account', data.fields[fieldId], subsidiary);
  for (const line of itemLines(data)) {
    checkEntry(context, 'item', 'item', line.fields.item, subsidiary);
    const job = keyIn(line.fields.job);
    // A line can name a project of the transaction's customer alone (assumed).
    if (job !== null && billedCustomer(account, job) !== entity)
      throw invalidKey('job', String(job), `entity ${entity}`);
  }
  for (const [fieldId, table] of CLASSIFICATIONS) {
    checkEntry(context, fieldId, table, data.fields[fieldId], subsidiary);
    for (const line of itemLines(data)) checkEntry(context, fieldId, table, line.fields[fieldId], subsidiary);
  }
}

const CLASSIFICATIONS = [
  ['class', 'classification'],
  ['department', 'department'],
  ['location', 'location'],
] as const;

function checkEntry(
  { account }: RecordContext,
  fieldId: string,
  table: 'account' | 'item' | 'classification' | 'department' | 'location',
  value: unknown,
  subsidiary: number,
): void {
  const id = keyIn(value as string | null);
  if (id === null) return;
  const row = account.store.get<{ subsidiary: string | null; includechildren: string | null }>(
    `SELECT subsidiary, includechildren FROM ${table} WHERE id = ?`,
    [id],
  );
  if (row === null || !isValidIn(account, row, subsidiary)) {
    throw invalidKey(fieldId, String(id), `subsidiary ${subsidiary}`);
  }
}

/** The account on which a customer owes has to be an accounts receivable one. */
export function checkReceivablesAccount(
  { account }: RecordContext,
  fieldId: 'account' | 'aracct',
  data: RecordData,
): void {
  const id = keyIn(data.fields[fieldId]);
  if (id === null) return;
  const row = account.store.get<{ accttype: string }>('SELECT accttype FROM account WHERE id = ?', [id]);
  if (row?.accttype !== 'AcctRec') throw invalidKey(fieldId, String(id));
}

/**
 * Class, department and location where the accounting preferences make them mandatory (section_N1385293), unless the save
 * ignores what preferences require (section_4267286323).
 */
export function checkClassifications(context: RecordContext, data: RecordData): void {
  if (context.ignoresMandatory) return;
  const missing: string[] = [];
  for (const [fieldId, label, feature, mandatory] of [
    ['department', 'Department', 'DEPARTMENTS', 'DEPTMANDATORY'],
    ['class', 'Class', 'CLASSES', 'CLASSMANDATORY'],
    ['location', 'Location', 'LOCATIONS', 'LOCMANDATORY'],
  ] as const) {
    const { account } = context;
    if (!isPreferred(account, mandatory) || !isFeatureInEffect(account, feature)) continue;
    const onLines = itemLines(data).every((line) => keyIn(line.fields[fieldId]) !== null);
    if (keyIn(data.fields[fieldId]) === null && !onLines) missing.push(label);
  }
  if (missing.length > 0) throw missingValues(missing);
}

/** With legacy tax lines need a tax code in countries where lines have one and tax is set up. */
export function checkTaxCodes({ account }: RecordContext, data: RecordData): void {
  if (hasSuiteTax(account)) return;
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary === null) return;
  const country = countryOf(account, subsidiary);
  if (!hasTaxCodeOnLines(country) || !collectsTaxIn(account, country)) return;
  if (itemLines(data).some((line) => keyIn(line.fields.taxcode) === null)) throw missingValues(['Tax Code']);
}

/**
 * Refuses a period in which the transaction cannot post, and where the preference Allow Transaction Date Outside of the
 * Posting Period says Disallow a date outside of it (section_N1385293, DATEPERIODMISMATCH). Warn is a question of the
 * user interface: scripts are not asked (assumed).
 *
 * @param accountTypes `account.accttype` of what the transaction posts to; sales and payments are A/R transactions
 */
export function checkPeriod(
  context: RecordContext,
  data: RecordData,
  accountTypes: Iterable<string> = ['AcctRec'],
): void {
  const { account, caller } = context;
  const id = keyIn(data.fields.postingperiod);
  const period = id === null ? null : periodById(account, id);
  if (period === null) throw missingValues(['Posting Period']);
  checkPostingPeriod(period, accountTypes, mayOverridePeriods(account, caller.user));
  const date = data.fields.trandate;
  if (!(date instanceof Date) || (preference(account, 'DATEPERIODMISMATCH') ?? '').toUpperCase() !== 'DISALLOW') return;
  const day = isoDate(date);
  if (day < period.start || day > period.end) {
    throw new NetSuiteError(
      'DATE_PRD_MISMATCH',
      'Your transaction date does not fall between the start and end dates of your accounting period.',
    );
  }
}
