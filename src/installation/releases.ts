/** Negative, zero or positive as the first semantic version is before, the same as or after the second. */
export function compareReleases(first: string, second: string): number {
  const [one, two] = [first, second].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (one?.[part] ?? 0) - (two?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
