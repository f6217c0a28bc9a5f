import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Files that this process holds, by full path. */
const heldHere = new Set<string>();

/**
 * The SQLite build locks a file with the directory `FILE.lock`, which stays behind when the process is killed; the file
 * would never open again. A file `FILE.pid` names the process that holds it, so that a lock whose holder is gone can be
 * removed. Throws when another living process holds the file.
 */
export function clearStaleLock(file: string): { release(): void } {
  const lock = `${file}.lock`;
  const holder = `${file}.pid`;
  const path = resolve(file);
  if (heldHere.has(path)) throw new Error(`${file} is in use by this process`);
  if (existsSync(holder)) {
    const pid = Number(readFileSync(holder, 'utf8'));
    if (pid !== process.pid && isAlive(pid)) throw new Error(`${file} is in use by process ${pid}`);
    rmSync(lock, { recursive: true, force: true });
  } else if (existsSync(lock)) {
    rmSync(lock, { recursive: true, force: true });
  }
  writeFileSync(holder, String(process.pid));
  heldHere.add(path);
  return {
    release: () => {
      heldHere.delete(path);
      rmSync(holder, { force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
