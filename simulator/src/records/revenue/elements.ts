import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { arrangementOf, createArrangement, refreshArrangement } from './arrangements';
import { refreshPlans, removePlan } from './plans';
import { writeElement } from './writeElement';

/** Orders make elements when they are approved, and unless they are cancelled. */
const ORDERS = new Set(['SalesOrd', 'RtnAuth']);
const HELD = new Set(['A', 'C']);

/** Sources of elements (section_4333740355). */
const SOURCES = new Set(['SalesOrd', 'RtnAuth', 'CustInvc', 'CashSale', 'CustCred', 'CashRfnd']);

/**
 * Brings arrangement, elements and plans up to date with a stored sale. Every line of an item with a revenue recognition
 * rule has an element, negative for what takes a sale back. A line that bills or refunds an order's line belongs to the
 * order's element and makes none (section_4333740355). NetSuite does this with a delay or by hand; here it is done with
 * the save. Revenue amounts are the lines' amounts: fair values are a feature of their own.
 */
export function refreshElements(account: Account, transaction: number): void {
  const { store } = account;
  const header = store.get('SELECT * FROM "transaction" WHERE id = ?', [transaction]);
  if (header === null || !SOURCES.has(String(header.type))) return;
  const lines = isActive(header) ? deferringLines(account, transaction) : [];
  const touched = new Set<number>();
  const kept = new Set<number>();
  let arrangement = arrangementOf(account, transaction);
  for (const line of lines) {
    const ordered = orderedElement(account, transaction, Number(line.id));
    if (ordered !== 'none') {
      if (ordered !== null) setElement(account, transaction, line, ordered);
      if (ordered !== null) touched.add(ordered);
      continue;
    }
    const known = store.get<{ id: number }>(
      'SELECT id FROM revenueelement WHERE sourcetransaction = ? AND sourcekey = ?',
      [transaction, line.uniquekey ?? null],
    );
    if (known === null) arrangement ??= newArrangement(account, header);
    const id = writeElement(account, header, line, known?.id ?? null, arrangement);
    setElement(account, transaction, line, id);
    kept.add(id);
    touched.add(id);
  }
  for (const { id } of elementsOf(account, transaction)) if (!kept.has(id)) removeElement(account, id);
  for (const { id } of store.all<{ id: number }>(
    'SELECT DISTINCT createdfrom AS id FROM revenueplan WHERE eventtransaction = ?',
    [transaction],
  )) {
    touched.add(id);
  }
  for (const id of touched) refreshWith(account, id);
}

function isActive(header: Row): boolean {
  if (header.voided === 'T') return false;
  return ORDERS.has(String(header.type)) ? !HELD.has(String(header.status)) : header.posting === 'T';
}

function deferringLines({ store }: Account, transaction: number): Row[] {
  return store.all(
    `SELECT tl.*, i.revenuerecognitionrule, i.revrecforecastrule, i.createrevenueplanson, i.incomeaccount, i.itemid FROM transactionline tl
     JOIN item i ON i.id = tl.item AND i.revenuerecognitionrule IS NOT NULL AND COALESCE(i.directrevenueposting, 'F') = 'F'
     WHERE tl."transaction" = ? AND tl.itemsublist = 'item' ORDER BY tl.linesequencenumber`,
    [transaction],
  );
}

/** The element of the order's line that a line bills; null where that has none, `none` where it bills no order. */
function orderedElement({ store }: Account, transaction: number, line: number): number | null | 'none' {
  const row = store.get<{ element: number | null }>(
    `SELECT o.revenueelement AS element FROM transactionlink l
     JOIN transactionline o ON o."transaction" = l.previousdoc AND o.id = l.previousline
     WHERE l.nextdoc = ? AND l.nextline = ? AND l.linktype = 'OrdBill'`,
    [transaction, line],
  );
  return row === null ? 'none' : row.element;
}

function setElement({ store }: Account, transaction: number, line: Row, element: number): void {
  store.run('UPDATE transactionline SET revenueelement = ? WHERE "transaction" = ? AND id = ?', [
    element,
    transaction,
    line.id ?? null,
  ]);
}

function newArrangement(account: Account, header: Row): number {
  const { entity, subsidiary, currency, exchangerate } = header;
  return createArrangement(account, {
    entity: entity ?? null,
    subsidiary: subsidiary ?? null,
    currency: currency ?? null,
    exchangerate: exchangerate ?? null,
    trandate: String(header.trandate),
    createdfrom: Number(header.id),
  });
}

function elementsOf({ store }: Account, source: number): { id: number }[] {
  return store.all<{ id: number }>('SELECT id FROM revenueelement WHERE sourcetransaction = ?', [source]);
}

function refreshWith(account: Account, element: number): void {
  const row = account.store.get<{ revenuearrangement: number }>(
    'SELECT revenuearrangement FROM revenueelement WHERE id = ?',
    [element],
  );
  refreshPlans(account, element);
  if (row !== null) refreshArrangement(account, row.revenuearrangement);
}

function removeElement(account: Account, element: number): void {
  const { store } = account;
  const row = store.get<{ revenuearrangement: number }>('SELECT revenuearrangement FROM revenueelement WHERE id = ?', [
    element,
  ]);
  for (const { id } of store.all<{ id: number }>('SELECT id FROM revenueplan WHERE createdfrom = ?', [element])) {
    removePlan(account, id);
  }
  store.run('DELETE FROM revenueelement WHERE id = ?', [element]);
  if (row !== null) refreshArrangement(account, row.revenuearrangement);
}

/**
 * Brings up to date the plans of what a shipment or a receipt moves (section_4340443927): fulfillment may make them, and
 * what was made by a line that is gone goes.
 */
export function refreshMoved(account: Account, transaction: number): void {
  const moved = account.store.all<{ id: number }>(
    `SELECT e.id FROM revenueelement e JOIN transactionlink l
       ON l.previousdoc = e.sourcetransaction AND l.previousline = e.sourceline AND l.linktype = 'ShipRcpt'
     WHERE l.nextdoc = ?1 UNION SELECT createdfrom FROM revenueplan WHERE eventtransaction = ?1 ORDER BY 1`,
    [transaction],
  );
  for (const { id } of moved) refreshWith(account, id);
}

/** Takes away the elements of a source, and from the elements of orders what it billed or moved of them. */
export function releaseElements(account: Account, transaction: number): void {
  const { store } = account;
  for (const { id } of elementsOf(account, transaction)) removeElement(account, id);
  const billed = store.all<{ id: number }>(
    `SELECT revenueelement AS id FROM transactionline WHERE "transaction" = ?1 AND revenueelement IS NOT NULL
     UNION SELECT createdfrom FROM revenueplan WHERE eventtransaction = ?1`,
    [transaction],
  );
  store.run('UPDATE transactionline SET revenueelement = NULL WHERE "transaction" = ?', [transaction]);
  for (const { id } of billed) refreshWith(account, id);
}
