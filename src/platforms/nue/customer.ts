import type { Address, CustomerDocument } from '../../documents/document';
import { versionOf } from '../../documents/moments';
import type { InputError, Result } from '../../documents/problem';
import type { CurrencyCode } from '../../documents/values';
import { address } from '../addresses';
import type { DecodeSettings } from '../platform';
import { lastModified, type NueCustomer } from './schema';

/** Where a customer stands in the request, and what its document is made in. */
export interface CustomerContext {
  readonly raw: unknown;
  readonly path: string;
  /** The currency of the invoice that brings the customer along, for a customer that names none. */
  readonly currency: CurrencyCode | null;
}

/** A Nue customer as a document. Nue's record type Consumer is a person, Business a company. */
export function customerDocument(
  customer: NueCustomer,
  context: CustomerContext,
  settings: DecodeSettings,
): Result<CustomerDocument, InputError> {
  const billing = address(
    {
      ...streetLines(customer.billingStreet),
      label: 'Nue Billing Address',
      attention: null,
      addressee: customer.name,
      city: customer.billingCity,
      state: customer.billingState,
      postalCode: customer.billingPostalCode,
      country: customer.billingCountry,
      phone: null,
      isDefaultBilling: true,
      isDefaultShipping: false,
    },
    `${context.path}.billingCountry`,
  );
  if (!billing.ok) return billing;
  const shipping = address(
    {
      ...streetLines(customer.shippingStreet),
      label: 'Nue Shipping Address',
      attention: null,
      addressee: customer.name,
      city: customer.shippingCity,
      state: customer.shippingState,
      postalCode: customer.shippingPostalCode,
      country: customer.shippingCountry,
      phone: null,
      isDefaultBilling: false,
      isDefaultShipping: true,
    },
    `${context.path}.shippingCountry`,
  );
  if (!shipping.ok) return shipping;
  return {
    ok: true,
    value: {
      kind: 'customer',
      connection: settings.connection,
      id: customer.id,
      number: customer.accountNumber ?? customer.id,
      version: versionOf(lastModified(customer)),
      raw: context.raw,
      isPerson: customer.recordType?.toLowerCase() === 'consumer',
      name: customer.name,
      firstName: customer.firstName,
      lastName: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      currency: customer.currencyIsoCode ?? context.currency,
      subsidiary: null,
      paymentTerm: customer.paymentTerm,
      parent: customer.parentCustomerId === null ? null : { kind: 'customer', id: customer.parentCustomerId },
      comments: customer.description,
      addresses: [billing.value, shipping.value].filter((given): given is Address => given !== null),
    },
  };
}

/** A street of several lines: the first, and the rest on one. */
function streetLines(street: string | null): { readonly line1: string | null; readonly line2: string | null } {
  const lines = (street ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { line1: lines[0] ?? null, line2: lines.slice(1).join(', ') || null };
}
