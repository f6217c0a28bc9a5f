import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const lockFile = 'package-lock.json';
/** Written by npm at the end of an installation. */
const installedLockFile = 'node_modules/.package-lock.json';
/** Holds the hash of the lock file that node_modules was made from. */
const stampFile = 'node_modules/.lock-hash';

/**
 * Makes node_modules what package-lock.json says, with `npm ci`, unless it is that already. Install scripts stay off
 * (.npmrc): the SuiteCloud CLI's would download a Java SDK.
 */
export function installPackages() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isInstalled(hash)) return;
  console.log('Installing packages (npm ci) ...');
  const { status } = spawnSync('npm', ['ci', '--no-progress'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed; see its messages above.');
  writeFileSync(stampFile, hash);
}

/** @param {string} hash */
function isInstalled(hash) {
  if (!existsSync(installedLockFile)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hash;
  // Somebody ran npm by hand: its result is newer than the lock file that it was made from.
  if (statSync(installedLockFile).mtimeMs < statSync(lockFile).mtimeMs) return false;
  writeFileSync(stampFile, hash);
  return true;
}
