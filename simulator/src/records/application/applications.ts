import type Big from 'big.js';
import { money } from '../../accounting/money';
import { billedCustomer } from '../../accounting/projects';
import { isFeatureInEffect } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import type { SqlValue } from '../../store/store';
import type { LinkType } from '../transaction/links';
import { userError } from '../validation';
import { type End, endOf, SETTLING, shareOf } from './ends';
import { tooMuchLinked } from './linkSums';
import { postRevaluations, withdrawRevaluations } from './revaluation';
import { settle } from './settle';

interface Context {
  readonly account: Account;
  readonly caller: Caller;
}

/** What a transaction is applied to: the settled line of another, and how much of it. */
export interface Application {
  readonly doc: number;
  readonly line: number;
  readonly amount: Big;
  /** What of the amount is a discount that a payment takes. */
  readonly discount?: Big;
}

interface LinkRow extends Record<string, SqlValue> {
  id: number;
  previousdoc: number;
  previousline: number;
  nextdoc: number;
  nextline: number;
  foreignamount: number;
  previousbase: number | null;
  nextbase: number | null;
  revaluation: number | null;
  rounding: number | null;
  discount: number | null;
}

/** How much a stored transaction is applied to each other one, by internal id. */
export function amountsAppliedBy({ store }: Pick<Account, 'store'>, doc: number): Map<number, Big> {
  const amounts = new Map<number, Big>();
  for (const row of store.all<{ doc: number; amount: number }>(
    `SELECT previousdoc AS doc, foreignamount AS amount FROM transactionlink WHERE nextdoc = ? AND linktype IN ${SETTLING}`,
    [doc],
  )) {
    amounts.set(row.doc, money(row.amount).plus(amounts.get(row.doc) ?? 0));
  }
  return amounts;
}

/** What one line of a transaction is to be applied to. */
export interface AppliedLine {
  /** `transactionline.id`. */
  readonly line: number;
  readonly linkType: LinkType;
  readonly to: readonly Application[];
}

/**
 * Makes the applications of a transaction those that are wanted: others are released, which opens what they settled
 * again. Throws INVALID_LINK_SUM where an end has less left than is wanted.
 *
 * @param doc the applied transaction, whose lines are written already
 */
export function writeApplications(context: Context, doc: number, lines: readonly AppliedLine[]): void {
  const touched = new Set<number>();
  const missing = lines.map((line) => ({ line, to: releaseOthers(context, doc, line, touched) }));
  refreshApplications(context, doc);
  for (const { line, to } of missing) {
    for (const application of to) {
      insert(context, { doc, line: line.line }, line.linkType, application);
      touched.add(application.doc);
    }
  }
  settle(context.account, doc);
  for (const other of touched) {
    settle(context.account, other);
    touch(context.account, other);
  }
}

/** Releases what is not wanted as it is; gives what is missing. */
function releaseOthers(context: Context, doc: number, line: AppliedLine, touched: Set<number>): Application[] {
  const missing = new Map(line.to.map((application) => [application.doc, application]));
  const present = context.account.store.all<LinkRow>(
    'SELECT * FROM transactionlink WHERE nextdoc = ? AND nextline = ? AND linktype = ? ORDER BY id',
    [doc, line.line, line.linkType],
  );
  for (const link of present) {
    const wanted = missing.get(link.previousdoc);
    if (wanted?.amount.eq(link.foreignamount) && money(wanted.discount).eq(money(link.discount))) {
      missing.delete(link.previousdoc);
      continue;
    }
    release(context, link);
    touched.add(link.previousdoc);
  }
  return [...missing.values()];
}

/** Applies more of a transaction to another one, besides what it is applied to already. */
export function addApplication(
  context: Context,
  next: { readonly doc: number; readonly line: number },
  application: Application,
): void {
  const { store } = context.account;
  const present = store.get<LinkRow>(
    "SELECT * FROM transactionlink WHERE nextdoc = ? AND nextline = ? AND previousdoc = ? AND linktype = 'Payment'",
    [next.doc, next.line, application.doc],
  );
  if (present) release(context, present);
  const amount = application.amount.plus(money(present?.foreignamount));
  insert(context, next, 'Payment', { ...application, amount });
  for (const doc of [next.doc, application.doc]) {
    settle(context.account, doc);
    touch(context.account, doc);
  }
}

/** Releases everything that a transaction is applied to, at its deletion or its void: the others are open again. */
export function releaseApplications(context: Context, doc: number): void {
  const links = context.account.store.all<LinkRow>(
    `SELECT * FROM transactionlink WHERE nextdoc = ? AND linktype IN ${SETTLING} ORDER BY id`,
    [doc],
  );
  for (const link of links) release(context, link);
  for (const previous of new Set(links.map((link) => link.previousdoc))) {
    settle(context.account, previous);
    touch(context.account, previous);
  }
}

/**
 * Works out again what the applications of a transaction take in base currency, and what they gain or lose, after its
 * amount or its exchange rate changed. Throws INVALID_LINK_SUM where it comes to less than is applied.
 */
export function refreshApplications(context: Context, doc: number): void {
  const { store } = context.account;
  const links = store.all<LinkRow>(
    `SELECT * FROM transactionlink WHERE (previousdoc = ?1 OR nextdoc = ?1) AND linktype IN ${SETTLING} ORDER BY id`,
    [doc],
  );
  const column = (link: LinkRow): 'previousbase' | 'nextbase' =>
    link.previousdoc === doc ? 'previousbase' : 'nextbase';
  for (const link of links) store.run(`UPDATE transactionlink SET ${column(link)} = NULL WHERE id = ?`, [link.id]);
  for (const link of links) {
    const isPrevious = link.previousdoc === doc;
    const end = endOf(context.account, doc, isPrevious ? link.previousline : link.nextline);
    const other = isPrevious
      ? endOf(context.account, link.nextdoc, link.nextline)
      : endOf(context.account, link.previousdoc, link.previousline);
    checkSamePlace(context, end, other);
    const share = shareOf(context.account, end, money(link.foreignamount));
    if (share === null) throw tooMuchLinked(isPrevious ? 'original' : 'applied');
    store.run(`UPDATE transactionlink SET ${column(link)} = ? WHERE id = ?`, [share.toNumber(), link.id]);
    if (share.eq(money(link[column(link)]))) continue;
    withdrawRevaluations(context, link);
    revalue(context, { ...link, [column(link)]: share.toNumber() });
  }
  settle(context.account, doc);
}

/** Both ends of an application stay with one customer, currency, subsidiary and account. */
function checkSamePlace({ account }: Context, one: End, other: End): void {
  const isSame =
    one.currency === other.currency && one.account === other.account && one.subsidiary === other.subsidiary;
  const isOne = billedCustomer(account, one.entity) === billedCustomer(account, other.entity);
  const isFamily = isOne || isFeatureInEffect(account, 'CONSOLPAYMENTS');
  if (isSame && isFamily) return;
  throw userError(
    'The customer, currency, subsidiary and account of a transaction that is applied to others cannot be changed.',
  );
}

function insert(
  context: Context,
  next: { readonly doc: number; readonly line: number },
  linkType: LinkType,
  { doc, line, amount, discount }: Application,
): void {
  const { account } = context;
  const previousBase = shareOf(account, endOf(account, doc, line), amount);
  if (previousBase === null) throw tooMuchLinked('original');
  const nextBase = shareOf(account, endOf(account, next.doc, next.line), amount);
  if (nextBase === null) throw tooMuchLinked('applied');
  const { id } = account.store.run(
    `INSERT INTO transactionlink (previousdoc, previoustype, previousline, nextdoc, nexttype, nextline, linktype,
       foreignamount, previousbase, nextbase, lastmodifieddate, discount)
     VALUES (?1, (SELECT type FROM "transaction" WHERE id = ?1), ?2, ?3, (SELECT type FROM "transaction" WHERE id = ?3),
       ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    [
      doc,
      line,
      next.doc,
      next.line,
      linkType,
      amount.toNumber(),
      previousBase.toNumber(),
      nextBase.toNumber(),
      new Date(account.clock.now()).toISOString(),
      discount?.gt(0) ? discount.toNumber() : null,
    ],
  );
  const link = account.store.get<LinkRow>('SELECT * FROM transactionlink WHERE id = ?', [id]);
  if (link) revalue(context, link);
}

function revalue(context: Context, link: LinkRow): void {
  const { account } = context;
  const previous = endOf(account, link.previousdoc, link.previousline);
  const next = endOf(account, link.nextdoc, link.nextline);
  const taken = { one: money(link.previousbase), other: money(link.nextbase) };
  const posted = postRevaluations(context, previous, next, money(link.foreignamount), taken, link.nextdoc);
  account.store.run('UPDATE transactionlink SET revaluation = ?, rounding = ? WHERE id = ?', [
    posted.revaluation,
    posted.rounding,
    link.id,
  ]);
}

function release(context: Context, link: LinkRow): void {
  withdrawRevaluations(context, link);
  context.account.store.run('DELETE FROM transactionlink WHERE id = ?', [link.id]);
}

/**
 * A transaction changes with what is applied to it (assumed): whoever loaded it before finds that it has been changed
 * (section_N2877583).
 */
function touch({ store, clock }: Account, doc: number): void {
  store.run(
    'UPDATE "transaction" SET recordversion = COALESCE(recordversion, 0) + 1, lastmodifieddate = ? WHERE id = ?',
    [new Date(clock.now()).toISOString(), doc],
  );
}
