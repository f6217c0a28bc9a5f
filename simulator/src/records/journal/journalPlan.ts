import type Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, sum } from '../../accounting/money';
import { billedCustomer } from '../../accounting/projects';
import { baseCurrency, isValidIn } from '../../accounting/subsidiaries';
import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { keyIn, type RecordContext, textIn } from '../recordType';
import { type AccountLine, balancedInBase } from '../transaction/accountLines';
import { invalidKey, missingValues, userError } from '../validation';
import { journalLines } from './journalLines';

export interface JournalPlan {
  readonly exchangeRate: Big;
  readonly lines: readonly AccountLine[];
  /** `account.accttype` of the accounts, for the locks of periods. */
  readonly accountTypes: readonly string[];
}

/**
 * What a journal entry posts: its lines as entered (section_163165275262). Throws TRANS_UNBALNCD where debits and credits
 * differ; a difference that comes only from rounding to the base currency goes to the first line (article_0207021124).
 */
export function planJournal(context: RecordContext, data: RecordData): JournalPlan {
  const { account } = context;
  const lines = journalLines(data);
  // The words are those of the user interface in public code.
  if (lines.length < 2) throw userError('You must enter at least two lines for this transaction.');
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary === null) throw missingValues(['Subsidiary']);
  const base = baseCurrency(account, subsidiary);
  const exchangeRate = money(data.fields.exchangerate);
  const foreign = lines.map((line, index) => {
    const { debit, credit } = line.fields;
    const isDebit = debit !== null && debit !== undefined;
    if (isDebit === (credit !== null && credit !== undefined)) {
      throw userError(`Please enter a debit or a credit. (line ${index + 1})`);
    }
    return money(debit).minus(money(credit));
  });
  const difference = sum(foreign);
  if (!difference.eq(0)) {
    throw new NetSuiteError('TRANS_UNBALNCD', `Transaction was not in balance. Total = ${difference.toString()}`);
  }
  const amounts = balancedInBase(foreign, exchangeRate, decimalsOf(account, base));
  const accountTypes = new Set<string>();
  const planned = lines.map((line, index): AccountLine => {
    const id = keyIn(line.fields.account);
    if (id === null) throw missingValues(['Account']);
    accountTypes.add(accountType(context, data, id, subsidiary, base));
    const [one, other] = [foreign[index], amounts[index]];
    return {
      sublist: 'line',
      account: id,
      foreign: one ?? money(0),
      base: other ?? money(0),
      entity: keyIn(line.fields.entity),
      memo: textIn(line.fields.memo) || null,
      class: keyIn(line.fields.class),
      department: keyIn(line.fields.department),
      location: keyIn(line.fields.location),
      line,
    };
  });
  return { exchangeRate, lines: planned, accountTypes: [...accountTypes] };
}

/** Type of an account that the journal may post to: valid in its subsidiary, posting, of its currency or the base one. */
function accountType(
  { account }: RecordContext,
  data: RecordData,
  id: number,
  subsidiary: number,
  base: number,
): string {
  const row = account.store.get<{
    accttype: string;
    currency: number | null;
    subsidiary: string | null;
    includechildren: string | null;
  }>('SELECT accttype, currency, subsidiary, includechildren FROM account WHERE id = ?', [id]);
  if (row === null || row.accttype === 'NonPosting' || row.accttype === 'Stat') {
    throw invalidKey('account', String(id));
  }
  if (!isValidIn(account, row, subsidiary)) throw invalidKey('account', String(id), `subsidiary ${subsidiary}`);
  if (row.currency !== null && row.currency !== base && row.currency !== keyIn(data.fields.currency)) {
    throw invalidKey('account', String(id), `currency ${textIn(data.fields.currency)}`);
  }
  return row.accttype;
}

/** Customers can be named in journals of subsidiaries that they belong to (section_163165275262). */
export function checkEntities({ account }: RecordContext, data: RecordData): void {
  const subsidiary = keyIn(data.fields.subsidiary);
  for (const line of journalLines(data)) {
    const entity = billedCustomer(account, keyIn(line.fields.entity));
    if (entity === null) continue;
    const isCustomer = account.store.get('SELECT 1 AS found FROM customer WHERE id = ?', [entity]) !== null;
    const related = account.store.get(
      'SELECT 1 AS found FROM customersubsidiaryrelationship WHERE entity = ? AND subsidiary = ?',
      [entity, subsidiary],
    );
    if (isCustomer && !related) throw invalidKey('entity', String(entity), `subsidiary ${subsidiary}`);
  }
}
