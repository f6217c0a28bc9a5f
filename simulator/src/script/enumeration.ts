/**
 * An enumeration of SuiteScript from its names, apart by blanks; a value that does not follow from its name stands
 * behind it: `CUSTOMER BIN_ITEM_BALANCE=BinItemBalance`.
 * @param values makes the values of all names at once: each execution makes all enumerations anew
 */
export function enumeration(names: string, values: (names: string) => string): Readonly<Record<string, string>> {
  const members: Record<string, string> = {};
  const made = values(names).trim().split(/\s+/);
  for (const [index, entry] of names.trim().split(/\s+/).entries()) {
    const end = entry.indexOf('=');
    if (end < 0) members[entry] = made[index] ?? entry;
    else members[entry.slice(0, end)] = entry.slice(end + 1);
  }
  return Object.freeze(members);
}

export function asWritten(names: string): string {
  return names;
}

/** `SALES_ORDER` is `salesorder`. */
export function lowerCase(names: string): string {
  return names.replaceAll('_', '').toLowerCase();
}
