import { existsSync } from 'node:fs';

/**
 * The address of a built file of the simulator: beside this one when it runs from `dist`, in `dist` when it runs from
 * its sources.
 */
export function distributed(name: string): URL {
  const beside = new URL(`./${name}`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../dist/${name}`, import.meta.url);
}
