import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { deploymentId } from '../../netsuite/deployments';
import { UNITS_FOR_REQUEST } from '../../platforms/client';
import { loadConnections } from '../../settings/load';
import { letRest, withoutResting } from '../outbound/senders';
import { type Source, sources } from '../runs/fetching';
import { startOverdueRun } from '../runs/heartbeat';
import { submitPosting, submitRun } from '../runs/submit';
import { neverAsked } from '../store/missing';
import { askFor } from './ask';
import { dueDocuments, isAnythingDue } from './due';

/**
 * Fetches the documents that others wait for and that were never sent. getInputData finds the connections that have such
 * documents; each reduce invocation asks one platform for them, one after the other; when a run ends it starts posting
 * what was stored. A document is marked before it is asked for, so nobody else asks, and a run may end anywhere.
 */

/** Stop after so many seconds; requests may take two minutes more, and NetSuite ends a reduce invocation after 900. */
const SECONDS = 600;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 500;

/** Units without which a document is not asked for: its marks, its request, a file for it, the note of a rest. */
const UNITS_FOR_ONE = UNITS_FOR_REQUEST + 150;

/** So many failures one after the other are not about the documents: the next schedule tries again. */
const MOST_FAILURES = 3;

/** What a reduce invocation did. */
export interface FetchResult {
  readonly connection: string;
  readonly stored: number;
  /** Whether it stopped because its units or its time were used up, not because the platform wants no more. */
  readonly isCutShort: boolean;
}

/** The connections of which documents are to be fetched, as keys. 20 units, 20 more for each that can be asked. */
export function connectionsToFetch(): Record<string, string> {
  if (!mayPost()) return {};
  const now = Date.now();
  const able = [...withoutResting(sources()).values()].filter((source) => isAnythingDue(source, now));
  return Object.fromEntries(able.map(({ connection }) => [connection, connection]));
}

/**
 * Fetches what is missing of a connection: 60 units, and about 50 for each document.
 * @param connection an element of {@link connectionsToFetch}
 */
export function fetchFor(connection: string): FetchResult {
  const nothing = { connection, stored: 0, isCutShort: false };
  const budget = startBudget(SECONDS, RESERVE);
  const source = withoutResting(sources()).get(connection);
  if (source === undefined) return nothing;
  let stored = 0;
  let failures = 0;
  for (const { claim } of dueDocuments(source, Date.now())) {
    if (!budget.allows(UNITS_FOR_ONE)) return { connection, stored, isCutShort: true };
    const claimed = claim(Date.now());
    if (claimed === null) continue;
    const { result, rest } = askFor(claimed, source, claimant(connection), budget);
    if (result === 'stored') stored += 1;
    failures = result === 'failed' ? failures + 1 : 0;
    if (rest > 0) letRest(source, new Date(Date.now() + rest * 1_000).toISOString());
    if (rest > 0 || failures === MOST_FAILURES) return { connection, stored, isCutShort: false };
  }
  return { connection, stored, isCutShort: true };
}

/**
 * Starts posting what was stored, as acceptance does, and the next run where more is to be fetched. What posting then waits
 * for is fetched when it ends. 10 to 60 units.
 */
export function continueFetching(results: readonly FetchResult[]): void {
  const connections = loadConnections();
  const stored = results
    .filter((result) => result.stored > 0)
    .flatMap(({ connection }) => connections.get(connection) ?? []);
  if (stored.some(({ scheduledMode }) => !scheduledMode))
    submitPosting({ withScheduledMode: false, isFollowUp: false });
  if (stored.some(({ scheduledMode }) => scheduledMode)) startOverdueRun(Date.now());
  const unfinished = new Set(results.filter(({ isCutShort }) => isCutShort).map(({ connection }) => connection));
  const left: readonly Source[] = sources().filter(({ connection }) => unfinished.has(connection));
  if (left.length > 0 && neverAsked(left, 1, Date.now()).length > 0) submitRun('customscript_obc_fetch');
}

/**
 * Of a deployment one instance runs at a time, and it fetches of one connection in one invocation: so the lanes that it held
 * when it died may be taken again by this name.
 */
function claimant(connection: string): string {
  return `${deploymentId()} ${connection}`;
}
