import type { Account } from '../kernel/account';
import { formatDate } from '../query/functions/native/dateFormat';
import { decimal, formatNumber, round } from '../query/functions/native/numbers';
import { cutBytes } from '../query/functions/native/text';
import { zone } from '../query/functions/native/zone';
import { accountLocale } from '../query/locale';
import type { SqlValue } from '../store/store';
import type { Cell } from './definition';
import type { SearchField } from './fields/field';

/** Text columns end here (section_N3352288). */
const TEXT_BYTES = 4_000;
const NONE = '- None -';

/** Shows values as a search does: all of them as text, selects with their names. */
export type ShowCell = (field: SearchField, value: SqlValue, text: SqlValue, grouped: boolean) => Cell;

export function cellsOf(account: Account): ShowCell {
  const { dateFormat, timeFormat, timeZone } = accountLocale(account);
  const local = zone(timeZone);
  const shown = (field: SearchField, value: SqlValue): string => {
    if (value === null || value === '') return '';
    switch (field.kind) {
      case 'date':
        return formatDate(String(value), dateFormat);
      case 'datetime': {
        const date = field.value.type === 'timestamp' ? local.toLocal(String(value)) : String(value);
        return `${formatDate(date, dateFormat)} ${formatDate(date, timeFormat)}`;
      }
      case 'currency':
        return withoutZero(round(Number(value), 2).toFixed(2));
      case 'percent':
        return `${decimal(Number(value)).toFixed(1)}%`;
      case 'number':
      case 'integer':
        return typeof value === 'number' ? formatNumber(value) : String(value);
      default:
        return cutBytes(String(value), TEXT_BYTES);
    }
  };
  return (field, value, text, grouped) => {
    const known = shown(field, value);
    if (field.kind === 'multiselect') {
      return { kind: 'multiselect', value: known.replaceAll(', ', ','), text: text === null ? '' : String(text) };
    }
    if (field.kind === 'select' || field.kind === 'id') {
      const name = known === '' ? (grouped ? NONE : '') : String(text ?? known);
      return { kind: 'select', value: known, text: name };
    }
    if (field.kind === 'checkbox' && !field.shown) return { kind: 'checkbox', value: known || 'F', text: null };
    return { kind: 'text', value: known === '' && grouped ? NONE : known, text: null };
  };
}

/** NetSuite writes amounts below one without the zero: `.50`. */
function withoutZero(text: string): string {
  return text.replace(/^(-?)0\./, '$1.');
}
