import type { Summary } from '../definition';
import type { SearchField } from '../fields/field';

/** A field under a summary: what it holds then, and its SQL over a group. */
export function summarized(field: SearchField, summary: Summary): SearchField {
  const { sql } = field.value;
  const number = (text: string, kind: SearchField['kind']): SearchField => ({
    ...field,
    value: { sql: text, type: 'number', constant: false },
    kind,
    display: null,
  });
  const numeric = field.kind === 'currency' ? 'currency' : 'number';
  const sum = `ns_sum(sum(${sql}), max(abs(${sql})), count(${sql}))`;
  switch (summary) {
    case 'GROUP':
      return field;
    case 'COUNT':
      return number(`count(DISTINCT ${sql})`, 'integer');
    case 'SUM':
      return number(sum, numeric);
    case 'AVG':
      return number(`ns_divide(${sum}, nullif(count(${sql}), 0))`, numeric);
    default:
      return { ...field, value: { ...field.value, sql: `${summary.toLowerCase()}(${sql})` }, display: null };
  }
}
