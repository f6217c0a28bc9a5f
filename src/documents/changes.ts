/**
 * The vocabulary for what changes in NetSuite and is sent to a billing platform. Publishing makes these of NetSuite's
 * values, a platform's encoder turns them into requests. One member for each kind of change that is sent.
 */
export type ChangeDocument = CustomerChange | CreditMemoCancellation;

export type ChangeKind = ChangeDocument['kind'];

/** What every change has. */
export interface ChangeHeader {
  /** The connection's key. */
  readonly connection: string;
  /** The platform's own id of the document that the record stands for. */
  readonly id: string;
  /** The record's number in NetSuite. */
  readonly number: string;
  /** The NetSuite record that changed. */
  readonly record: { readonly type: string; readonly id: string };
}

/** Fields of an address that are sent. */
export const ADDRESS_FIELDS = ['attention', 'line1', 'line2', 'city', 'state', 'postalCode', 'country'] as const;

export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** What is compared and sent of a customer. */
export const CUSTOMER_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'comments',
  'paymentTerm',
  'isOneAddress',
  ...ADDRESS_FIELDS.map((field) => `billing.${field}` as const),
  ...ADDRESS_FIELDS.map((field) => `shipping.${field}` as const),
  'shipping.phone',
] as const;

export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

/**
 * A customer as NetSuite holds it, as texts; empty where it holds nothing. `name` is the company's name, or a person's
 * first and last name; `firstName` and `lastName` are a person's. `paymentTerm` is the internal id of the term.
 * `isOneAddress` is `T` where one line of the address book is the default for billing and shipping; countries are ISO
 * 3166 codes. The phone of the billing address is the customer's, so only a shipping address of its own has one.
 */
export type CustomerContent = Readonly<Record<CustomerField, string>>;

/** An edit of a customer. */
export interface CustomerChange extends ChangeHeader {
  readonly kind: 'customer';
  readonly content: CustomerContent;
  /** The fields whose value the platform does not have, or may not have. Only these are sent. */
  readonly changed: readonly CustomerField[];
  /** Whether one address was billing and shipping address before; null where that is not known. */
  readonly wasOneAddress: boolean | null;
}

/** A credit memo that does not count in NetSuite any more: it was voided or deleted, so it is cancelled in the platform. */
export interface CreditMemoCancellation extends ChangeHeader {
  readonly kind: 'creditMemo';
}
