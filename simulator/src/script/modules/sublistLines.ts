const FIELD = '\u0001';
const LINE = '\u0002';

/**
 * The lines of a sublist in the fields of a submitted form, or null where the form has none of that name.
 *
 * NetSuite's pages send a sublist as `<sublist>fields` (ids) and `<sublist>data` (values), separated by U+0001 and
 * lines by U+0002. The pages of the simulator name each input `<field><line from 1>` instead, with the number of lines
 * plus one in `next<sublist>idx` and `<sublist>edited` for editors, so that they also work without scripts in the browser; both are read.
 */
export function sublistLines(
  parameters: Readonly<Record<string, string>>,
  sublist: string,
): Record<string, string>[] | null {
  const fields = parameters[`${sublist}fields`]?.split(FIELD);
  if (!fields) return null;
  const data = parameters[`${sublist}data`];
  if (data !== undefined) {
    return data === '' ? [] : data.split(LINE).map((line) => record(fields, line.split(FIELD)));
  }
  const flags = new Set((parameters[`${sublist}flags`] ?? '').split(FIELD));
  const count = Math.max(0, Number(parameters[`next${sublist}idx`] ?? 1) - 1);
  const lines = Array.from({ length: count }, (_, line) =>
    record(
      fields,
      fields.map((field) => parameters[`${field}${line + 1}`] ?? (flags.has(field) ? 'F' : '')),
    ),
  );
  return parameters[`${sublist}edited`] === 'T' ? lines.filter(isFilled) : lines;
}

/** An editor shows an empty line to write into, which counts only when something was written. */
function isFilled(line: Readonly<Record<string, string>>): boolean {
  return Object.values(line).some((value) => value !== '' && value !== 'F');
}

function record(fields: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field, place) => [field, values[place] ?? '']));
}
