import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutsideWorld } from 'netsuite-simulator';
import { ZuoraStandIn } from '../../support/standIns/zuora';
import { type ConnectedAccount, connectedAccount } from './connectedAccount';
import { changeSettings } from './inProcess';

/** A local account whose connection `zuora` sends edits to a stand-in of Zuora. */
export interface OutboundAccount extends ConnectedAccount {
  readonly zuora: ZuoraStandIn;
}

/** An outbound or inbound transfer of a customer, as it is stored. */
export interface CustomerTransfer {
  readonly id: number;
  readonly key: string;
  readonly direction: string;
  readonly connection: string;
  readonly platformId: string;
  readonly status: string;
  readonly reason: string;
  readonly error: string;
  readonly message: string;
  readonly remedy: string;
  readonly attempts: number;
  readonly nextAttempt: string;
  readonly baseline: string;
  readonly payload: string;
  readonly history: string;
  readonly lane: number;
  readonly recordId: string;
}

/** What another app does to customers, in its own scripts. */
const OTHER_APP: Readonly<Record<string, string>> = {
  'manifest.xml': `<manifest projecttype="SUITEAPP"><publisherid>org.example</publisherid><projectid>editor</projectid>
    <projectname>Editor</projectname><projectversion>1.0.0</projectversion><frameworkversion>1.0</frameworkversion>
    <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies></manifest>`,
  'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/org.example.editor/*</path></files>
    <objects><path>~/Objects/*</path></objects></deploy>`,
  'FileCabinet/SuiteApps/org.example.editor/edit.js': `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['N/record'], (record) => ({
  post: ({ how, id, values = {}, address, shipping }) => {
    const type = 'customer';
    if (how === 'delete') return { id: record.delete({ type, id }) };
    if (how === 'xedit') return { id: record.submitFields({ type, id, values }) };
    const customer = record.load({ type, id });
    for (const [fieldId, value] of Object.entries(values)) customer.setValue({ fieldId, value });
    const lines = (flag) => {
      for (let line = 0; line < customer.getLineCount({ sublistId: 'addressbook' }); line += 1) {
        if (customer.getSublistValue({ sublistId: 'addressbook', fieldId: flag, line })) return line;
      }
      return -1;
    };
    const change = (line, fields) => {
      const subrecord = customer.getSublistSubrecord({ sublistId: 'addressbook', fieldId: 'addressbookaddress', line });
      for (const [fieldId, value] of Object.entries(fields)) subrecord.setValue({ fieldId, value });
    };
    if (address) change(lines('defaultbilling'), address);
    if (shipping) {
      const line = customer.getLineCount({ sublistId: 'addressbook' });
      customer.setSublistValue({ sublistId: 'addressbook', fieldId: 'defaultshipping', line, value: true });
      change(line, shipping);
    }
    return { id: customer.save() };
  },
}));`,
  'Objects/customscript_ex_edit.xml': `<restlet scriptid="customscript_ex_edit"><name>edit</name>
    <scriptfile>[/SuiteApps/org.example.editor/edit.js]</scriptfile><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_ex_edit"><status>RELEASED</status><title>edit</title><allroles>T</allroles></scriptdeployment>
    </scriptdeployments></restlet>`,
};

export const ZUORA_SECRET = 'hush+/=& #%';

/** @param others hosts beside the stand-in */
export async function outboundAccount(
  zuora = new ZuoraStandIn(),
  others: OutsideWorld = () => null,
): Promise<OutboundAccount> {
  const connected = await connectedAccount(1, { outside: (request) => zuora.outside(request) ?? others(request) });
  const { account } = connected;
  await account.install(otherApp());
  setSecret(connected, 'custsecret_zuora', ZUORA_SECRET);
  await changeSettings(connected, { sends: { customerEdits: true }, api: zuoraApi(zuora) }, 'zuora');
  // The first sweep notes where it begins.
  await runSweep(connected);
  return { ...connected, zuora };
}

/** The way back to where an account and its stand-in are now, as often as is wanted. */
export function restorePoint({ account, zuora }: OutboundAccount): () => Promise<void> {
  const snapshot = account.snapshot();
  const back = zuora.snapshot();
  return async () => {
    account.faults.plan({ rules: [] });
    await account.idle();
    account.restore(snapshot);
    back();
  };
}

export function zuoraApi(zuora: ZuoraStandIn) {
  return { url: `https://${zuora.host}`, clientId: 'client', secret: 'custsecret_zuora' };
}

export function setSecret({ account }: ConnectedAccount, id: string, value: string): void {
  account.account.store.run('INSERT OR REPLACE INTO apisecret (scriptid, value) VALUES (?, ?)', [id, value]);
}

/** Adds an account to the stand-in, and lets the platform send it. Returns the customer's internal id. */
export async function arrive({ account, zuora }: OutboundAccount, id: string, connection = 'zuora'): Promise<string> {
  if (!zuora.accounts.has(id)) {
    zuora.addAccount(
      { id, name: `Company ${id}`, paymentTerm: 'Net 30', notes: 'As ordered' },
      {
        firstName: 'Ada',
        lastName: 'Byron',
        address1: '1 Main Street',
        city: 'Boston',
        state: 'MA',
        zipCode: '02101',
        country: 'US',
        workEmail: `${id}@example.com`,
        workPhone: '+1 617 555 0100',
      },
      {
        firstName: 'Mary',
        lastName: 'Shelley',
        address1: '2 Dock Road',
        city: 'Portland',
        state: 'OR',
        zipCode: '97201',
        country: 'US',
      },
    );
  }
  return sendIn({ account, zuora }, id, connection);
}

/** Lets the platform send an account as it has it now, and all be posted. Returns the customer's internal id. */
export async function sendIn(
  { account, zuora }: Pick<OutboundAccount, 'account' | 'zuora'>,
  id: string,
  connection = 'zuora',
): Promise<string> {
  const answer = await account.callRestlet({
    script: 'customscript_obc_inbound',
    deploy: 'customdeploy_obc_inbound',
    method: 'POST',
    body: { connection, documents: [{ kind: 'customer', data: zuora.objectQuery(id) }] },
  });
  if (answer.status !== 200) throw new Error(String(answer.body));
  await account.idle();
  const [row] = await account.suiteql(
    `SELECT custrecord_obc_tr_record_id AS record FROM customrecord_obc_transfer
     WHERE custrecord_obc_tr_platform_id = ? AND custrecord_obc_tr_connection = ? AND custrecord_obc_tr_direction = 'Inbound'
       AND custrecord_obc_tr_status = 'Transferred' ORDER BY id DESC`,
    [id, connection],
  );
  return String(row?.record ?? '');
}

/** Edits a customer as another app does; nothing that follows from it has run yet. */
export async function edit(
  { account }: ConnectedAccount,
  id: string,
  values: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const answer = await account.callRestlet({
    script: 'customscript_ex_edit',
    deploy: 'customdeploy_ex_edit',
    method: 'POST',
    body: { how: 'edit', id, values, ...more },
  });
  if (answer.status !== 200) throw new Error(String(answer.body));
}

/** Keeps sending from starting by itself, so that a test sees rows as the event or the sweep left them. */
export function stopSending({ account }: ConnectedAccount): void {
  account.account.store.run(
    "UPDATE scriptdeployment SET isdeployed = 'F' WHERE scriptid LIKE 'customdeploy_obc_publish_%'",
  );
}

export function allowSending({ account }: ConnectedAccount): void {
  account.account.store.run(
    "UPDATE scriptdeployment SET isdeployed = 'T' WHERE scriptid LIKE 'customdeploy_obc_publish_%'",
  );
}

export function switchEvents({ account }: ConnectedAccount, isOn: boolean): void {
  account.account.store.run('UPDATE scriptdeployment SET isdeployed = ? WHERE scriptid = ?', [
    isOn ? 'T' : 'F',
    'customdeploy_obc_customer_changed',
  ]);
}

export async function runSweep({ account }: ConnectedAccount): Promise<void> {
  await account.run({ script: 'customscript_obc_sweep', deployment: 'customdeploy_obc_sweep' });
  await account.idle();
}

export async function runPublish({ account }: ConnectedAccount): Promise<void> {
  await account.run({ script: 'customscript_obc_publish', deployment: 'customdeploy_obc_publish_sweep' });
  await account.idle();
}

/** Transfers of customers in the order in which they were stored. */
export async function customerTransfers(
  { account }: ConnectedAccount,
  direction = 'Outbound',
): Promise<readonly CustomerTransfer[]> {
  const names = [
    'direction',
    'connection',
    'platform_id',
    'status',
    'reason',
    'error_code',
    'error_message',
    'remedy',
    'attempts',
    'next_attempt',
    'baseline',
    'payload',
    'history',
    'lane',
    'record_id',
  ];
  const rows = await account.suiteql(
    `SELECT id, externalid, ${names.map((name) => `custrecord_obc_tr_${name} AS ${name}`).join(', ')}
     FROM customrecord_obc_transfer WHERE custrecord_obc_tr_kind = 'customer' AND custrecord_obc_tr_direction = ? ORDER BY id`,
    [direction],
  );
  return rows.map((row) => {
    const text = (name: string): string => (row[name] === null || row[name] === undefined ? '' : String(row[name]));
    return {
      id: Number(row.id),
      key: text('externalid'),
      direction: text('direction'),
      connection: text('connection'),
      platformId: text('platform_id'),
      status: text('status'),
      reason: text('reason'),
      error: text('error_code'),
      message: text('error_message'),
      remedy: text('remedy'),
      attempts: Number(row.attempts ?? 0),
      nextAttempt: text('next_attempt'),
      baseline: text('baseline'),
      payload: text('payload'),
      history: text('history'),
      lane: Number(row.lane),
      recordId: text('record_id'),
    };
  });
}

function otherApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'other-app-'));
  for (const [name, text] of Object.entries(OTHER_APP)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
