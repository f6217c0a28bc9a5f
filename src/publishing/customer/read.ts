import * as record from 'N/record';
import { ADDRESS_FIELDS, type AddressField, type CustomerContent } from '../../documents/changes';
import { utf8Length } from '../../netsuite/longText';
import { isChecked, placeholders, type SqlRow, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';

/** A customer as NetSuite holds it now. */
export interface CustomerNow {
  readonly id: string;
  /** `entityid`. */
  readonly number: string;
  readonly name: string;
  readonly content: CustomerContent;
}

/** Columns of an address by the names under which they are sent. */
const ADDRESS_COLUMNS: Readonly<Record<AddressField, string>> = {
  attention: 'attention',
  line1: 'addr1',
  line2: 'addr2',
  city: 'city',
  state: 'state',
  postalCode: 'zip',
  country: 'country',
};

/** Queries cut text at so many bytes (section_N3352288). */
const QUERY_CUTS_AT = 4_000;

/**
 * Customers by internal id, with their default addresses: 10 units for each 500, and 5 for one whose comments are longer
 * than a query returns. Who is not there (any more) is left out.
 */
export function readCustomers(ids: readonly string[]): ReadonlyMap<string, CustomerNow> {
  const address = ADDRESS_FIELDS.map((field) => `a.${ADDRESS_COLUMNS[field]} AS address_${field.toLowerCase()}`);
  const rows = selectRowsIn(ids.map(Number), (chunk) =>
    selectRows(
      `SELECT c.id, c.entityid, c.isperson, c.companyname, c.firstname, c.lastname, c.email, c.phone, c.comments, c.terms,
         b.internalid AS book, b.defaultbilling, b.defaultshipping, ${address.join(', ')},
         a.addrphone
       FROM customer c
       LEFT JOIN customeraddressbook b ON b.entity = c.id AND (b.defaultbilling = 'T' OR b.defaultshipping = 'T')
       LEFT JOIN customeraddressbookentityaddress a ON a.nkey = b.addressbookaddress
       WHERE c.id IN (${placeholders(chunk)}) ORDER BY c.id, b.internalid`,
      chunk,
    ),
  );
  const byCustomer = new Map<string, SqlRow[]>();
  for (const row of rows) byCustomer.set(textOf(row, 'id'), [...(byCustomer.get(textOf(row, 'id')) ?? []), row]);
  return new Map(Array.from(byCustomer, ([id, lines]) => [id, customerNow(id, lines)]));
}

function customerNow(id: string, lines: readonly SqlRow[]): CustomerNow {
  const [row = {}] = lines;
  const isPerson = isChecked(row, 'isperson');
  const [firstName, lastName] = isPerson ? [textOf(row, 'firstname'), textOf(row, 'lastname')] : ['', ''];
  const name = isPerson ? [firstName, lastName].filter((part) => part !== '').join(' ') : textOf(row, 'companyname');
  const billing = lines.find((line) => isChecked(line, 'defaultbilling'));
  const shipping = lines.find((line) => isChecked(line, 'defaultshipping'));
  const isOneAddress = billing !== undefined && billing === shipping;
  const content: CustomerContent = {
    name,
    firstName,
    lastName,
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    comments: wholeComments(id, textOf(row, 'comments')),
    paymentTerm: textOf(row, 'terms'),
    isOneAddress: isOneAddress ? 'T' : '',
    ...addressFields('billing', billing),
    ...addressFields('shipping', shipping),
    'shipping.phone': shipping === undefined || isOneAddress ? '' : textOf(shipping, 'addrphone'),
  };
  return { id, number: textOf(row, 'entityid'), name, content };
}

type AddressContent<Which extends string> = Readonly<Record<`${Which}.${AddressField}`, string>>;

function addressFields<Which extends 'billing' | 'shipping'>(which: Which, line: SqlRow | undefined) {
  const fields = ADDRESS_FIELDS.map((field) => [
    `${which}.${field}`,
    line === undefined ? '' : textOf(line, `address_${field.toLowerCase()}`),
  ]);
  return Object.fromEntries(fields) as AddressContent<Which>;
}

function wholeComments(id: string, queried: string): string {
  if (utf8Length(queried) < QUERY_CUTS_AT - 4) return queried;
  return String(record.load({ type: record.Type.CUSTOMER, id }).getValue({ fieldId: 'comments' }) ?? '');
}
