/**
 * An enumeration of SuiteScript from its names, apart by blanks; a value that does not follow from its name stands
 * behind it: `CUSTOMER BIN_ITEM_BALANCE=BinItemBalance`.
 */
export function enumeration(names: string, value: (name: string) => string): Readonly<Record<string, string>> {
  const entries = names
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [name = '', given] = entry.split('=');
      return [name, given ?? value(name)] as const;
    });
  return Object.freeze(Object.fromEntries(entries));
}

export function asWritten(name: string): string {
  return name;
}

/** `SALES_ORDER` is `salesorder`. */
export function lowerCase(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
