import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NueStandIn } from '../../support/standIns/nue';
import { type ConnectedAccount, connectedAccount } from './connectedAccount';
import { memosOf, nueCreditMemo, post } from './creditMemos';
import { changeSettings } from './inProcess';
import { nueInvoice } from './invoices';
import { runSweep } from './outboundAccount';

/** A local account whose connection `nue` has credit memos cancelled in a stand-in of Nue. */
export interface NueAccount extends ConnectedAccount {
  readonly nue: NueStandIn;
}

/** Another app, which voids credit memos as NetSuite's users do. */
const VOIDER: Readonly<Record<string, string>> = {
  'manifest.xml': `<manifest projecttype="SUITEAPP"><publisherid>org.example</publisherid><projectid>voider</projectid>
    <projectname>Voider</projectname><projectversion>1.0.0</projectversion><frameworkversion>1.0</frameworkversion>
    <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies></manifest>`,
  'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/org.example.voider/*</path></files>
    <objects><path>~/Objects/*</path></objects></deploy>`,
  'FileCabinet/SuiteApps/org.example.voider/void.js': `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['N/record', 'N/transaction'], (record, transaction) => ({
  post: ({ how, id, values }) => {
    const type = 'creditmemo';
    if (how === 'void') return { id: transaction.void({ type, id }) };
    if (how === 'delete') return { id: record.delete({ type, id }) };
    const memo = record.load({ type, id });
    for (const [fieldId, value] of Object.entries(values)) memo.setValue({ fieldId, value });
    return { id: memo.save() };
  },
}));`,
  'Objects/customscript_ex_void.xml': `<restlet scriptid="customscript_ex_void"><name>void</name>
    <scriptfile>[/SuiteApps/org.example.voider/void.js]</scriptfile><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_ex_void"><status>RELEASED</status><title>void</title><allroles>T</allroles></scriptdeployment>
    </scriptdeployments></restlet>`,
};

export const NUE_KEY = 'nue-key-1';

export async function nueAccount(nue = new NueStandIn()): Promise<NueAccount> {
  const connected = await connectedAccount(1, { outside: nue.outside });
  await connected.account.install(voider());
  connected.account.account.store.run('INSERT OR REPLACE INTO apisecret (scriptid, value) VALUES (?, ?)', [
    'custsecret_nue',
    NUE_KEY,
  ]);
  await changeSettings(connected, {
    sends: { creditMemoCancellations: true },
    api: { url: `https://${nue.host}`, clientId: '', secret: 'custsecret_nue' },
  });
  // The first sweep notes where it begins.
  await runSweep(connected);
  return { ...connected, nue };
}

/** The way back to where an account and its stand-in are now, as often as is wanted. */
export function restorePoint({ account, nue }: NueAccount): () => void {
  const snapshot = account.snapshot();
  const back = nue.snapshot();
  return () => {
    account.faults.plan({ rules: [] });
    account.restore(snapshot);
    back();
  };
}

/**
 * Lets Nue send a credit memo of 100.00 USD of a customer, applied to an invoice of its own where `applied` says so.
 * Returns its internal id.
 */
export async function memoArrives(
  connected: NueAccount,
  id: string,
  { applied = false, customer = `customer-${id}` } = {},
): Promise<string> {
  const appliedTo: Readonly<Record<string, number>> = applied ? { [id]: 100 } : {};
  if (applied) await post(connected, [{ kind: 'invoice', data: nueInvoice(id, undefined, customer) }]);
  await post(connected, [{ kind: 'creditMemo', data: nueCreditMemo(id, { customer, applied: appliedTo }) }]);
  connected.nue.addMemo(`memo-${id}`, 100, applied ? { [`invoice-${id}`]: 100 } : {});
  const [memo] = await memosOf(connected, id);
  if (memo === undefined) throw new Error(`The credit memo ${id} was not posted.`);
  return String(memo.id);
}

/** Voids, deletes or edits a credit memo as another program does; nothing that follows from it has run yet. */
export async function change(
  { account }: ConnectedAccount,
  id: string,
  how: 'void' | 'delete' | 'edit',
  values: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await account.callRestlet({
    script: 'customscript_ex_void',
    deploy: 'customdeploy_ex_void',
    method: 'POST',
    body: { how, id, values },
  });
  return { status: answer.status, body: String(answer.body) };
}

/** The outbound transfers of credit memos, in the order in which they were stored. */
export async function cancellations({ account }: ConnectedAccount) {
  const names = [
    'connection',
    'platform_id',
    'number',
    'status',
    'reason',
    'error_code',
    'error_message',
    'remedy',
    'attempts',
    'next_attempt',
    'history',
    'record_type',
    'record_id',
    'customer',
    'lane',
  ];
  return account.suiteql(
    `SELECT id, externalid, ${names.map((name) => `custrecord_obc_tr_${name} AS ${name === 'number' ? 'document_number' : name}`).join(', ')}
     FROM customrecord_obc_transfer
     WHERE custrecord_obc_tr_kind = 'creditMemo' AND custrecord_obc_tr_direction = 'Outbound' ORDER BY id`,
  );
}

function voider(): string {
  const root = mkdtempSync(join(tmpdir(), 'voider-'));
  for (const [name, text] of Object.entries(VOIDER)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
