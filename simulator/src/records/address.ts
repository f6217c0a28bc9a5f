import type { SqlValue } from '../store/store';
import type { FieldValue, RecordData } from './data';
import type { FieldDefinition } from './definition';
import { checkbox, field, select, text, textArea } from './fieldList';
import type { RecordContext } from './recordType';
import { emptyRecord, textIn } from './recordType';
import { countries } from './select/lists';
import { invalidKey } from './validation';
import { checkedValue } from './values/checked';
import { fromColumn, toColumn } from './values/columns';

/** Tables of addresses: an entity's, and the two of a transaction. */
export type AddressTable = 'entityaddress' | 'transactionbillingaddress' | 'transactionshippingaddress';

/** Fields of the address subrecord (section_4687606306). */
export const addressFields: readonly FieldDefinition[] = [
  select('country', 'Country', 'country'),
  text('attention', 'Attention', 83),
  text('addressee', 'Addressee', 83),
  field('addrphone', 'Phone', 'phone', { maxLength: 22 }),
  text('addr1', 'Address 1', 150),
  text('addr2', 'Address 2', 150),
  text('addr3', 'Address 3', 150),
  text('city', 'City', 50),
  text('state', 'State', 50),
  text('dropdownstate', 'State', 50),
  text('zip', 'Zip', 36),
  checkbox('override', 'Override'),
  textArea('addrtext', 'Address', 999),
];

const byId = new Map(addressFields.map((each) => [each.id, each]));

/** Checks an address and writes its text; the text that is shown follows from the parts unless `override` is set. */
export function completeAddress(address: RecordData): void {
  for (const [id, value] of Object.entries(address.fields)) {
    const definition = byId.get(id);
    if (definition) address.fields[id] = checkedValue(definition, value);
  }
  const country = textIn(address.fields.country);
  if (country !== '' && !countries.has(country)) throw invalidKey('country', country);
  if (address.fields.override !== true) address.fields.addrtext = addressText(address.fields) || null;
}

/** The address as it is printed: one line for each part, city, state and zip together. */
export function addressText(fields: Readonly<Record<string, FieldValue>>): string {
  const place = [textIn(fields.city), textIn(fields.state), textIn(fields.zip)].filter(Boolean).join(' ');
  const lines = ['attention', 'addressee', 'addr1', 'addr2', 'addr3'].map((id) => textIn(fields[id]));
  const country = countries.get(textIn(fields.country)) ?? '';
  return [...lines, place, country].filter(Boolean).join('\n');
}

/** Stores an address and returns its key; an existing one is overwritten. */
export function writeAddress(
  context: RecordContext,
  table: AddressTable,
  address: RecordData,
  owner: number,
  nkey: number | null,
): number {
  const columns = new Map<string, SqlValue>();
  for (const definition of addressFields) {
    columns.set(definition.column ?? definition.id, toColumn(definition, address.fields[definition.id]));
  }
  columns.set('recordowner', owner);
  columns.set('lastmodifieddate', new Date(context.account.clock.now()).toISOString());
  const names = [...columns.keys()];
  if (nkey !== null) {
    const assignments = names.map((name) => `"${name}" = ?`).join(', ');
    context.account.store.run(`UPDATE ${table} SET ${assignments} WHERE nkey = ?`, [...columns.values(), nkey]);
    return nkey;
  }
  const places = names.map(() => '?').join(', ');
  return context.account.store.run(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`,
    [...columns.values()],
  ).id;
}

/** A stored address as a subrecord, or null. */
export function readAddress(context: RecordContext, table: AddressTable, nkey: number | null): RecordData | null {
  if (nkey === null) return null;
  const row = context.account.store.get(`SELECT * FROM ${table} WHERE nkey = ?`, [nkey]);
  if (row === null) return null;
  const address = emptyRecord('address', false);
  address.id = String(nkey);
  for (const definition of addressFields) {
    address.fields[definition.id] = fromColumn(definition, row[definition.column ?? definition.id]);
  }
  return address;
}
