import * as v from 'valibot';
import type { ItemCategory } from '../../documents/document';
import { amount, id, optionalAmount, optionalMoment, optionalText } from '../fields';
import type { PlatformRequest } from '../outbound';

/**
 * UNVERIFIED. What Nue does not publish about its payloads, in one place. Everything here is read where it is present
 * and never required, so that a payload without it is still posted; names are to be checked against a live tenant.
 *
 * Published (api-docs.nue.io): the names in `schema.ts`.
 */

/** An invoice item: the service period, the description and the tax of the item, beside the published fields. */
export const assumedInvoiceItemFields = {
  description: optionalText,
  productName: optionalText,
  startDate: optionalMoment,
  endDate: optionalMoment,
  /** Price of one unit before discounts. */
  netSalesPrice: optionalAmount,
  /** Tax of this item, on top of `transactionAmount`, which is taken to be without tax. */
  taxAmount: optionalAmount,
  taxCode: optionalText,
};

/** An invoice: the text that a person wrote for it. */
export const assumedInvoiceFields = { invoiceComment: optionalText };

/**
 * A credit memo: published are number, date, amounts, balance, source and `appliedById`; how it shows its items, its
 * status and its applications is not. Items are taken to be written as an invoice's, which
 * `credit-memos/standalone:upsert` takes too, and applications as `credit-memos:apply` takes them.
 */
export const assumedCreditMemoFields = {
  status: optionalText,
  creditMemoComment: optionalText,
  appliedInvoices: v.nullish(v.array(v.object({ invoiceId: id, transactionAmount: amount })), []),
};

/** A status in which a credit memo is not (or not any more) in force; the names are those of invoices. */
export function isCreditMemoUnfinished(status: string): boolean {
  return ['draft', 'pendingactivation'].includes(plainWord(status)) || isCreditMemoCancelled(status);
}

/** A status of a credit memo that is cancelled. */
export function isCreditMemoCancelled(status: string): boolean {
  return ['canceled', 'cancelled'].includes(plainWord(status));
}

function plainWord(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}

const JSON_REQUEST = { headers: {}, idempotencyHeader: null } as const;

/**
 * What is said of credit memos to Nue. Published are `GET /credit-memos` and `POST /billing/credit-memos:apply` with its
 * body, and that there is `:unapply`; that one credit memo is read by its id, that `:unapply` takes the body of `:apply`,
 * and all of `:cancel` (in the form of `invoices:activate`) are not. Nue publishes no idempotency key.
 */
export const assumedCreditMemoRequests = {
  read: (id: string): PlatformRequest => ({
    ...JSON_REQUEST,
    method: 'GET',
    path: `/credit-memos/${encodeURIComponent(id)}`,
    body: null,
  }),
  unapply: (appliedInvoices: readonly object[]): PlatformRequest => ({
    ...JSON_REQUEST,
    method: 'POST',
    path: '/billing/credit-memos:unapply',
    body: { appliedInvoices },
  }),
  cancel: (id: string): PlatformRequest => ({
    ...JSON_REQUEST,
    method: 'POST',
    path: '/billing/credit-memos:cancel',
    body: { creditMemoIds: [id] },
  }),
} as const;

/** A customer: how Nue names people, and addresses as Salesforce, beside which Nue lives, names them. */
export const assumedCustomerFields = {
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  phone: optionalText,
  paymentTerm: optionalText,
  parentCustomerId: optionalText,
  description: optionalText,
  billingStreet: optionalText,
  billingCity: optionalText,
  billingState: optionalText,
  billingPostalCode: optionalText,
  billingCountry: optionalText,
  shippingStreet: optionalText,
  shippingCity: optionalText,
  shippingState: optionalText,
  shippingPostalCode: optionalText,
  shippingCountry: optionalText,
};

/** A product: which of Nue's three kinds of asset it becomes when it is sold. */
export const assumedProductFields = { assetType: optionalText, productCategory: optionalText };

const CATEGORIES: ReadonlyMap<string, ItemCategory> = new Map<string, ItemCategory>([
  ['subscription', 'subscription'],
  ['recurringservices', 'subscription'],
  ['entitlement', 'entitlement'],
  ['onetimeservices', 'entitlement'],
  ['asset', 'asset'],
  ['physicalgoods', 'asset'],
]);

/**
 * The kind of a product, from the first word that says it. A product that says nothing is a subscription: that is what
 * Nue mostly sells, and its default item type (non-inventory) is the one that needs no stock.
 */
export function assumedCategory(words: readonly (string | null)[]): ItemCategory {
  for (const word of words) {
    const category = word === null ? undefined : CATEGORIES.get(word.toLowerCase().replace(/[^a-z]/g, ''));
    if (category !== undefined) return category;
  }
  return 'subscription';
}

/** The tax code of a tax that names none. */
export const ASSUMED_TAX_CODE = 'Nue Tax';

/**
 * Where one customer is read. Published is that customers are read by their id; the path is that of the list with the id
 * after it, as Nue writes it for invoices. A customer that is not there is taken to be answered HTTP 404 or no data.
 */
export function assumedCustomerPath(id: string): string {
  return `/customers/${encodeURIComponent(id)}`;
}

/** The names of a product that are asked for: those of `schema.ts`, and {@link assumedProductFields}. */
const PRODUCT_NAMES = ['id', 'name', 'sku', 'description', 'recordType', 'productCategory', 'lastModifiedDate'];

/**
 * How one product is asked for by GraphQL. Published are that products are, and conditions as `{ id: { _eq: ... } }`; the
 * path, the name of the object and that variables are taken are not.
 */
export const assumedProductQuery = {
  path: '/async/graphql',
  /** The member of `data` that lists the products. */
  member: 'Product',
  body: (id: string) => ({
    query: `query ($id: String!) { Product(where: { id: { _eq: $id } }) { ${PRODUCT_NAMES.join(' ')} } }`,
    variables: { id },
  }),
} as const;
