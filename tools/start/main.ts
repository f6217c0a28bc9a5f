import { once } from 'node:events';
import { run } from '../build/run';
import { NetSuiteClient } from '../client/netSuiteClient';
import { packageSuiteApp } from '../package/packageSuiteApp';
import { runDemo } from './demo';
import { hubAddress } from './hub';
import { inboundRestlet } from './inbound';
import { type LocalAccount, startAccount } from './localAccount';
import { Progress } from './progress';

/**
 * `npm start`: the whole product on this machine. Builds, packages, starts a local NetSuite account with the demo
 * company, installs the package, sends invoices as Nue and Zuora, compares what was posted with its source, and stays up
 * until Ctrl-C; with `--once` it ends after the comparison. The exit code is 1 on any difference.
 */
export async function main(options: readonly string[]): Promise<number> {
  await run('Building the SuiteApp and the local NetSuite account', 'npm', ['run', '--silent', 'build']);
  const zip = packageSuiteApp();
  console.log(`Packaged and checked: ${zip}`);
  const progress = new Progress();
  progress.show('Starting the local NetSuite account and installing the package ...');
  const account = await startAccount(zip);
  try {
    const { url, credentials } = account;
    const administrator = new NetSuiteClient(url, credentials.administrator.oauth2);
    const platform = new NetSuiteClient(url, credentials.oauth2);
    const found = await runDemo({ administrator, platform }, progress);
    if (found.length > 0) {
      console.error(`\n${found.length} differences:\n${found.map((sentence) => `  ${sentence}`).join('\n')}`);
    }
    if (!options.includes('--once')) {
      printAddresses(account);
      await untilInterrupted();
    }
    return found.length === 0 ? 0 : 1;
  } finally {
    progress.end();
    await account.stop();
  }
}

function printAddresses({ url, account, credentials }: LocalAccount): void {
  const { privateKey, ...oauth2 } = credentials.oauth2;
  console.log(`
NetSuite account ${account} is running.

  Transaction hub   ${url}${hubAddress()}
  RESTlet           ${url}/app/site/hosting/restlet.nl?script=${inboundRestlet.script}&deploy=${inboundRestlet.deployment}
  SuiteQL           ${url}/services/rest/query/v1/suiteql

  OAuth 2.0 client credentials:
${indent(JSON.stringify(oauth2, null, 2))}
${indent(privateKey.trim())}

  Token-based authentication:
${indent(JSON.stringify(credentials.tba, null, 2))}

Ctrl-C stops it.`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

async function untilInterrupted(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
