import { completeAddress, readAddress, writeAddress } from '../address';
import type { RecordData } from '../data';
import { emptyRecord, keyIn, type RecordContext, textIn } from '../recordType';

const PARTS = [
  {
    list: 'billaddresslist',
    text: 'billaddress',
    subrecord: 'billingaddress',
    table: 'transactionbillingaddress',
    column: 'billingaddress',
  },
  {
    list: 'shipaddresslist',
    text: 'shipaddress',
    subrecord: 'shippingaddress',
    table: 'transactionshippingaddress',
    column: 'shippingaddress',
  },
] as const;

/** Copies the address that was selected from the customer's addressbook into the transaction. */
export function sourceAddress(
  context: RecordContext,
  data: RecordData,
  list: 'billaddresslist' | 'shipaddresslist',
): void {
  const part = PARTS.find((each) => each.list === list);
  const line = keyIn(data.fields[list]);
  if (!part) return;
  const row =
    line === null
      ? null
      : context.account.store.get<{ addressbookaddress: number }>(
          'SELECT addressbookaddress FROM customeraddressbook WHERE internalid = ?',
          [line],
        );
  const address = readAddress(context, 'entityaddress', row?.addressbookaddress ?? null);
  if (address === null) {
    data.fields[part.text] = null;
    delete data.subrecords[part.subrecord];
    return;
  }
  data.subrecords[part.subrecord] = { ...address, id: `list ${line}` };
  data.fields[part.text] = textIn(address.fields.addrtext);
}

/** Reads the addresses that a transaction keeps for itself. */
export function readTransactionAddresses(context: RecordContext, data: RecordData, id: number): void {
  const row = context.account.store.get<{ billingaddress: number | null; shippingaddress: number | null }>(
    'SELECT billingaddress, shippingaddress FROM "transaction" WHERE id = ?',
    [id],
  );
  for (const part of PARTS) {
    const address = readAddress(context, part.table, row?.[part.column] ?? null);
    if (!address) continue;
    data.subrecords[part.subrecord] = address;
    data.fields[part.text] = textIn(address.fields.addrtext);
  }
}

/** Brings text and parts of the addresses together: a text without parts is an address that is written by hand. */
export function completeTransactionAddresses(data: RecordData): void {
  for (const part of PARTS) {
    const given = data.changedFields.includes(part.text) && !data.isDynamic;
    const text = textIn(data.fields[part.text]);
    if (given && text !== '' && textIn(data.subrecords[part.subrecord]?.fields.addrtext) !== text) {
      const written = emptyRecord('address', false);
      written.fields = { override: true, addrtext: text };
      data.subrecords[part.subrecord] = written;
    }
    const address = data.subrecords[part.subrecord];
    if (!address) continue;
    completeAddress(address);
    data.fields[part.text] = textIn(address.fields.addrtext);
  }
}

/** Writes the addresses of a transaction, which stay as they are when the customer's change. */
export function writeTransactionAddresses(context: RecordContext, data: RecordData, id: number): void {
  const { store } = context.account;
  const row =
    data.id === null
      ? null
      : store.get<{ billingaddress: number | null; shippingaddress: number | null }>(
          'SELECT billingaddress, shippingaddress FROM "transaction" WHERE id = ?',
          [id],
        );
  for (const part of PARTS) {
    const address = data.subrecords[part.subrecord];
    const nkey = address ? writeAddress(context, part.table, address, id, row?.[part.column] ?? null) : null;
    if (!address && row?.[part.column])
      store.run(`DELETE FROM ${part.table} WHERE nkey = ?`, [row[part.column] ?? null]);
    if (nkey === (row?.[part.column] ?? null)) continue;
    store.run(`UPDATE "transaction" SET ${part.column} = ? WHERE id = ?`, [nkey, id]);
  }
}
