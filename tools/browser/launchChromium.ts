import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './findChromium';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine without a window. @throws Error where there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: install one or name it in CHROMIUM.');
  return chromium.launch({ executablePath, args: flags });
}
