import type { Account } from '../kernel/account';
import type { Row, SqlValue } from '../store/store';
import type { OutputColumn } from './compile/compilation';
import type { ValueType } from './compile/value';
import { formatDate } from './functions/native/dateFormat';
import { decimal } from './functions/native/numbers';
import { cutBytes } from './functions/native/text';
import { zone } from './functions/native/zone';
import { accountLocale } from './locale';

/** Text columns end here (section_N3352288). */
const TEXT_BYTES = 4_000;

/** Turns a row of the store into what SuiteQL shows of it, in the order of the columns. */
export type ReadRow = (row: Row) => SqlValue[];

/**
 * Dates and moments come as text in the account's date format, without a time; numbers as numbers, free of binary
 * noise; text cut at 4,000 bytes; the empty text as null.
 */
export function rowReader(account: Account, columns: readonly OutputColumn[]): ReadRow {
  const { dateFormat, timeZone } = accountLocale(account);
  const local = zone(timeZone);
  const read = (type: ValueType, value: SqlValue): SqlValue => {
    if (value === null || value === '') return null;
    if (type === 'timestamp') return formatDate(local.toLocal(String(value)), dateFormat);
    if (type === 'date') return formatDate(String(value), dateFormat);
    if (typeof value === 'string') return cutBytes(value, TEXT_BYTES);
    return decimal(Number(value)) + 0;
  };
  return (row) => columns.map((column, index) => read(column.value.type, row[`c${index}`] ?? null));
}
