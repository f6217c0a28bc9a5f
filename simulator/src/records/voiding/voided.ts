import { NetSuiteError } from '../../kernel/errors';
import { quoted } from '../../store/schema/table';
import type { SqlValue } from '../../store/store';
import type { RecordData } from '../data';
import type { RecordContext, RecordType } from '../recordType';
import { sameValue } from '../sourcing';
import { toColumn } from '../values/columns';

/** Body fields that decide what is posted, and when. */
const LEDGER_FIELDS = new Set(
  `entity customer account aracct undepfunds subsidiary currency exchangerate trandate postingperiod class department
  location discountitem discountrate taxitem taxrate istaxable payment createdfrom orderstatus approved approvalstatus
  reversaldate`.split(/\s+/),
);

/** True for a transaction that was voided. */
export function isVoided({ account }: RecordContext, type: RecordType, id: string): boolean {
  if (type.table !== 'transaction') return false;
  const row = account.store.get<{ voided: string | null }>('SELECT voided FROM "transaction" WHERE id = ?', [
    Number(id),
  ]);
  return row?.voided === 'T';
}

/**
 * Stores the changes of a voided transaction: none that would change the general ledger, not even of its period
 * (section_N563543). The code is assumed.
 */
export function writeVoided(context: RecordContext, data: RecordData, stored: RecordData): void {
  const changed = [...context.definition.fields.values()].filter(
    (field) => !field.readOnly && !sameValue(data.fields[field.id], stored.fields[field.id]),
  );
  const lines = [...context.definition.sublists.keys()].some((sublist) => linesDiffer(context, sublist, data, stored));
  if (lines || changed.some((field) => LEDGER_FIELDS.has(field.id))) {
    throw new NetSuiteError(
      'TRANS_ALREADY_VOIDED',
      'This transaction has been voided. Its general ledger impact cannot be changed.',
    );
  }
  const now = new Date(context.account.clock.now()).toISOString();
  const columns: Record<string, SqlValue> = { lastmodifieddate: now, recordversion: (stored.version ?? 0) + 1 };
  for (const field of changed) if (field.column) columns[field.column] = toColumn(field, data.fields[field.id]);
  context.account.store.run(
    `UPDATE "transaction" SET ${Object.keys(columns)
      .map((column) => `${quoted(column)} = ?`)
      .join(', ')} WHERE id = ?`,
    [...Object.values(columns), Number(stored.id)],
  );
}

function linesDiffer({ definition }: RecordContext, sublist: string, data: RecordData, stored: RecordData): boolean {
  if (!data.changedSublists.includes(sublist)) return false;
  const [given = [], before = []] = [data.sublists[sublist], stored.sublists[sublist]];
  if (given.length !== before.length) return true;
  const fields = [...(definition.sublists.get(sublist)?.fields.values() ?? [])].filter((field) => !field.readOnly);
  return given.some((line, index) =>
    fields.some((field) => !sameValue(line.fields[field.id], before[index]?.fields[field.id])),
  );
}
