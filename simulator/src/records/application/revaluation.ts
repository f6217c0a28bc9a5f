import type Big from 'big.js';
import { PRIMARY_BOOK } from '../../accounting/ledger';
import { rounded } from '../../accounting/money';
import {
  checkReceivablesPeriod,
  defaultPeriod,
  type Period,
  periodById,
  restrictionOf,
} from '../../accounting/periods';
import { baseCurrency } from '../../accounting/subsidiaries';
import { systemAccount } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import { mayOverridePeriods } from '../../permissions/granted';
import { nextNumber } from '../../store/sequence';
import { isoDate } from '../values/dates';
import type { End } from './ends';

interface Context {
  readonly account: Account;
  readonly caller: Caller;
}

/** The currency revaluations of one application: internal ids, null where there was nothing to post. */
export interface Revaluations {
  readonly revaluation: number | null;
  readonly rounding: number | null;
}

/**
 * Posts what an application gains or loses (section_N1425327): what the two ends come to in base currency differs by
 * the difference of their exchange rates times the amount, the realised gain or loss (bridgehead_4279828767); what
 * rounding adds to that is a rounding gain or loss. Each is a currency revaluation of its own (section_1550016096)
 * between the account that is settled and the system account, so that the settled account comes to zero.
 *
 * @param taken what the application takes of each end in base currency
 * @param triggeredBy the later end, which the revaluations name as their origin
 */
export function postRevaluations(
  context: Context,
  one: End,
  other: End,
  amount: Big,
  taken: { readonly one: Big; readonly other: Big },
  triggeredBy: number,
): Revaluations {
  const [charge, credit] = one.isDebit ? [one, other] : [other, one];
  const [chargeBase, creditBase] = one.isDebit ? [taken.one, taken.other] : [taken.other, taken.one];
  const difference = creditBase.minus(chargeBase);
  const gain = rounded(credit.rate.minus(charge.rate).times(amount), charge.decimals);
  return {
    revaluation: post(context, charge, credit, gain, 'Realized Gain/Loss', triggeredBy),
    rounding: post(context, charge, credit, difference.minus(gain), 'Rounding Gain/Loss', triggeredBy),
  };
}

type Kind = 'Realized Gain/Loss' | 'Rounding Gain/Loss';

function post(context: Context, charge: End, credit: End, gain: Big, kind: Kind, triggeredBy: number): number | null {
  if (gain.eq(0)) return null;
  const { account, caller } = context;
  const { store } = account;
  const counter = gainAccount(account, kind);
  const { period, date } = whenPosted(context, charge, credit);
  const now = new Date(account.clock.now()).toISOString();
  const number = `FXREVAL${nextNumber(store, 'transactionnumber:FxReval')}`;
  const user = /^-?\d+$/.test(caller.user.id) ? Number(caller.user.id) : null;
  const { id } = store.run(
    `INSERT INTO "transaction" (type, recordtype, abbrevtype, transactionnumber, trandisplayname, trandate, createddate,
       createdby, lastmodifieddate, lastmodifiedby, entity, currency, exchangerate, foreigntotal, postingperiod, posting,
       voided, void, isreversal, memo, subsidiary, account, createdfrom, recordversion)
     VALUES ('FxReval', 'fxreval', 'CURRVAL', ?1, 'Currency Revaluation #' || ?1, ?2, ?3, ?4, ?3, ?4, ?5, ?6, 1, ?7, ?8,
       'T', 'F', 'F', 'F', ?9, ?10, ?11, ?12, 1)`,
    [
      number,
      date,
      now,
      user,
      charge.entity,
      baseCurrency(account, charge.subsidiary),
      gain.toNumber(),
      period.id,
      kind,
      charge.subsidiary,
      charge.account,
      triggeredBy,
    ],
  );
  const lines = [
    { line: 0, account: charge.account, amount: gain },
    { line: 1, account: counter, amount: gain.times(-1) },
  ];
  for (const line of lines) writeLine(account, id, line, charge, triggeredBy, kind, now);
  return id;
}

function writeLine(
  { store }: Account,
  transaction: number,
  line: { readonly line: number; readonly account: number; readonly amount: Big },
  charge: End,
  createdFrom: number,
  memo: Kind,
  now: string,
): void {
  const amount = line.amount.toNumber();
  const [debit, credit] = [amount > 0 ? amount : null, amount < 0 ? -amount : null];
  store.run(
    `INSERT INTO transactionline ("transaction", id, uniquekey, linesequencenumber, mainline, taxline, iscogs, isclosed,
       isbillable, donotdisplayline, netamount, foreignamount, debitforeignamount, creditforeignamount, memo, subsidiary,
       entity, createdfrom, expenseaccount, isrevrectransaction, linelastmodifieddate)
     VALUES (?1, ?2, ?3, ?2, ?4, 'F', 'F', 'F', 'F', 'F', ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'F', ?13)`,
    [
      transaction,
      line.line,
      nextNumber(store, 'transactionline'),
      line.line === 0 ? 'T' : 'F',
      amount,
      debit,
      credit,
      memo,
      charge.subsidiary,
      charge.entity,
      createdFrom,
      line.account,
      now,
    ],
  );
  store.run(
    `INSERT INTO transactionaccountingline ("transaction", transactionline, accountingbook, account, amount, debit, credit,
       netamount, posting, exchangerate, accounttype, lastmodifieddate)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?5, 'T', 1, (SELECT accttype FROM account WHERE id = ?4), ?8)`,
    [transaction, line.line, PRIMARY_BOOK, line.account, amount, debit, credit, now],
  );
}

/**
 * The later of the two periods and dates; where that period is closed, or locked for a caller who may not override it,
 * the period of the preference DEFAULTPERIODIFCLOSED, on its first day at the earliest (bridgehead_1550020494).
 */
function whenPosted({ account, caller }: Context, one: End, other: End): { period: Period; date: string } {
  const today = isoDate(new Date(account.clock.now()));
  const periods = [one.period, other.period].map((id) => periodById(account, id)).filter((period) => period !== null);
  const later = periods.sort((a, b) => (a.start < b.start ? 1 : -1))[0];
  const date = latest(one.date, other.date);
  const mayOverride = mayOverridePeriods(account, caller.user);
  if (later && restrictionOf(later, ['AcctRec'], mayOverride) === null) return { period: later, date };
  const period = defaultPeriod(account, later?.end ?? date, today);
  checkReceivablesPeriod(period, mayOverride);
  return { period, date: latest(date, period.start) };
}

function latest(...days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '';
}

function gainAccount(account: Account, kind: Kind): number {
  const purpose = kind === 'Realized Gain/Loss' ? 'realizedGainLoss' : 'roundingGainLoss';
  const found = systemAccount(account, purpose) ?? systemAccount(account, 'realizedGainLoss');
  if (found === null) throw notSupported(`${kind} in a company without an account for it`);
  return found;
}

/**
 * Takes back revaluations whose application changed (section_1550016096). Throws CLOSED_TRAN_PRD where one posted in a
 * period that was closed since.
 */
export function withdrawRevaluations({ account }: Context, { revaluation, rounding }: Revaluations): void {
  const { store } = account;
  for (const id of [revaluation, rounding]) {
    if (id === null) continue;
    const row = store.get<{ postingperiod: number }>('SELECT postingperiod FROM "transaction" WHERE id = ?', [id]);
    if (row && periodById(account, row.postingperiod)?.isClosed) {
      throw new NetSuiteError(
        'CLOSED_TRAN_PRD',
        'The G/L impact of a transaction in a closed period cannot be changed.',
      );
    }
    for (const table of ['transactionaccountingline', 'transactionline']) {
      store.run(`DELETE FROM ${table} WHERE "transaction" = ?`, [id]);
    }
    store.run('DELETE FROM "transaction" WHERE id = ?', [id]);
  }
}
