import type { Account } from '../../kernel/account';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { userError } from '../validation';
import { type LinkType, linksTo, releaseLinks, replaceLinks } from './links';
import { orderLines, refreshOrder } from './orderProgress';

/** Orders: what they promise is billed, shipped or received by later transactions. */
const ORDERS = new Set(['SalesOrd', 'RtnAuth']);
const MOVEMENTS = new Set(['ItemShip', 'ItemRcpt']);

/** How a transaction continues the one that it was created from; both are codes of `transaction.type`. */
export function linkTypeOf(previousType: string, nextType: string): LinkType {
  if (nextType === 'RtnAuth' || !ORDERS.has(previousType)) return 'SaleRet';
  return MOVEMENTS.has(nextType) ? 'ShipRcpt' : 'OrdBill';
}

/** Sets on every item line which line of which transaction it continues: `orderdoc` and `orderline`. */
export function readContinuation({ account }: RecordContext, data: RecordData, id: number): void {
  const linkType = linkTypeWith(account, keyIn(data.fields.createdfrom), id);
  if (linkType === null) return;
  const links = new Map(linksTo(account, id, linkType).map((link) => [String(link.nextLine), link]));
  for (const line of data.sublists.item ?? []) {
    const link = links.get(String(line.fields.line));
    if (!link) continue;
    line.fields.orderdoc = String(link.previousDoc);
    line.fields.orderline = String(link.previousLine);
  }
}

/** Writes the links of the item lines, which have their ids already, and brings the order that they continue up to date. */
export function writeContinuation({ account }: RecordContext, data: RecordData, id: number): void {
  const linkType = linkTypeWith(account, keyIn(data.fields.createdfrom), id);
  if (linkType === null) return;
  const links = (data.sublists.item ?? []).flatMap((line) => {
    const [previousDoc, previousLine, nextLine] = [line.fields.orderdoc, line.fields.orderline, line.fields.line].map(
      (value) => keyIn(value),
    );
    if (previousDoc == null || previousLine == null || nextLine == null) return [];
    const amount = line.fields.amount;
    return [{ previousDoc, previousLine, nextLine, foreignAmount: typeof amount === 'number' ? amount : null }];
  });
  if (data.id === null && linkType === 'OrdBill') refuseBilled(account, links);
  const before = linksTo(account, id, linkType).map((link) => link.previousDoc);
  replaceLinks(account, id, linkType, links);
  if (linkType === 'SaleRet') return;
  for (const order of new Set([...before, ...links.map((link) => link.previousDoc)])) touchOrder(account, order);
}

/**
 * Two bills of the same order: the second finds what it bills billed already (section_N1221414 describes the message;
 * the code is assumed).
 */
function refuseBilled(
  account: Account,
  links: readonly { readonly previousDoc: number; readonly previousLine: number }[],
): void {
  for (const order of new Set(links.map((link) => link.previousDoc))) {
    const lines = new Map(orderLines(account, order).map((line) => [line.id, line]));
    for (const { previousDoc, previousLine } of links) {
      const line = previousDoc === order ? lines.get(previousLine) : undefined;
      if (line?.counts && line.billed.gte(line.quantity)) {
        throw userError('This transaction has already been processed.');
      }
    }
  }
}

/** Takes a transaction out of the chain, at its deletion or its void: the orders that it continued are open again. */
export function releaseContinuation(account: Account, id: number): void {
  const orders = account.store.all<{ id: number }>(
    "SELECT DISTINCT previousdoc AS id FROM transactionlink WHERE nextdoc = ? AND linktype IN ('OrdBill', 'ShipRcpt')",
    [id],
  );
  releaseLinks(account, id);
  for (const order of orders) touchOrder(account, order.id);
}

/** The order changes with what continues it: whoever loaded it before finds that it has been changed (section_N2877583). */
function touchOrder(account: Account, order: number): void {
  refreshOrder(account, order);
  account.store.run(
    'UPDATE "transaction" SET recordversion = COALESCE(recordversion, 0) + 1, lastmodifieddate = ? WHERE id = ?',
    [new Date(account.clock.now()).toISOString(), order],
  );
}

function linkTypeWith({ store }: Account, createdFrom: number | null, id: number): LinkType | null {
  if (createdFrom === null) return null;
  const typeOf = (transaction: number): string | undefined =>
    store.get<{ type: string }>('SELECT type FROM "transaction" WHERE id = ?', [transaction])?.type;
  const [previous, next] = [typeOf(createdFrom), typeOf(id)];
  return previous === undefined || next === undefined ? null : linkTypeOf(previous, next);
}
