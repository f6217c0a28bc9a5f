import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installations = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium for the browser tests: `CHROMIUM` from the environment, else one that is installed, else, where
 * this is a Debian on which we may install, one installed with apt-get now. Null where there is none to be had.
 */
export function findChromium(): string | null {
  const found = installedChromium();
  if (found !== null) return found;
  if (mayInstall()) {
    console.log('Installing Chromium (apt-get) ...');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const options of [
      ['update', '--quiet'],
      ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    ]) {
      spawnSync('apt-get', options, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    }
  }
  const installed = installedChromium();
  if (installed === null) {
    console.error('There is no Chromium: install one or name it in CHROMIUM. The browser tests will fail.');
  }
  return installed;
}

function installedChromium(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, ...installations];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
}
