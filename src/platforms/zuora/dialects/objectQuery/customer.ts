import type { Address, Classification, CustomerDocument } from '../../../../documents/document';
import { quoted, refuse } from '../../../../documents/inputErrors';
import { versionOf } from '../../../../documents/moments';
import type { InputError, Result } from '../../../../documents/problem';
import type { CurrencyCode } from '../../../../documents/values';
import { address } from '../../../addresses';
import type { DecodeSettings } from '../../../platform';
import type { ZuoraAccount, ZuoraContact } from './schema';

/** Where an account stands in the request, and what its document is made in. */
export interface AccountContext {
  readonly raw: unknown;
  readonly path: string;
  /** The currency of the invoice that brings the account along, for an account that names none. */
  readonly currency: CurrencyCode | null;
}

/**
 * A Zuora account with its bill-to and sold-to contacts as a document. `CustomerType__NS` Individual is a person, named
 * as the bill-to contact; anything else is a company. An account with `SynctoNetSuite__NS` No is refused.
 */
export function customerDocument(
  account: ZuoraAccount,
  context: AccountContext,
  settings: DecodeSettings,
): Result<CustomerDocument, InputError> {
  if (account.SynctoNetSuite__NS === false) {
    return refuse(
      'SYNC_SWITCHED_OFF',
      `${context.path}.SynctoNetSuite__NS`,
      `Account ${quoted(account.accountNumber ?? account.id)} has Sync to NetSuite = No: set it to Yes in Zuora first.`,
    );
  }
  const type = (account.CustomerType__NS ?? 'Company').toLowerCase();
  if (type !== 'company' && type !== 'individual') {
    return refuse(
      'INVALID_VALUE',
      `${context.path}.CustomerType__NS`,
      `${context.path}.CustomerType__NS is ${quoted(account.CustomerType__NS)}: send Company or Individual.`,
    );
  }
  const addresses = addressesOf(account, context.path);
  if (!addresses.ok) return addresses;
  const contact = account.billTo ?? account.soldTo;
  return {
    ok: true,
    value: {
      kind: 'customer',
      connection: settings.connection,
      id: account.id,
      number: account.accountNumber ?? account.id,
      version: account.updatedDate === null ? '' : versionOf(account.updatedDate),
      raw: context.raw,
      isPerson: type === 'individual',
      name: account.name,
      firstName: contact?.firstName ?? null,
      lastName: contact?.lastName ?? null,
      email: contact?.workEmail ?? null,
      phone: contact?.workPhone ?? null,
      currency: account.currency ?? context.currency,
      subsidiary: account.Subsidiary__NS,
      paymentTerm: account.paymentTerm,
      parent: account.parentId === null ? null : { kind: 'customer', id: account.parentId },
      comments: account.notes,
      addresses: addresses.value,
    },
  };
}

/** The account's classification: the header of its transactions takes it. */
export function classificationOf(account: ZuoraAccount | null): Classification {
  return {
    class: account?.Class__NS ?? null,
    department: account?.Department__NS ?? null,
    location: account?.Location__NS ?? null,
  };
}

function addressesOf(account: ZuoraAccount, path: string): Result<readonly Address[], InputError> {
  const isOneContact =
    account.billTo !== null && account.billTo.id !== null && account.billTo.id === account.soldTo?.id;
  const bill = contactAddress(account.billTo, account, {
    label: 'Zuora Bill To Address',
    isDefaultBilling: true,
    isDefaultShipping: isOneContact,
    countryPath: `${path}.billTo.country`,
  });
  if (!bill.ok) return bill;
  const sold = contactAddress(isOneContact ? null : account.soldTo, account, {
    label: 'Zuora Sold To Address',
    isDefaultBilling: false,
    isDefaultShipping: true,
    countryPath: `${path}.soldTo.country`,
  });
  if (!sold.ok) return sold;
  return { ok: true, value: [bill.value, sold.value].filter((given): given is Address => given !== null) };
}

function contactAddress(
  contact: ZuoraContact | null,
  account: ZuoraAccount,
  use: {
    readonly label: string;
    readonly isDefaultBilling: boolean;
    readonly isDefaultShipping: boolean;
    readonly countryPath: string;
  },
): Result<Address | null, InputError> {
  if (contact === null) return { ok: true, value: null };
  return address(
    {
      label: use.label,
      attention: [contact.firstName, contact.lastName].filter((name) => name !== null).join(' ') || null,
      addressee: account.name,
      line1: contact.address1,
      line2: contact.address2,
      city: contact.city,
      state: contact.state,
      postalCode: contact.postalCode,
      country: contact.country,
      phone: contact.workPhone,
      isDefaultBilling: use.isDefaultBilling,
      isDefaultShipping: use.isDefaultShipping,
    },
    use.countryPath,
  );
}
