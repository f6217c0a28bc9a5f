import type { DocumentKind } from '../documents/document';

/** The groups of records within which an external id is unique (section_N3436356); each is one table of SuiteQL. */
export type RecordGroup = 'transaction' | 'customer' | 'item';

/** The group of the records that documents of a kind become. */
export function groupOfKind(kind: DocumentKind): RecordGroup {
  return kind === 'customer' || kind === 'item' ? kind : 'transaction';
}

/** Whether an N/record type is one of the group. */
export function recordTypesOfGroup(group: RecordGroup): (recordType: string) => boolean {
  return (recordType) =>
    (recordType === 'customer' ? 'customer' : recordType.endsWith('item') ? 'item' : 'transaction') === group;
}

/** The field that holds the transfer by which the connector last wrote a record: its stamp. */
export const STAMP_FIELDS: Readonly<Record<RecordGroup, string>> = {
  transaction: 'custbody_obc_transfer',
  customer: 'custentity_obc_transfer',
  item: 'custitem_obc_transfer',
};
