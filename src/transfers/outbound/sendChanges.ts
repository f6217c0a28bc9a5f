import type { Budget } from '../../netsuite/budget';
import { scriptError } from '../../netsuite/scriptErrors';
import { sendRequest, UNITS_FOR_REQUEST } from '../../platforms/client';
import type { Judgement, Refusal } from '../../platforms/outbound';
import { sentKinds } from '../../publishing/kinds';
import { baselinesBefore, newerChange, postedOver, type RecordTransfer } from '../policy/outbound';
import { outcomeOfError } from '../policy/outcomes';
import type { TransferOutcome } from '../policy/states';
import { outcomeOfVerdict } from '../policy/verdicts';
import { cancelChange, finishChange } from './finishChange';
import type { ReadyChange } from './readyChanges';
import { sentKey, transfersOfDocuments } from './recordTransfers';
import { letRest, type Sender } from './senders';
import { platformTerm } from './terms';

/** Units without which a change is not begun: two requests, its terms, the notes of it and of a rest, two lanes back. */
const UNITS_FOR_ONE = 2 * UNITS_FOR_REQUEST + 60;

/**
 * Sends changes whose lanes are held, in their order, and writes what became of each. A change that a newer one of the
 * same document replaces, or over which the platform's own version was posted, is cancelled. Where a platform asks for
 * rest, nothing more is sent through that connection. 10 units, and 12 for each change.
 * @returns how many were tried or cancelled, and whether units or time ran out
 */
export function sendChanges(
  changes: readonly ReadyChange[],
  senders: ReadonlyMap<string, Sender>,
  budget: Budget,
): { readonly done: number; readonly isCutShort: boolean } {
  const transfers = transfersOfDocuments(changes);
  const resting = new Set<string>();
  let done = 0;
  for (const change of changes) {
    const sender = senders.get(change.connection);
    if (sender === undefined || resting.has(change.connection)) continue;
    if (!budget.allows(UNITS_FOR_ONE)) return { done, isCutShort: true };
    const known = transfers.get(sentKey(change)) ?? [];
    const rest = sendOne(change, known, sender);
    done += 1;
    if (rest === 0) continue;
    letRest(sender, new Date(Date.now() + rest * 1_000).toISOString());
    resting.add(change.connection);
  }
  return { done, isCutShort: false };
}

/** Sends one change, or cancels it. Returns the seconds for which its platform wants rest. */
function sendOne(change: ReadyChange, known: readonly RecordTransfer[], sender: Sender): number {
  const own = known.find(({ id }) => id === change.id);
  if (own === undefined) return 0;
  const newer = newerChange(own, known);
  if (newer !== null) {
    cancelChange(change, `A newer change came before this one was sent: transfer ${newer.id}.`);
    return 0;
  }
  const isFinal = sentKinds.get(change.kind)?.isFinal === true;
  const over = isFinal ? null : postedOver(own, known);
  if (over !== null) {
    cancelChange(
      change,
      `A newer version of the platform was posted over this change before it was sent: transfer ${over.id}.`,
    );
    return 0;
  }
  const started = new Date().toISOString();
  const { outcome, rest } = tryToSay(change, baselinesBefore(own, known), sender);
  finishChange(change, outcome, started);
  return rest;
}

interface Said {
  readonly outcome: TransferOutcome;
  readonly rest: number;
}

/** What goes wrong with one change must not keep the others of its lane from being sent. */
function tryToSay(change: ReadyChange, before: readonly string[], sender: Sender): Said {
  try {
    return say(change, before, sender);
  } catch (thrown) {
    return { outcome: outcomeOfError(scriptError(thrown), change.attempts + 1, Date.now(), Math.random()), rest: 0 };
  }
}

function say(change: ReadyChange, before: readonly string[], { settings, platform }: Sender): Said {
  const { connection, platformId: id, number, record } = change;
  const document = sentKinds.get(change.kind)?.change({ connection, id, number, record }, change.payload(), before);
  if (document === undefined || document === null) return { outcome: actionNeeded(UNREADABLE), rest: 0 };
  const encoded = platform.encode(document, { paymentTerm: (term) => platformTerm(settings, term) });
  if (!encoded.ok) return { outcome: actionNeeded(encoded.error), rest: 0 };
  if (encoded.value.length === 0) {
    return { outcome: { status: 'Transferred', notes: ['Nothing that the platform takes has changed'] }, rest: 0 };
  }
  const access = { connection, ...settings.api };
  let judgement: Judgement = { verdict: { result: 'sent' }, rest: 0 };
  const left = [...encoded.value];
  for (let index = 0, request = left.shift(); request !== undefined; index += 1, request = left.shift()) {
    // The same key for the same request of the same transfer, however often it is sent.
    judgement = sendRequest(platform, access, request, `${change.key}-${index}`);
    if (judgement.verdict.result !== 'sent') break;
    left.unshift(...(judgement.verdict.then ?? []));
  }
  return {
    outcome: outcomeOfVerdict(judgement, change.attempts + 1, Date.now(), Math.random()),
    rest: judgement.rest,
  };
}

const UNREADABLE: Refusal = {
  code: 'PAYLOAD_UNREADABLE',
  message:
    'What is to be sent cannot be read (any more): it was removed, or it is of another version of the connector.',
  remedy: 'Change the record in NetSuite once more; that change is then sent. Cancel this transfer.',
};

function actionNeeded(error: Refusal): TransferOutcome {
  return { status: 'Not Transferred', reason: 'Action Needed', error };
}
