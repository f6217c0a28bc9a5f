import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createAccount, type SimulatedAccount } from 'netsuite-simulator';
import type { Figure } from '../measure';
import { median } from './books';

const CALLS = 200;

const FILES: Readonly<Record<string, string>> = {
  'manifest.xml': `<manifest projecttype="SUITEAPP"><publisherid>org.bench</publisherid><projectid>bench</projectid>
    <projectname>Bench</projectname><projectversion>1.0.0</projectversion><frameworkversion>1.0</frameworkversion>
    <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies></manifest>`,
  'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/org.bench.bench/*</path></files>
    <objects><path>~/Objects/*</path></objects></deploy>`,
  'FileCabinet/SuiteApps/org.bench.bench/answer.js': `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['N/record', 'N/query'], () => ({ get: () => 'answer' }));`,
  'Objects/customscript_bench.xml': `<restlet scriptid="customscript_bench"><name>Bench</name>
    <scriptfile>[/SuiteApps/org.bench.bench/answer.js]</scriptfile><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_bench"><status>RELEASED</status><title>Bench</title><allroles>T</allroles>
    </scriptdeployment></scriptdeployments></restlet>`,
};

/** A RESTlet that only answers: a worker, a fresh context, the loader, two modules of N, the script's file, the answer. */
export async function executions(): Promise<Figure[]> {
  const account = await createAccount({ company: 'demo', seed: 1, now: '2026-07-15T17:00:00Z' });
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await account.install(folder);
    const first = await callTime(account);
    for (let call = 0; call < 20; call++) await callTime(account);
    const times: number[] = [];
    for (let call = 0; call < CALLS; call++) times.push(await callTime(account));
    return [
      { name: 'first execution of a script, ms', value: first, atMost: null },
      { name: 'start and end of a script execution, ms', value: median(times), atMost: null },
      {
        name: 'restore of a snapshot after an installation, ms',
        value: await restoreTime(account, folder),
        atMost: null,
      },
    ];
  } finally {
    await account.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function callTime(account: SimulatedAccount): Promise<number> {
  const start = process.hrtime.bigint();
  const { status } = await account.callRestlet({
    script: 'customscript_bench',
    deploy: 'customdeploy_bench',
    method: 'GET',
  });
  if (status !== 200) throw new Error(`The RESTlet answered ${status}.`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

async function restoreTime(account: SimulatedAccount, folder: string): Promise<number> {
  const snapshot = account.snapshot();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await account.install(folder);
    const start = process.hrtime.bigint();
    account.restore(snapshot);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return median(times);
}
