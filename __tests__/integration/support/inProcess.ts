import type { SimulatedAccount } from 'netsuite-simulator';
import type { InboundResponse } from '../../../src/transfers/request';
import { jsonOf } from '../../../tools/client/answer';
import { settingsRestlet } from '../../../tools/start/setUp';
import type { ConnectedAccount } from './connectedAccount';

/** Calls the inbound RESTlet without HTTP, so that all that happens comes from the account's seed. */
export async function postInvoices(
  account: SimulatedAccount,
  invoices: readonly unknown[],
  connection = 'nue',
): Promise<InboundResponse> {
  const answer = await account.callRestlet({
    script: 'customscript_obc_inbound',
    deploy: 'customdeploy_obc_inbound',
    method: 'POST',
    body: { connection, documents: invoices.map((data) => ({ kind: 'invoice', data })) },
  });
  if (answer.status !== 200) throw new Error(`The call was answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body) as InboundResponse;
}

/** Changes settings of a connection as its administrator does. */
export async function changeSettings(
  { administrator }: ConnectedAccount,
  settings: Readonly<Record<string, unknown>>,
  connection = 'nue',
): Promise<void> {
  const answer = await administrator.callRestlet(settingsRestlet, 'PUT', { body: { connection, settings } });
  const { outcome, problems } = jsonOf<{ outcome: string; problems: unknown }>(answer);
  if (outcome !== 'saved') throw new Error(`The settings were refused: ${JSON.stringify(problems)}`);
}

/** Where a transfer stands, as it is stored. */
export interface StoredTransfer {
  readonly id: number;
  readonly kind: string;
  readonly document: string;
  readonly number: string;
  readonly status: string;
  readonly reason: string;
  readonly error: string;
  readonly message: string;
  readonly waitsFor: string;
  /** Milliseconds UTC; NaN where it has not been. */
  readonly received: number;
  readonly started: number;
  readonly transferred: number;
}

/** All transfers in the order in which they were stored. */
export async function storedTransfers(account: SimulatedAccount): Promise<readonly StoredTransfer[]> {
  const field = (name: string): string => `custrecord_obc_tr_${name}`;
  const rows = await account.suiteql(
    `SELECT id, ${field('kind')} AS kind, ${field('platform_id')} AS document, ${field('number')} AS document_number,
       ${field('status')} AS status, ${field('reason')} AS reason, ${field('error_code')} AS error,
       ${field('error_message')} AS message, ${field('waits_for_kind')} AS waits_kind, ${field('waits_for_id')} AS waits_id,
       ${field('received')} AS received, ${field('started')} AS started, ${field('transferred')} AS transferred
     FROM customrecord_obc_transfer ORDER BY id`,
  );
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  return rows.map((row) => ({
    id: Number(row.id),
    kind: text(row.kind),
    document: text(row.document),
    number: text(row.document_number),
    status: text(row.status),
    reason: text(row.reason),
    error: text(row.error),
    message: text(row.message),
    waitsFor: `${text(row.waits_kind)} ${text(row.waits_id)}`.trim(),
    received: Date.parse(text(row.received)),
    started: Date.parse(text(row.started)),
    transferred: Date.parse(text(row.transferred)),
  }));
}

/** Numbers of the invoices in the books, in the order in which they were saved. */
export async function invoiceNumbers(account: SimulatedAccount): Promise<readonly string[]> {
  const rows = await account.suiteql("SELECT tranid FROM transaction WHERE type = 'CustInvc' ORDER BY id");
  return rows.map(({ tranid }) => String(tranid));
}

/** Units that the executions of a script have used, and how many there were, by their entry point. */
export function usageOf(account: SimulatedAccount, script: string, entryPoint: string) {
  const reports = account.usage().filter((each) => each.script === script && each.entryPoint === entryPoint);
  return {
    executions: reports.reduce((sum, { executions }) => sum + executions, 0),
    units: reports.reduce((sum, { units }) => sum + units, 0),
    mostUnits: Math.max(0, ...reports.map(({ mostUnits }) => mostUnits)),
    mostSeconds: Math.max(0, ...reports.map(({ mostSeconds }) => mostSeconds)),
  };
}

/** How often a script has made a call, `task.submit`. */
export function callsOf(account: SimulatedAccount, script: string, call: string): number {
  const reports = account.usage().filter((each) => each.script === script);
  return reports.reduce((sum, { calls }) => sum + (calls[call]?.calls ?? 0), 0);
}
