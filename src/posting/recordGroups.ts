import type { DocumentKind } from '../documents/document';

/** The groups of records within which an external id is unique (section_N3436356); each is one table of SuiteQL. */
export type RecordGroup = 'transaction' | 'customer' | 'item';

/** The group of the records that documents of a kind become. */
export function groupOfKind(kind: DocumentKind): RecordGroup {
  return kind === 'customer' || kind === 'item' ? kind : 'transaction';
}

/** The group of an N/record type. */
export function groupOfRecordType(recordType: string): RecordGroup {
  if (recordType === 'customer') return 'customer';
  return recordType.endsWith('item') ? 'item' : 'transaction';
}

/** The field that holds the transfer by which the connector last wrote a record: its stamp. */
export const STAMP_FIELDS: Readonly<Record<RecordGroup, string>> = {
  transaction: 'custbody_obc_transfer',
  customer: 'custentity_obc_transfer',
  item: 'custitem_obc_transfer',
};
