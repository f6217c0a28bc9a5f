import * as url from 'N/url';

/** The address of a record's page in NetSuite, relative to the account's; empty where NetSuite knows no page. */
export function recordUrl(type: string, id: string): string {
  try {
    return url.resolveRecord({ recordType: type, recordId: id, isEditMode: false });
  } catch {
    return '';
  }
}
