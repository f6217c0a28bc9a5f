import * as runtime from 'N/runtime';
import type { BillingDocument } from '../../documents/document';
import { documentKey } from '../../documents/keys';
import { type Budget, startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { platforms } from '../../platforms';
import { type PostingOutcome, type PostingTask, postBatch } from '../../posting/batch';
import { lookupsOf } from '../../posting/kinds';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { readPayload } from '../payload';
import { shareOut } from '../policy/lanes';
import { outcomeOfError, outcomeOfProblem } from '../policy/outcomes';
import type { TransferOutcome } from '../policy/states';
import { finishTransfer, giveUpTransfer } from '../store/finish';
import { giveLaneBack, takeLane } from '../store/lanes';
import { type DocumentLinks, documentLinks } from '../store/links';
import { lanesWithWork, type ReadyTransfer, readyTransfers } from '../store/readyTransfers';
import { submitRun } from './submit';

/**
 * Posts the documents that are ready. getInputData finds the lanes that have work; each reduce invocation takes one
 * lane, or several that have little, posts them batch by batch within its limits, and gives them back; when a run ends and work is left, it starts the
 * next one. Nothing is kept but in the transfers, so a run may end anywhere.
 */

/** So many documents share the queries of one batch. */
const BATCH = 50;

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900 (section_161591009480). */
const SECONDS = 600;

/** A document that is ready again at once (its wait was over, its time had come) is tried so often by one invocation. */
const MOST_TRIES = 3;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 1_000;

/** Units without which a further batch is not begun: its queries, one document, and the way out. */
const UNITS_FOR_BATCH = 300;

interface LaneKey {
  /** Internal id. */
  readonly id: number;
  readonly number: number;
}

/** The lanes to work on, in shares, as keys in the order in which they are reduced. 10 units. */
export function lanesToPost(): Record<string, string> {
  if (!mayPost()) return {};
  const lanes = lanesWithWork(includesScheduledMode(), claimant(), new Date().toISOString());
  const shares = shareOut(lanes, BATCH).map((share) => share.map(({ id, number }): LaneKey => ({ id, number })));
  return Object.fromEntries(shares.map((share, index) => [String(index).padStart(2, '0'), JSON.stringify(share)]));
}

/**
 * Posts what is ready in a share of the lanes, in order. 8 units a lane, 10 for the settings, about 70 a batch, and 32
 * for each invoice, 17 for each customer or item.
 * @param value an element of {@link lanesToPost}
 * @returns how many documents were tried; lanes that another run holds are left to it
 */
export function postLanes(value: string): number {
  const budget = startBudget(SECONDS, RESERVE);
  const taken: LaneKey[] = [];
  try {
    for (const lane of JSON.parse(value) as readonly LaneKey[]) {
      if (takeLane(lane.id, claimant(), Date.now())) taken.push(lane);
    }
    return taken.length === 0
      ? 0
      : postTaken(
          taken.map((lane) => lane.number),
          budget,
        );
  } finally {
    for (const lane of taken) giveLaneBack(lane.id);
  }
}

/** Posts batch by batch while units and time allow. Returns how many documents were tried. */
function postTaken(lanes: readonly number[], budget: Budget): number {
  const tries = new Map<number, number>();
  while (budget.allows(UNITS_FOR_BATCH)) {
    const ready = readyTransfers(lanes, includesScheduledMode(), BATCH, new Date().toISOString());
    const batch = ready.filter((transfer) => (tries.get(transfer.id) ?? 0) < MOST_TRIES);
    const tried = batch.length === 0 ? 0 : postReady(batch, budget);
    for (const { id } of batch.slice(0, tried)) tries.set(id, (tries.get(id) ?? 0) + 1);
    // A short batch was the last one; what has arrived since is for the next run.
    if (tried === 0 || tried < batch.length || ready.length < BATCH) break;
  }
  return tries.size;
}

/** Starts the next run where work is left and this one got on; without progress the schedule tries again. 10 to 30 units. */
export function continuePosting(tried: number): void {
  if (tried === 0 || !mayPost()) return;
  const scheduled = includesScheduledMode();
  if (lanesWithWork(scheduled, claimant(), new Date().toISOString()).length === 0) return;
  submitRun('customscript_obc_post', { custscript_obc_post_scheduled: scheduled });
}

/** Posts a batch. Returns how many of it were tried, from the first on. Older versions outside of it are given up. */
function postReady(batch: readonly ReadyTransfer[], budget: Budget): number {
  const started = new Date().toISOString();
  const finish = (transfer: ReadyTransfer, outcome: TransferOutcome, record: PostedOrNull = null): void =>
    finishTransfer(transfer, outcome, record, started, new Date().toISOString());

  const readable: { transfer: ReadyTransfer; document: BillingDocument; settings: ConnectionSettings }[] = [];
  for (const transfer of batch) {
    const read = readTransfer(transfer);
    if (read.ok) readable.push({ transfer, ...read.value });
    else finish(transfer, read.outcome);
  }
  const links = linksOf(readable);
  const tasks: PostingTask[] = [];
  const inBatch = new Set(batch.map((transfer) => transfer.id));
  const transfers = new Map<number, ReadyTransfer>();
  for (const { transfer, document, settings } of readable) {
    const newer = links.newerThan(document, transfer.id, transfer.version);
    if (newer === null) {
      for (const older of links.olderOpen(document, transfer.id, transfer.version)) {
        if (!inBatch.has(older)) giveUpTransfer(older, transfer.id);
      }
      tasks.push({ transfer: transfer.id, document, settings });
      transfers.set(transfer.id, transfer);
    } else finish(transfer, replacedBy(newer));
  }
  const tried = postBatch(tasks, links.records, budget, (task, outcome) => {
    const transfer = transfers.get(task.transfer);
    if (transfer === undefined) return;
    finish(transfer, transferOutcome(outcome, transfer, task.document.connection, links), recordIn(outcome));
  });
  if (tried === tasks.length) return batch.length;
  const firstLeft = tasks[tried]?.transfer;
  return batch.findIndex((transfer) => transfer.id === firstLeft);
}

type PostedOrNull = Extract<PostingOutcome, { readonly kind: 'posted' }>['record'] | null;

type Read =
  | { readonly ok: true; readonly value: { readonly document: BillingDocument; readonly settings: ConnectionSettings } }
  | { readonly ok: false; readonly outcome: TransferOutcome };

function readTransfer(transfer: ReadyTransfer): Read {
  const settings = loadConnections().get(transfer.connection);
  const platform = settings === undefined ? undefined : platforms.get(settings.platform);
  if (settings === undefined || platform === undefined) {
    return unreadable(
      'UNKNOWN_CONNECTION',
      `Connection "${transfer.connection}" is not there any more, is inactive, or has no billing platform.`,
      'Set the connection up again under the same key; then retry.',
    );
  }
  const decodeSettings = { connection: settings.key, timeZone: settings.timeZone };
  const read = readPayload(transfer.sourceKind, transfer.payload(), platform, decodeSettings);
  if (read.ok) return { ok: true, value: { document: read.value, settings } };
  const { code, message } = read.error;
  return unreadable(code, message, 'Send the document again.');
}

function unreadable(code: string, message: string, remedy: string): Read {
  return {
    ok: false,
    outcome: { status: 'Not Transferred', reason: 'Action Needed', error: { code, message, remedy } },
  };
}

/** Looks up, by one query, the batch's own documents and all that they name. */
function linksOf(readable: readonly { document: BillingDocument; settings: ConnectionSettings }[]): DocumentLinks {
  return documentLinks(
    readable.flatMap(({ document, settings }) => [
      { connection: document.connection, kind: document.kind, id: document.id },
      ...lookupsOf(document, settings).flatMap((lookup) =>
        lookup.kind === 'document' ? [{ connection: document.connection, ...lookup.document }] : [],
      ),
    ]),
  );
}

function transferOutcome(
  outcome: PostingOutcome,
  transfer: ReadyTransfer,
  connection: string,
  links: DocumentLinks,
): TransferOutcome {
  switch (outcome.kind) {
    case 'posted':
      return { status: 'Transferred', notes: outcome.notes };
    case 'failed':
      return outcomeOfError(outcome.error, transfer.attempts + 1, Date.now(), Math.random());
    case 'problem': {
      const { waitsFor } = outcome.problem;
      const link = waitsFor === null ? undefined : links.records.get(documentKey(connection, waitsFor));
      // Transferred, and yet not found: to wait would be to wait for ever.
      if (waitsFor === null || link === undefined) return outcomeOfProblem(outcome.problem);
      return {
        status: 'Not Transferred',
        reason: 'Action Needed',
        error: {
          code: 'RECORD_GONE',
          message: `The ${waitsFor.kind} "${waitsFor.id}" became ${link.recordType} ${link.recordId}, which is not in NetSuite any more.`,
          remedy: `Restore the record, or send a newer version of the ${waitsFor.kind}; then retry.`,
        },
      };
    }
  }
}

function recordIn(outcome: PostingOutcome): PostedOrNull {
  return outcome.kind === 'failed' ? null : outcome.record;
}

function replacedBy(newer: number): TransferOutcome {
  return {
    status: 'Cancelled',
    error: {
      code: 'REPLACED',
      message: `A newer version arrived before this one was transferred: transfer ${newer}.`,
      remedy: 'None needed.',
    },
  };
}

/** Of a deployment one instance runs at a time, so it may take again the lanes that it held when it died. */
function claimant(): string {
  return runtime.getCurrentScript().deploymentId;
}

function includesScheduledMode(): boolean {
  const value = runtime.getCurrentScript().getParameter({ name: 'custscript_obc_post_scheduled' });
  return value === true || value === 'T';
}
