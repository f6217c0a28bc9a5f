import { selectRows, textOf } from '../netsuite/suiteQl';
import { type NamedEntry, nameParts, readNames } from './names';
import { type DatedPeriod, periodParts, readPeriods } from './periods';
import type { Lookup } from './plan';

/** What the lists of NetSuite hold of what a batch names. */
export interface ListEntries {
  /** By `nameKey`. */
  readonly names: ReadonlyMap<string, NamedEntry>;
  /** In order. */
  readonly periods: readonly DatedPeriod[];
}

/**
 * Reads accounts, currencies, subsidiaries, terms, classifications and periods that the look-ups name, all by one query
 * of 10 units; none where there is nothing to look up.
 */
export function readLists(lookups: readonly Lookup[]): ListEntries {
  const parts = [
    ...nameParts(lookups),
    ...periodParts(lookups.flatMap((lookup) => (lookup.kind === 'period' ? [lookup.date] : []))),
  ];
  if (parts.length === 0) return { names: new Map(), periods: [] };
  const rows = selectRows(
    parts.map((part) => part.sql).join(' UNION ALL '),
    parts.flatMap((part) => part.parameters),
  );
  const isPeriod = (list: string): boolean => list === 'period';
  return {
    names: readNames(rows.filter((row) => !isPeriod(textOf(row, 'list')))),
    periods: readPeriods(rows.filter((row) => isPeriod(textOf(row, 'list')))),
  };
}
