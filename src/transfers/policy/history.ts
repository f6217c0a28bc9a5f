/** The history field holds 1,000,000 characters; a history that has come so far takes no more entries. */
const LONGEST_HISTORY = 900_000;

/** A history with one more line: when (UTC), who, what. Lines are never changed or removed. */
export function withEntry(history: string, at: string, who: string, what: string): string {
  const line = `${at} ${who}: ${what.replace(/\s+/g, ' ').slice(0, 1_000)}`;
  if (history === '') return line;
  if (history.length > LONGEST_HISTORY) return history;
  return `${history}\n${line}`;
}
