import Big from 'big.js';
import { money, sum } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { FieldValue, LineData, RecordData } from '../data';
import { type FieldChange, type Kept, keyIn, lineOf, type RecordContext } from '../recordType';
import { TRANSACTION_TYPES } from '../transaction/statuses';
import { invalidKey, userError } from '../validation';
import { dateOfIso } from '../values/dates';
import { amountsAppliedBy } from './applications';
import { discountOf, discountsTakenBy } from './discounts';
import { type OpenDocument, openDocuments, type Scope } from './documents';
import { tooMuchLinked } from './linkSums';

/** One list of transactions on a record that is applied. */
export interface ApplyingSublist {
  readonly id: 'apply' | 'credit' | 'deposit';
  /** Codes of `transaction.type` that the list shows. */
  readonly types: readonly string[];
}

/** How records of a type are applied to others. */
export interface Applying {
  readonly sublists: readonly ApplyingSublist[];
  /** What can stand in the lists; null while the record does not say enough. */
  scope(account: Account, data: RecordData): Scope | null;
}

/** A ticked line. */
export interface Applied {
  readonly doc: number;
  readonly line: number;
  readonly amount: Big;
  /** What is taken off besides the amount, on payments. */
  readonly discount: Big;
}

const NOTHING = new Big(0);

/**
 * Fills the lists with the open transactions in scope and those that the record is applied to already, oldest first.
 * What was ticked stays ticked where it is still in the list. Throws INVALID_KEY_OR_REF for a ticked line that is not.
 */
export function fillLines({ account }: RecordContext, data: RecordData, { sublists, scope }: Applying): void {
  const within = scope(account, data);
  if (within === null && sublists.some((sublist) => (data.sublists[sublist.id] ?? []).some(isGiven))) return;
  const id = data.id === null ? null : Number(data.id);
  const own = id === null ? new Map<number, Big>() : amountsAppliedBy(account, id);
  const discounts = id === null ? new Map<number, Big>() : discountsTakenBy(account, id);
  for (const { id: sublistId, types } of sublists) {
    const before = new Map((data.sublists[sublistId] ?? []).map((line) => [keyIn(line.fields.doc), line]));
    const ticked = [...before.values()].filter((line) => line.fields.apply === true || isGiven(line));
    const wanted = ticked.map((line) => keyIn(line.fields.doc)).filter((doc) => doc !== null);
    const documents = within ? openDocuments(account, types, within, [...own.keys(), ...wanted], id) : [];
    const shown = new Set(documents.map((document) => document.id));
    const stranger = ticked.find((line) => isGiven(line) && !shown.has(keyIn(line.fields.doc) ?? -1));
    if (stranger) throw invalidKey('doc', stranger.fields.doc ?? null);
    data.sublists[sublistId] = documents.map((document) => {
      const line = lineOf(shownFields(sublistId, document, own.get(document.id) ?? NOTHING));
      const discount = discounts.get(document.id);
      if (discount && sublistId === 'apply') {
        Object.assign(line.fields, {
          amount: money(line.fields.amount).minus(discount).toNumber(),
          disc: discount.toNumber(),
        });
      }
      const known = before.get(document.id);
      if (!known) return line;
      const amount = known.fields.amount ?? null;
      const apply =
        known.fields.apply === true || (isGiven(known) && known.fields.apply === undefined && amount !== null);
      const disc = known.fields.disc === undefined ? {} : { disc: known.fields.disc };
      return {
        ...line,
        fields: { ...line.fields, apply, amount, ...disc },
        changed: known.changed ?? ['apply', 'amount'],
      };
    });
  }
}

/** A line that did not come from here: given by its document alone, as REST web services do. */
function isGiven(line: LineData): boolean {
  return line.fields.total === undefined;
}

/** Fills the lists where lines were given that do not come from them. */
export function fillGivenLines(context: RecordContext, data: RecordData, applying: Applying): void {
  const given = applying.sublists.some(({ id }) => (data.sublists[id] ?? []).some(isGiven));
  if (given) fillLines(context, data, applying);
}

function shownFields(sublistId: ApplyingSublist['id'], document: OpenDocument, own: Big): Record<string, FieldValue> {
  const date = dateOfIso(document.date);
  const due = document.open.plus(own).toNumber();
  const common = {
    apply: own.gt(0),
    amount: own.gt(0) ? own.toNumber() : null,
    doc: String(document.id),
    total: document.total.toNumber(),
    refnum: document.number,
    currency: document.currency,
  };
  if (sublistId === 'deposit') return { ...common, remaining: due, depositdate: date };
  return {
    ...common,
    internalid: String(document.id),
    line: document.line,
    due,
    duedate: document.dueDate === null ? null : dateOfIso(document.dueDate),
    createdfrom: document.createdFrom,
    type: TRANSACTION_TYPES[document.type] ?? document.type,
    trantype: document.type,
    [sublistId === 'credit' ? 'creditdate' : 'applydate']: date,
  };
}

/** Ticked lines that have an amount. */
export function appliedLines(data: RecordData, sublistId: ApplyingSublist['id']): Applied[] {
  return tickedLines(data, sublistId).flatMap((line) => {
    const amount = money(line.fields.amount);
    const doc = keyIn(line.fields.doc);
    const discount = discountOf(line);
    if (doc === null || (amount.eq(0) && discount.eq(0))) return [];
    return [{ doc, line: Number(line.fields.line ?? 1), amount, discount }];
  });
}

export function appliedSum(data: RecordData, sublistId: ApplyingSublist['id']): Big {
  return sum(tickedLines(data, sublistId).map((line) => money(line.fields.amount)));
}

export function tickedLines(data: RecordData, sublistId: ApplyingSublist['id']): LineData[] {
  return (data.sublists[sublistId] ?? []).filter((line) => line.fields.apply === true);
}

/** What a line can take at most: what is due less the discount that is taken. */
export function dueOf(line: LineData): Big {
  return money(line.fields.due ?? line.fields.remaining).minus(discountOf(line));
}

export function isBlank(line: LineData): boolean {
  return line.fields.amount === null || line.fields.amount === undefined;
}

/** True where a script ticked the line, or set its amount or its discount. */
export function isTouched(line: LineData): boolean {
  return (line.changed ?? []).some((fieldId) => ['apply', 'amount', 'disc'].includes(fieldId));
}

/**
 * What follows from a change of a line: an amount ticks it, no tick leaves no amount. In dynamic mode a tick takes what
 * is due, or what is left to apply where that is less; in standard mode that happens at the save.
 *
 * @param available what there is to apply; null without limit
 */
export function sourceAppliedLine(
  data: RecordData,
  change: FieldChange,
  kept: Kept,
  available: () => Big | null,
): void {
  const line = data.sublists[change.sublistId ?? '']?.[change.line ?? -1];
  if (!line) return;
  if (change.fieldId === 'amount' && !kept('apply', line)) line.fields.apply = money(line.fields.amount).gt(0);
  if (change.fieldId !== 'apply' && change.fieldId !== 'disc') return;
  if (line.fields.apply !== true) {
    line.fields.amount = null;
    return;
  }
  if (change.fieldId === 'disc' && data.isDynamic && !kept('amount', line)) line.fields.amount = null;
  if (kept('amount', line) || !data.isDynamic || !isBlank(line)) return;
  const limit = available();
  // The line that is edited stands behind the others, where it stands as it was before.
  const others = (data.sublists[change.sublistId ?? ''] ?? []).filter(
    (other) => other.fields.apply === true && other.fields.doc !== line.fields.doc,
  );
  const left = limit?.minus(sum(others.map((other) => money(other.fields.amount)))) ?? null;
  line.fields.amount = atMost(dueOf(line), left).toNumber();
}

function atMost(amount: Big, limit: Big | null): Big {
  if (limit === null || limit.gte(amount)) return amount;
  return limit.gt(0) ? limit : NOTHING;
}

/**
 * Gives ticked lines without an amount theirs, in order: what is due, as long as there is something left. A line that
 * gets nothing is not ticked.
 *
 * @param available what there is to apply; null without limit
 */
export function fillBlankAmounts(data: RecordData, sublistId: ApplyingSublist['id'], available: Big | null): void {
  let left = available === null ? null : available.minus(appliedSum(data, sublistId));
  for (const line of tickedLines(data, sublistId)) {
    if (!isBlank(line)) continue;
    const amount = atMost(dueOf(line), left);
    if (left !== null) left = left.minus(amount);
    line.fields.amount = amount.eq(0) ? null : amount.toNumber();
    line.fields.apply = amount.gt(0) || discountOf(line).gt(0);
  }
}

/** Takes from the lines that no script touched, last first, what is applied beyond `available`. */
export function shrinkUntouched(data: RecordData, available: Big): void {
  let excess = appliedSum(data, 'apply').minus(available);
  for (const line of tickedLines(data, 'apply').reverse()) {
    if (excess.lte(0)) return;
    if (isTouched(line)) continue;
    const taken = atMost(money(line.fields.amount), excess);
    excess = excess.minus(taken);
    const rest = money(line.fields.amount).minus(taken);
    line.fields.amount = rest.gt(0) ? rest.toNumber() : null;
    line.fields.apply = rest.gt(0);
  }
}

/** Auto Apply: what is left goes to the lines in their order, oldest first (section_N1288824, section_N1312521). */
export function autoApply(data: RecordData, available: Big): void {
  let left = available.minus(appliedSum(data, 'apply'));
  for (const line of data.sublists.apply ?? []) {
    if (left.lte(0)) return;
    const taken = line.fields.apply === true ? money(line.fields.amount) : NOTHING;
    const more = atMost(dueOf(line).minus(taken), left);
    if (more.lte(0)) continue;
    left = left.minus(more);
    line.fields.apply = true;
    line.fields.amount = taken.plus(more).toNumber();
  }
}

/**
 * Refuses amounts that cannot be applied: to what is not in the list (INVALID_KEY_OR_REF), negative ones, and more than
 * is left of a transaction (INVALID_LINK_SUM, section_N3539978). What is left is read again: others may have been quicker.
 */
export function checkAppliedLines({ account }: RecordContext, data: RecordData, applying: Applying): void {
  const id = data.id === null ? null : Number(data.id);
  const scope = applying.scope(account, data);
  const own = id === null ? new Map<number, Big>() : amountsAppliedBy(account, id);
  for (const { id: sublistId, types } of applying.sublists) {
    const applied = appliedLines(data, sublistId);
    if (applied.length === 0) continue;
    const docs = applied.map((line) => line.doc);
    const found = scope ? openDocuments(account, types, scope, docs, id) : [];
    const documents = new Map(found.map((document) => [document.id, document]));
    for (const { doc, amount, discount } of applied) {
      const document = documents.get(doc);
      if (!document) throw invalidKey('doc', String(doc));
      if (amount.lt(0)) throw userError('The amount to apply cannot be negative.');
      if (amount.plus(discount).gt(document.open.plus(own.get(doc) ?? NOTHING))) throw tooMuchLinked('original');
    }
  }
}
