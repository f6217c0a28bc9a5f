import { nueCreditMemo } from '../../integration/support/creditMemos';
import { nueInvoice, without } from '../../integration/support/invoices';
import { nueCustomer, nueProduct, zuoraInvoice } from '../payloads';
import type { Chance } from './chance';

/** A document of a billing platform, in its versions. */
export interface SourceDocument {
  readonly connection: 'nue' | 'zuora';
  readonly kind: 'customer' | 'item' | 'invoice' | 'creditMemo';
  readonly id: string;
  /** Payloads; the newest is the last one. */
  readonly versions: readonly unknown[];
  /** Of an invoice or credit memo: its total in each version. */
  readonly totals: readonly number[];
  /** Of a credit memo: the invoice that it is applied to, and how much of it. */
  readonly applied?: { readonly invoice: string; readonly amount: number };
  /** Whether its platform deletes it once all of its versions were delivered. */
  readonly isDeleted?: boolean;
  /** Of a deleted invoice: a newer version that comes days later all the same. */
  readonly comesBack?: { readonly data: unknown; readonly total: number };
}

/** `nue invoice invoice-1`: how logs, findings and the subjects of transfers name a document. */
export function documentName({ connection, kind, id }: SourceDocument): string {
  return `${connection} ${kind} ${id}`;
}

interface BilledChanges {
  readonly customer: string;
  readonly product: string;
  readonly versions: number;
  readonly isDeleted: boolean;
}

/** One or two documents of one customer. */
export function fewDocuments(chance: Chance): readonly SourceDocument[] {
  const what = chance.one(['versions', 'credited', 'deleted', 'deleted', 'zuora'] as const);
  const customer = chance.percent(40) ? [versioned('customer', 'customer-1', chance.between(1, 2), nueCustomer)] : [];
  if (what === 'zuora') return [zuoraDocument(chance, '1', 'account-1')];
  const versions = what === 'credited' ? 1 : chance.between(1, 2);
  const billed = { customer: 'customer-1', product: 'product-1', versions, isDeleted: what === 'deleted' };
  const invoice = nueInvoiceDocument(chance, '1', billed);
  if (what === 'credited') return [invoice, ...creditMemosOf(chance, '1', billed, invoice, 1)];
  return [...customer, invoice];
}

/** Documents of several customers of both platforms. */
export function manyDocuments(chance: Chance): readonly SourceDocument[] {
  const customers = Array.from({ length: chance.between(1, 3) }, (_, index) => `customer-${index + 1}`);
  const products = Array.from({ length: chance.between(1, 2) }, (_, index) => `product-${index + 1}`);
  const invoices = Array.from({ length: chance.between(1, 3) }, (_, index) => {
    const id = `${index + 1}`;
    const isDeleted = chance.percent(25);
    const versions = chance.percent(isDeleted ? 50 : 30) ? 2 : 1;
    const billed = { customer: chance.one(customers), product: chance.one(products), versions, isDeleted };
    const invoice = nueInvoiceDocument(chance, id, billed);
    // Of an invoice that changes or goes, NetSuite could not take back what is applied to it.
    const isCredited = versions === 1 && !isDeleted && chance.percent(40);
    return [invoice, ...(isCredited ? creditMemosOf(chance, id, billed, invoice, chance.between(1, 2)) : [])];
  });
  const zuora = Array.from({ length: chance.between(0, 2) }, (_, index) =>
    zuoraDocument(chance, `${index + 1}`, `account-${chance.between(1, 2)}`),
  );
  return [
    ...customers.flatMap((id) =>
      chance.percent(60) ? [versioned('customer', id, chance.between(1, 3), nueCustomer)] : [],
    ),
    ...products.flatMap((id) => (chance.percent(30) ? [versioned('item', id, chance.between(1, 3), nueProduct)] : [])),
    ...invoices.flat(),
    ...zuora,
  ];
}

function versioned(
  kind: 'customer' | 'item',
  id: string,
  count: number,
  payload: (id: string, version: number) => unknown,
): SourceDocument {
  const versions = Array.from({ length: count }, (_, index) => payload(id, index + 1));
  return { connection: 'nue', kind, id, versions, totals: [] };
}

function nueInvoiceDocument(chance: Chance, id: string, billed: BilledChanges): SourceDocument {
  const hasTax = chance.percent(30);
  // Without its customer it waits, and is withdrawn where nothing else brings the customer in time, or at all.
  const isBare = billed.isDeleted && chance.percent(50);
  const customer = isBare && chance.percent(50) ? `absent-${id}` : billed.customer;
  const comesBack = billed.isDeleted && chance.percent(40);
  const all = Array.from({ length: billed.versions + (comesBack ? 1 : 0) }, (_, index) => {
    const net = chance.between(1, 900);
    const data = {
      ...nueInvoice(id, [lineOf(net, billed.product, hasTax)], customer),
      lastModifiedDate: `2026-10-${15 + index}T06:00:00.000Z`,
    };
    return { data, total: net + (hasTax ? 1 : 0) };
  });
  const before = all.slice(0, billed.versions);
  return {
    connection: 'nue',
    kind: 'invoice',
    id: `invoice-${id}`,
    versions: before.map(({ data }) => (isBare ? without(without(data, 'customer'), 'products') : data)),
    totals: before.map(({ total }) => total),
    isDeleted: billed.isDeleted,
    ...(comesBack ? { comesBack: all[billed.versions] } : {}),
  };
}

/** Credit memos that are applied to an invoice, in part or in full; together they never come to more than it. */
function creditMemosOf(
  chance: Chance,
  id: string,
  { customer, product }: BilledChanges,
  invoice: SourceDocument,
  most: number,
): readonly SourceDocument[] {
  const memos: SourceDocument[] = [];
  let owed = invoice.totals[0] ?? 0;
  for (let number = 1; number <= most && owed > 0; number += 1) {
    const hasTax = chance.percent(30);
    const net = chance.between(1, 900);
    const total = net + (hasTax ? 1 : 0);
    const amount = chance.between(1, Math.min(total, owed));
    owed -= amount;
    const memo = `${id}-${number}`;
    const lines = [lineOf(net, product, hasTax)];
    memos.push({
      connection: 'nue',
      kind: 'creditMemo',
      id: `memo-${memo}`,
      versions: [nueCreditMemo(memo, { customer, lines, applied: { [id]: amount } })],
      totals: [total],
      applied: { invoice: invoice.id, amount },
    });
  }
  return memos;
}

function lineOf(net: number, product: string, hasTax: boolean) {
  return { amount: `${net}.00`, product, ...(hasTax ? { tax: '1.00' } : {}) };
}

function zuoraDocument(chance: Chance, id: string, account: string): SourceDocument {
  const amount = chance.between(1, 500) * 5;
  const data = zuoraInvoice(id, amount, account);
  const isDeleted = chance.percent(20);
  return { connection: 'zuora', kind: 'invoice', id: String(data.id), versions: [data], totals: [amount], isDeleted };
}
