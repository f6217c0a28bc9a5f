/**
 * An enumeration of SuiteScript from its names, apart by blanks; a value that does not follow from its name stands
 * behind it: `CUSTOMER BIN_ITEM_BALANCE=BinItemBalance`.
 */
export function enumeration(names: string, value: (name: string) => string): Readonly<Record<string, string>> {
  // A plain loop: each execution makes all enumerations anew.
  const members: Record<string, string> = {};
  for (const entry of names.trim().split(/\s+/)) {
    const end = entry.indexOf('=');
    if (end < 0) members[entry] = value(entry);
    else members[entry.slice(0, end)] = entry.slice(end + 1);
  }
  return Object.freeze(members);
}

export function asWritten(name: string): string {
  return name;
}

/** `SALES_ORDER` is `salesorder`. */
export function lowerCase(name: string): string {
  return name.split('_').join('').toLowerCase();
}
