import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import { quoted } from '../../store/schema/table';
import { checkbox, computed, moment, select, text } from '../fieldList';
import type { RecordType } from '../recordType';
import { isEmpty } from '../validation';

interface CustomTypeRow extends Record<string, string | number | null> {
  internalid: number;
  scriptid: string;
  name: string;
  includename: string;
  enableoptimisticlocking: string;
  enablenumbering: string;
  allownumberingoverride: string;
  numberingprefix: string;
  numberingsuffix: string;
  numberingmindigits: number;
  numberinginit: number;
  nameunique: string;
}

/** A custom record type from its stored definition, null where there is none of the script id. */
export function customRecordType(account: Account, scriptId: string): RecordType | null {
  if (!scriptId.startsWith('customrecord')) return null;
  const row = account.store.get<CustomTypeRow>('SELECT * FROM customrecordtype WHERE scriptid = ?', [scriptId]);
  if (row === null) return null;
  const hasName = row.includename === 'T';
  const isNumbered = row.enablenumbering === 'T';
  return {
    id: row.scriptid,
    internalId: String(row.internalid),
    label: row.name,
    group: 'customrecord',
    table: row.scriptid,
    optimisticLocking: row.enableoptimisticlocking === 'T',
    customFields: { body: 'customrecordcustomfield' },
    fields: [
      text('name', 'Name', 300, { mandatory: hasName && !isNumbered, submitFields: true }),
      text('altname', 'Name', 300, { submitFields: true }),
      checkbox('isinactive', 'Inactive', { submitFields: true }),
      text('externalid', 'External ID', 255, { submitFields: true }),
      select('owner', 'Owner', 'employee', { submitFields: true }),
      moment('created', 'Date Created', { readOnly: true }),
      moment('lastmodified', 'Last Modified', { readOnly: true }),
      select('lastmodifiedby', 'Last Modified By', 'employee', { readOnly: true }),
      computed('recordid', 'ID', 'integer'),
      computed('scriptid', 'Script ID', 'text'),
    ],
    complete: (_context, data, stored) => {
      if (isNumbered && row.allownumberingoverride !== 'T' && stored) data.fields.name = stored.fields.name ?? null;
    },
    validate: (context, data) => {
      if (row.nameunique !== 'T' || isEmpty(data.fields.name)) return;
      const other = context.account.store.get(
        `SELECT 1 AS found FROM ${quoted(row.scriptid)} WHERE name = ? AND id <> ?`,
        [String(data.fields.name), Number(data.id ?? 0)],
      );
      if (other) {
        throw new NetSuiteError('DUP_CSTM_RCRD_ENTRY', 'There is already a Custom Record Entry with that name.');
      }
    },
    writeDetails: (context, data, stored, id) => {
      if (stored) return;
      const table = quoted(row.scriptid);
      context.account.store.run(`UPDATE ${table} SET recordid = id WHERE id = ?`, [id]);
      if (!hasName) {
        // Without a name, NetSuite shows the internal id wherever a name is shown.
        context.account.store.run(`UPDATE ${table} SET name = ? WHERE id = ? AND name IS NULL`, [String(id), id]);
      } else if (isNumbered && (row.allownumberingoverride !== 'T' || isEmpty(data.fields.name))) {
        const number = String(id - 1 + row.numberinginit).padStart(row.numberingmindigits, '0');
        const name = `${row.numberingprefix}${number}${row.numberingsuffix}`;
        context.account.store.run(`UPDATE ${table} SET name = ? WHERE id = ?`, [name, id]);
      }
    },
    prepareCopy: (_context, data) => {
      if (isNumbered) data.fields.name = null;
      for (const fieldId of ['created', 'lastmodified', 'lastmodifiedby', 'recordid', 'scriptid']) {
        data.fields[fieldId] = null;
      }
    },
  };
}
