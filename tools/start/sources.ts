import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';

const folder = join('tools', 'start', 'documents');

/** Its item names an income account that the demo company does not have. */
const deliberatelyBad = 'INV00002105';

/** An invoice as its platform has it: what NetSuite must show after it is posted. */
export interface SourceInvoice {
  readonly connection: string;
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly dueDate: string;
  /** With tax, two decimals. */
  readonly total: string;
  readonly tax: string;
  /** Lines with tax lines. */
  readonly lines: number;
  /** Name of the subsidiary, without its parents. */
  readonly subsidiary: string;
  readonly isBad: boolean;
  /** The platform's object, as it is sent. */
  readonly data: unknown;
}

/** What is read of a Nue invoice here; the connector has its own reading. */
interface NueInvoice {
  readonly id: string;
  readonly name: string;
  readonly currencyIsoCode: string;
  readonly invoiceDate: string;
  readonly dueDate: string;
  readonly amount: number;
  readonly taxAmount: number;
  readonly customer: { readonly name: string };
  readonly items: readonly { readonly taxAmount: number; readonly taxCode?: string }[];
}

interface ZuoraInvoice {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly currency: string;
  readonly invoiceDate: string;
  readonly dueDate: string;
  readonly amount: number;
  readonly taxAmount: number;
  readonly account: { readonly name: string; readonly Subsidiary__NS: string };
  readonly invoiceItems: readonly { readonly taxationItems: readonly unknown[] }[];
}

/** The demo's invoices, by platform and number. */
export function sourceInvoices(): SourceInvoice[] {
  return [...documents('nue').map(fromNue), ...documents('zuora').map(fromZuora)];
}

function documents(platform: string): unknown[] {
  return readdirSync(join(folder, platform))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, platform, file), 'utf8')) as unknown);
}

function fromNue(data: unknown): SourceInvoice {
  const invoice = data as NueInvoice;
  // Nue's tax is posted as one line for each tax code.
  const taxCodes = new Set(invoice.items.filter((item) => item.taxAmount !== 0).map((item) => item.taxCode));
  return {
    connection: 'nue',
    id: invoice.id,
    number: invoice.name,
    customer: invoice.customer.name,
    currency: invoice.currencyIsoCode,
    date: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    total: money(invoice.amount),
    tax: money(invoice.taxAmount),
    lines: invoice.items.length + taxCodes.size,
    subsidiary: 'Northwind Analytics',
    isBad: invoice.name === deliberatelyBad,
    data,
  };
}

function fromZuora(data: unknown): SourceInvoice {
  const invoice = data as ZuoraInvoice;
  const taxLines = invoice.invoiceItems.flatMap((item) => item.taxationItems);
  return {
    connection: 'zuora',
    id: invoice.id,
    number: invoice.invoiceNumber,
    customer: invoice.account.name,
    currency: invoice.currency,
    date: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    total: money(invoice.amount),
    tax: money(invoice.taxAmount),
    lines: invoice.invoiceItems.length + taxLines.length,
    subsidiary: invoice.account.Subsidiary__NS.split(' : ').at(-1) ?? '',
    isBad: invoice.invoiceNumber === deliberatelyBad,
    data,
  };
}

function money(amount: number): string {
  return new Big(String(amount)).toFixed(2);
}
