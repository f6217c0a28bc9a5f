import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import type { Row } from '../../store/store';
import { isoDate } from '../values/dates';

/** What of an element a field map can fill, by the list `revenuetargetfield`. */
const TARGETS: Readonly<Record<string, MappedColumn>> = {
  '-33601': 'revrecstartdate',
  '-33602': 'revrecenddate',
  '-33603': 'forecaststartdate',
  '-33604': 'forecastenddate',
  '-33605': 'referenceid',
};

/** The standard source field of Oracle's sample, Start Date (article_1107125238). */
const START_DATE = -3078;

type MappedColumn = 'revrecstartdate' | 'revrecenddate' | 'forecaststartdate' | 'forecastenddate' | 'referenceid';

/** A source's header and one of its lines, as stored. */
export interface MapSource {
  readonly header: Row;
  readonly line: Row;
}

interface FieldMapRow extends Row {
  readonly sourcefield: number;
  readonly targetfield: number;
}

/**
 * Values of the revenue recognition field maps for a line (section_4527123579): of its transaction type and form, by
 * their dates as of today. An update of an element takes those that are updated automatically, and no others.
 */
export function mappedValues(
  account: Account,
  { header, line }: MapSource,
  isUpdate: boolean,
): Partial<Record<MappedColumn, string | null>> {
  const today = isoDate(new Date(account.clock.now()));
  const maps = account.store.all<FieldMapRow>(
    `SELECT sourcefield, targetfield FROM revrecfieldmapping
     WHERE sourcerecordtype = 'TRANSACTION_LINE' AND COALESCE(transactiontype, ?1) = ?1
       AND (customtxform IS NULL OR customtxform = ?2) AND COALESCE(startdate, ?3) <= ?3
       AND COALESCE(enddate, ?3) >= ?3 AND (?4 = 'F' OR autoupdatetargetfieldvalue = 'T') ORDER BY id`,
    [header.type ?? '', header.customform ?? null, today, isUpdate ? 'T' : 'F'],
  );
  const values: Partial<Record<MappedColumn, string | null>> = {};
  for (const map of maps) {
    const target = TARGETS[String(map.targetfield)];
    if (target === undefined) continue;
    const value = sourceValue(account, map.sourcefield, header, line);
    values[target] = value === null ? null : target === 'referenceid' ? value : value.slice(0, 10);
  }
  return values;
}

function sourceValue({ store }: Account, field: number, header: Row, line: Row): string | null {
  if (field === START_DATE) return text(header.startdate);
  const custom = store.get<{ scriptid: string; kind: string }>(
    'SELECT scriptid, kind FROM customfield WHERE internalid = ?',
    [field],
  );
  if (custom === null) return null;
  const isLine = custom.kind === 'transactioncolumncustomfield';
  const table = isLine ? 'transactionline' : 'transaction';
  const row = store.get<{ value: string | number | null }>(
    `SELECT ${quoted(custom.scriptid)} AS value FROM ${quoted(table)} WHERE ${
      isLine ? '"transaction" = ? AND id = ?' : 'id = ?'
    }`,
    isLine ? [header.id ?? null, line.id ?? null] : [header.id ?? null],
  );
  return text(row?.value);
}

function text(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
