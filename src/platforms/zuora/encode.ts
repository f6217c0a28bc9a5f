import type { ChangeDocument, CustomerChange, CustomerField } from '../../documents/changes';
import type { Result } from '../../documents/problem';
import type { EncodeSettings, PlatformRequest, Refusal } from '../outbound';

/** Fields of a contact in Zuora's v1 API. */
const CONTACT_FIELDS = {
  line1: 'address1',
  line2: 'address2',
  city: 'city',
  state: 'state',
  postalCode: 'zipCode',
  country: 'country',
} as const;

type Contact = Record<string, string>;

/**
 * A change as requests of Zuora's v1 API. An account is updated by one PUT with its contacts inside
 * (https://developer.zuora.com/v1-api-reference/api/operation/PUT_Account): what is not in the body stays, what is empty in
 * it is emptied. PUT is idempotent by itself; Zuora wants no idempotency key for it
 * (https://developer.zuora.com/docs/guides/idempotent-requests). Pure.
 */
export function encodeChange(
  change: ChangeDocument,
  settings: EncodeSettings,
): Result<readonly PlatformRequest[], Refusal> {
  switch (change.kind) {
    case 'customer':
      return encodeCustomer(change, settings);
    case 'creditMemo':
      return { ok: false, error: notTaken() };
  }
}

function encodeCustomer(change: CustomerChange, settings: EncodeSettings): Result<readonly PlatformRequest[], Refusal> {
  const { content } = change;
  const has = (field: CustomerField): boolean => change.changed.includes(field);
  const body: Record<string, unknown> = {};
  if (has('name') && content.name !== '') body.name = content.name;
  if (has('comments')) body.notes = content.comments;
  if (has('paymentTerm') && content.paymentTerm !== '') {
    const term = settings.paymentTerm(content.paymentTerm);
    if (term === null) return { ok: false, error: termIsGone(content.paymentTerm) };
    body.paymentTerm = term;
  }
  const billTo = { ...addressOf(change, 'billing'), ...billToOnly(change) };
  if (Object.keys(billTo).length > 0) body.billToContact = billTo;
  const soldTo = addressOf(change, 'shipping');
  if (has('shipping.phone') && content['shipping.phone'] !== '') soldTo.workPhone = content['shipping.phone'];
  // One address that was one before stands for one contact of Zuora: the bill-to contact says it all.
  const isOneContact = content.isOneAddress === 'T' && change.wasOneAddress !== false;
  if (Object.keys(soldTo).length > 0 && !isOneContact) {
    if (change.wasOneAddress === true) return { ok: false, error: contactIsShared(change.number) };
    body.soldToContact = soldTo;
  }
  if (Object.keys(body).length === 0) return { ok: true, value: [] };
  return {
    ok: true,
    value: [
      {
        method: 'PUT',
        path: `/v1/accounts/${encodeURIComponent(change.id)}`,
        headers: {},
        body,
        idempotencyHeader: null,
      },
    ],
  };
}

/**
 * What has changed of an address. An address that is not there any more is not taken away from Zuora's contact, which
 * cannot be without one for tax; names are never emptied, Zuora requires them.
 */
function addressOf({ content, changed }: CustomerChange, which: 'billing' | 'shipping'): Contact {
  const contact: Contact = {};
  const value = (field: keyof typeof CONTACT_FIELDS | 'attention'): string => content[`${which}.${field}`];
  const fields = Object.keys(CONTACT_FIELDS) as (keyof typeof CONTACT_FIELDS)[];
  if (fields.every((field) => value(field) === '')) return contact;
  for (const field of fields) if (changed.includes(`${which}.${field}`)) contact[CONTACT_FIELDS[field]] = value(field);
  if (changed.includes(`${which}.attention`)) Object.assign(contact, names(value('attention')));
  return contact;
}

/** What Zuora keeps in the bill-to contact: e-mail, phone, and the name of a person. */
function billToOnly({ content, changed }: CustomerChange): Contact {
  const contact: Contact = {};
  if (changed.includes('email')) contact.workEmail = content.email;
  if (changed.includes('phone')) contact.workPhone = content.phone;
  const isRenamed = changed.includes('firstName') || changed.includes('lastName');
  if (isRenamed && content.lastName !== '') {
    contact.firstName = content.firstName || content.lastName;
    contact.lastName = content.lastName;
  }
  return contact;
}

/** First and last name of who is named in an address. Zuora requires both; one word stands for both. */
function names(attention: string): Contact {
  const words = attention.split(/\s+/).filter((word) => word !== '');
  const lastName = words.pop();
  return lastName === undefined ? {} : { firstName: words.join(' ') || lastName, lastName };
}

function notTaken(): Refusal {
  return {
    code: 'UNSUPPORTED_CHANGE',
    message: 'Cancellations of credit memos are not sent to Zuora.',
    remedy: 'Cancel the credit memo in Zuora by hand; then cancel this transfer.',
  };
}

function termIsGone(id: string): Refusal {
  return {
    code: 'TERM_NOT_FOUND',
    message: `The customer’s terms (internal id ${id}) are not in NetSuite any more.`,
    remedy: 'Choose other terms for the customer; that change is then sent.',
  };
}

function contactIsShared(number: string): Refusal {
  return {
    code: 'CONTACT_IS_SHARED',
    message:
      `Customer ${number} now has different billing and shipping addresses, but in Zuora one contact is both its bill-to ` +
      'and its sold-to contact: to change one would change the other.',
    remedy: 'Give the account a sold-to contact of its own in Zuora, with this address; then cancel this transfer.',
  };
}
