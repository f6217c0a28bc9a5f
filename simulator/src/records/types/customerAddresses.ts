import { quoted } from '../../store/schema/table';
import { completeAddress, readAddress, writeAddress } from '../address';
import type { LineData, RecordData } from '../data';
import { keyIn, type RecordContext, textIn } from '../recordType';

interface AddressRow extends Record<string, string | number | null> {
  internalid: number;
  addressbookaddress: number;
  label: string | null;
  defaultbilling: string;
  defaultshipping: string;
  isresidential: string;
}

/** The table of the address books of a record type: `customeraddressbook`, `contactaddressbook`. */
function addressBookOf({ definition }: RecordContext): string {
  return quoted(`${definition.table}addressbook`);
}

/** The addressbook of a customer or a contact, in the order in which its lines were made. */
export function readAddressBook(context: RecordContext, entity: number): LineData[] {
  const rows = context.account.store.all<AddressRow>(
    `SELECT * FROM ${addressBookOf(context)} WHERE entity = ? ORDER BY internalid`,
    [entity],
  );
  return rows.map((row) => {
    const address = readAddress(context, 'entityaddress', row.addressbookaddress);
    return {
      fields: {
        id: row.internalid,
        internalid: row.internalid,
        addressid: String(row.internalid),
        label: row.label,
        defaultbilling: row.defaultbilling === 'T',
        defaultshipping: row.defaultshipping === 'T',
        isresidential: row.isresidential === 'T',
        addressbookaddress: String(row.addressbookaddress),
        addressbookaddress_text: textIn(address?.fields.addrtext),
      },
      texts: {},
      subrecords: address ? { addressbookaddress: address } : {},
      changed: [],
    };
  });
}

/** Completes the addresses; only the last line that asks to be a default is one. */
export function completeAddressBook(data: RecordData): void {
  const lines = data.sublists.addressbook ?? [];
  for (const line of lines) {
    const address = line.subrecords.addressbookaddress;
    if (!address) continue;
    completeAddress(address);
    line.fields.label ??= textIn(address.fields.addr1) || null;
    line.fields.addressbookaddress_text = textIn(address.fields.addrtext);
  }
  for (const flag of ['defaultbilling', 'defaultshipping']) {
    const last = lines.filter((line) => line.fields[flag] === true).pop();
    for (const line of lines) line.fields[flag] = line === last;
  }
  data.fields.defaultaddress =
    lines.find((line) => line.fields.defaultbilling === true)?.fields.addressbookaddress_text ?? null;
}

/** Writes the addressbook; lines that are gone are deleted with their addresses. */
export function writeAddressBook(context: RecordContext, data: RecordData, entity: number): void {
  const { store } = context.account;
  const table = addressBookOf(context);
  const kept: number[] = [];
  let billing: number | null = null;
  let shipping: number | null = null;
  for (const line of data.sublists.addressbook ?? []) {
    const id = keyIn(line.fields.internalid ?? line.fields.id);
    const row =
      id === null
        ? null
        : store.get<{ addressbookaddress: number }>(
            `SELECT addressbookaddress FROM ${table} WHERE internalid = ? AND entity = ?`,
            [id, entity],
          );
    const address = line.subrecords.addressbookaddress;
    const nkey = address
      ? writeAddress(context, 'entityaddress', address, entity, row?.addressbookaddress ?? null)
      : (row?.addressbookaddress ?? null);
    const values = [
      nkey,
      textIn(line.fields.label) || null,
      line.fields.defaultbilling === true ? 'T' : 'F',
      line.fields.defaultshipping === true ? 'T' : 'F',
      line.fields.isresidential === true ? 'T' : 'F',
    ];
    if (row && id !== null) {
      store.run(
        `UPDATE ${table} SET addressbookaddress = ?, label = ?, defaultbilling = ?, defaultshipping = ?,
           isresidential = ? WHERE internalid = ?`,
        [...values, id],
      );
      kept.push(id);
    } else {
      kept.push(
        store.run(
          `INSERT INTO ${table} (addressbookaddress, label, defaultbilling, defaultshipping, isresidential,
             entity) VALUES (?, ?, ?, ?, ?, ?)`,
          [...values, entity],
        ).id,
      );
    }
    if (line.fields.defaultbilling === true) billing = nkey;
    if (line.fields.defaultshipping === true) shipping = nkey;
  }
  deleteAddresses(context, entity, kept);
  store.run(
    `UPDATE ${quoted(context.definition.table)} SET defaultbillingaddress = ?, defaultshippingaddress = ? WHERE id = ?`,
    [billing, shipping, entity],
  );
}

/** Deletes the addressbook but for the lines that are kept. */
export function deleteAddresses(context: RecordContext, entity: number, kept: readonly number[]): void {
  const { store } = context.account;
  const table = addressBookOf(context);
  const rows = store.all<{ internalid: number; addressbookaddress: number | null }>(
    `SELECT internalid, addressbookaddress FROM ${table} WHERE entity = ?`,
    [entity],
  );
  for (const row of rows) {
    if (kept.includes(row.internalid)) continue;
    store.run(`DELETE FROM ${table} WHERE internalid = ?`, [row.internalid]);
    store.run('DELETE FROM entityaddress WHERE nkey = ?', [row.addressbookaddress]);
  }
}
