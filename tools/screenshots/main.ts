import { join } from 'node:path';
import { launchChromium } from '../browser/launchChromium';
import { NetSuiteClient } from '../client/netSuiteClient';
import { packageSuiteApp } from '../package/packageSuiteApp';
import { runDemo } from '../start/demo';
import { hubAddress } from '../start/hub';
import { startAccount } from '../start/localAccount';
import { Progress } from '../start/progress';

/**
 * `npm run screenshots`: shows the demo in Chromium and writes the pictures of the README. For the Japanese name a font
 * has to be there (Debian: fonts-ipafont-gothic).
 */
export async function main(): Promise<number> {
  const account = await startAccount(packageSuiteApp());
  try {
    const { url, credentials } = account;
    const administrator = new NetSuiteClient(url, credentials.administrator.oauth2);
    const platform = new NetSuiteClient(url, credentials.oauth2);
    await runDemo({ administrator, platform }, new Progress());
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    await page.goto(account.url + hubAddress({ kind: 'invoice' }));
    await page.getByRole('heading', { name: 'Transaction Hub' }).waitFor();
    await page.screenshot({ path: join('docs', 'images', 'hub.png') });
    await browser.close();
  } finally {
    await account.stop();
  }
  console.log('Written: docs/images/hub.png');
  return 0;
}
