import type { CalendarDate, CurrencyCode, Decimal } from './values';

/**
 * The one vocabulary for what billing platforms send. A platform's decoder makes these, posting reads them; nothing
 * else knows a platform's field names.
 */
export type BillingDocument = CustomerDocument | ItemDocument | InvoiceDocument | CreditMemoDocument;

export type DocumentKind = BillingDocument['kind'];

/** What every document has. */
interface DocumentHeader {
  /** The connection's key, for example `zuora-us`. */
  readonly connection: string;
  /** The platform's own id; with connection and kind it names the document for ever. */
  readonly id: string;
  /** The number that people use, for example `INV-00000042`; the id where the platform has none. */
  readonly number: string;
  /** The platform's updated time or a counter; empty where it sends neither (then the content decides). */
  readonly version: string;
  /** The platform's object as it was received. */
  readonly raw: unknown;
}

/** A name of another document of the same connection. */
export interface DocumentReference {
  readonly kind: DocumentKind;
  readonly id: string;
}

export interface Address {
  readonly label: string;
  readonly attention: string | null;
  readonly addressee: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  /** ISO 3166 alpha-2 code. */
  readonly country: string | null;
  readonly phone: string | null;
  readonly isDefaultBilling: boolean;
  readonly isDefaultShipping: boolean;
}

/** Names of classifications as the platform gives them: full paths, or null. */
export interface Classification {
  readonly class: string | null;
  readonly department: string | null;
  readonly location: string | null;
}

export interface CustomerDocument extends DocumentHeader {
  readonly kind: 'customer';
  readonly isPerson: boolean;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly currency: CurrencyCode | null;
  /** Full path of the subsidiary where the platform knows it, else null: settings decide. */
  readonly subsidiary: string | null;
  readonly paymentTerm: string | null;
  readonly parent: DocumentReference | null;
  readonly comments: string | null;
  readonly addresses: readonly Address[];
}

/** What a product is for; settings map it to a NetSuite item type and accounts. */
export type ItemCategory = 'subscription' | 'entitlement' | 'asset' | 'charge';

export interface ItemDocument extends DocumentHeader {
  readonly kind: 'item';
  readonly category: ItemCategory;
  readonly name: string;
  readonly sku: string | null;
  readonly description: string | null;
  /** The platform's own word for the NetSuite item type (Zuora `ItemType__NS`), else null: settings decide by category. */
  readonly itemType: 'noninventory' | 'service' | 'inventory' | null;
  /** Full names or codes of G/L accounts where the platform knows them, else null: settings decide. */
  readonly incomeAccount: string | null;
  readonly deferredRevenueAccount: string | null;
  readonly classification: Classification;
  readonly subsidiary: string | null;
  readonly includeChildren: boolean;
}

export interface InvoiceLine {
  /** The platform's line id. */
  readonly id: string;
  readonly item: DocumentReference;
  readonly description: string | null;
  readonly quantity: Decimal;
  /** Price of one unit as the platform gives it; null where only the amount is known. */
  readonly unitPrice: Decimal | null;
  /** Without tax, in the document's currency. */
  readonly amount: Decimal;
  readonly serviceStart: CalendarDate | null;
  readonly serviceEnd: CalendarDate | null;
  readonly classification: Classification;
}

export interface TaxLine {
  readonly id: string;
  /** The platform's tax code; settings map it to the item that stands for the tax. */
  readonly taxCode: string;
  /** Internal id of the tax item where the platform holds it (Zuora's accounting code of a tax code), else null. */
  readonly taxItem: string | null;
  readonly description: string | null;
  readonly rate: string | null;
  readonly amount: Decimal;
}

/** What invoices and credit memos have in common. */
export interface BilledDocument extends DocumentHeader {
  readonly customer: DocumentReference;
  readonly currency: CurrencyCode;
  readonly date: CalendarDate;
  readonly memo: string | null;
  readonly classification: Classification;
  readonly lines: readonly InvoiceLine[];
  readonly taxLines: readonly TaxLine[];
  /** With tax; equals the sum of all lines to the cent, or the decoder refuses the document. */
  readonly total: Decimal;
  readonly taxTotal: Decimal;
}

export interface InvoiceDocument extends BilledDocument {
  readonly kind: 'invoice';
  readonly dueDate: CalendarDate | null;
  readonly purchaseOrder: string | null;
}

/** So much of a credit memo is applied to an invoice. */
export interface CreditApplication {
  readonly invoice: DocumentReference;
  /** In the credit memo's currency, positive. */
  readonly amount: Decimal;
}

/** Lowers what the customer owes. Amounts are positive, as NetSuite writes them on a credit memo. */
export interface CreditMemoDocument extends BilledDocument {
  readonly kind: 'creditMemo';
  /** What the platform applied it to, each invoice once; the rest of it is not applied. */
  readonly applications: readonly CreditApplication[];
}
