import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock, type LockFile } from './completeLock';

const file = 'package-lock.json';

/** `npm run lock`: completes package-lock.json after a change of dependencies. */
export async function main(): Promise<number> {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  const added = completeLock(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? `${file} is complete.` : `Added to ${file}: ${added.join(', ')}`);
  return 0;
}
