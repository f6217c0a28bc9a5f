import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../payloads');

/** A payload of `__tests__/payloads`, parsed anew each time, so that a test may change it. */
export function payload(platform: 'nue' | 'zuora', name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, platform, `${name}.json`), 'utf8'));
}

/** All of a platform's payloads, by file name. */
export function payloadNames(platform: 'nue' | 'zuora'): readonly string[] {
  return readdirSync(join(ROOT, platform)).map((file) => file.replace(/\.json$/, ''));
}

/** The value at a path such as `items[0].product.id` in a payload. */
export function at(root: unknown, steps: string): unknown {
  return steps
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], root);
}

/** Changes the value at a path. */
export function change(root: unknown, steps: string, value: unknown): void {
  const parts = steps.split(/[.[\]]+/).filter((step) => step !== '');
  const last = parts.pop();
  if (last === undefined) throw new Error('The path is empty.');
  const parent = at(root, parts.join('.')) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}
