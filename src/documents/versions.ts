/**
 * Whether the first version of a document is older (negative), the same (zero) or newer (positive) than the second.
 * Versions are times in one form (ISO 8601, UTC) or counters; counters are compared as numbers, a version where there is
 * none counts as the older one.
 */
export function compareVersions(first: string, second: string): number {
  if (first === second) return 0;
  if (/^\d+$/.test(first) && /^\d+$/.test(second)) {
    const [a, b] = [first.replace(/^0+/, ''), second.replace(/^0+/, '')];
    if (a.length !== b.length) return a.length - b.length;
    if (a === b) return 0;
    return a < b ? -1 : 1;
  }
  return first < second ? -1 : 1;
}
