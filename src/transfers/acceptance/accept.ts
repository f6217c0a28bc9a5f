import { referenceKey, referenceTo } from '../../documents/keys';
import { type Budget, startBudget } from '../../netsuite/budget';
import { callerName, mayPost } from '../../netsuite/callers';
import { scriptError, userError } from '../../netsuite/scriptErrors';
import { sha256 } from '../../netsuite/sha256';
import { platforms } from '../../platforms';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import type { DocumentResult, InboundRequest, InboundResponse } from '../request';
import { startOverdueRun } from '../runs/heartbeat';
import { submitRun } from '../runs/submit';
import { storeIntakes } from '../store/intakes';
import { knownVersions, type StoredVersion } from '../store/knownVersions';
import type { NewTransfer } from '../store/newTransfers';
import { postedResult, rejectedResult, storedResult } from './answers';
import { decide, type Receipt } from './decide';
import { documentPath, parseRequest, readDocument } from './parseRequest';
import { type PostedRow, postAtOnce, type StoredRow } from './postAtOnce';
import { type Prepared, prepare } from './prepare';
import { previewDocuments } from './preview';
import { type Keep, keepAsTransfer, storeCandidate } from './storeCandidate';

/** So many documents of a call are stored as transfers at once; more are stored as one intake. */
const MOST_DIRECT_DOCUMENTS = 25;

/** And so many rows: a save takes a tenth of a second or more, and the caller holds one of the account's request slots. */
const MOST_DIRECT_ROWS = 75;

/** Store and post for so many seconds; NetSuite allows 300, integrators allow 60. */
const SECONDS = 45;

type Acceptable = Extract<Prepared, { readonly ok: true }>;

/**
 * Takes the documents of a POST: each is decoded, judged beside what is stored, and stored before it is answered
 * `accepted`. One bad document never rejects its neighbours. In immediate mode what was stored as transfers is then
 * posted; see {@link postAtOnce}. Costs 20 units, 10 for each further 500 ids, 6 for each row (or for each 250 rows, as
 * an intake), 20 to start the run of an intake, and 10 in scheduled mode.
 * @throws INVALID_REQUEST, UNKNOWN_CONNECTION for the whole call
 */
export function acceptRequest(body: unknown): InboundResponse {
  const parsed = parseRequest(body);
  if (!parsed.ok) throw userError(parsed.error.code, parsed.error.message);
  const request = parsed.value;
  const settings = connectionOf(request);
  const prepared = prepareAll(request, settings);
  if (request.mode === 'preview') return { results: previewDocuments(prepared, settings) };

  const budget = startBudget(SECONDS);
  const acceptable = prepared.filter((each): each is Acceptable => each.ok);
  const known = knownVersions(settings.key, documentsOf(acceptable));
  const receipt: Receipt = {
    connection: settings.key,
    received: new Date().toISOString(),
    by: `RESTlet, ${callerName()}`,
  };
  const isLarge =
    acceptable.length > MOST_DIRECT_DOCUMENTS || countNewRows(acceptable, known, receipt) > MOST_DIRECT_ROWS;
  const stored: StoredRow[] = [];
  const answer = isLarge
    ? storeAsIntake(prepared, known, receipt)
    : storeAsTransfers(prepared, known, receipt, budget, stored);
  return startTransfer(answer, stored, settings, budget);
}

/** Gets what was stored on its way, by the connection's mode; the rows are safe, so nothing that fails here matters. */
function startTransfer(
  answer: InboundResponse,
  stored: readonly StoredRow[],
  settings: ConnectionSettings,
  budget: Budget,
): InboundResponse {
  if (answer.intake !== undefined) submitRun('customscript_obc_intake');
  else if (stored.length > 0 && !settings.isPaused) {
    if (settings.scheduledMode) startOverdueRun(Date.now());
    else if (mayPost()) return withPosted(answer, postAtOnce(settings.key, stored, budget));
  }
  return answer;
}

function withPosted({ results, ...answer }: InboundResponse, posted: ReadonlyMap<number, PostedRow>): InboundResponse {
  return { ...answer, results: results.map((result) => postedResult(result, posted)) };
}

function connectionOf(request: InboundRequest): ConnectionSettings {
  const settings = loadConnections().get(request.connection);
  if (settings === undefined) {
    throw userError(
      'UNKNOWN_CONNECTION',
      `There is no connection "${request.connection}": send one of ${[...loadConnections().keys()].join(', ')}, or set it up.`,
    );
  }
  return settings;
}

function prepareAll(request: InboundRequest, settings: ConnectionSettings): readonly Prepared[] {
  const platform = platforms.get(settings.platform);
  if (platform === undefined) {
    throw userError(
      'UNKNOWN_PLATFORM',
      `Connection "${settings.key}" has no billing platform: choose one in its settings.`,
    );
  }
  const decodeSettings = { connection: settings.key, timeZone: settings.timeZone };
  return request.documents.map((document, index) =>
    prepare(readDocument(document, index), index, platform, decodeSettings, sha256),
  );
}

function documentsOf(acceptable: readonly Acceptable[]) {
  const references = acceptable.flatMap((each) =>
    [each.candidate, ...each.parts].map((candidate) => referenceTo(candidate.document)),
  );
  return [...new Map(references.map((reference) => [referenceKey(reference), reference])).values()];
}

/** An upper bound: parts that several documents bring along are counted once, versions among themselves are not judged. */
function countNewRows(
  acceptable: readonly Acceptable[],
  known: ReadonlyMap<string, readonly StoredVersion[]>,
  receipt: Receipt,
): number {
  const keys = new Set<string>();
  for (const { candidate, parts } of acceptable) {
    for (const each of [...parts, candidate]) {
      const decision = decide(each, known, receipt, sha256);
      if (decision.outcome === 'new') keys.add(decision.transfer.key);
    }
  }
  return keys.size;
}

function storeAsTransfers(
  prepared: readonly Prepared[],
  known: Map<string, StoredVersion[]>,
  receipt: Receipt,
  budget: Budget,
  stored: StoredRow[],
): InboundResponse {
  const keep: Keep = (transfer) => {
    const kept = keepAsTransfer(transfer);
    if (kept?.isNew) stored.push({ transfer: kept.id, lane: transfer.lane, rank: transfer.rank });
    return kept;
  };
  const results: DocumentResult[] = [];
  for (const [position, each] of prepared.entries()) {
    if (!each.ok) {
      results.push(rejectedResult(each));
      continue;
    }
    // Enough for this document, and for an intake of the others and the run.
    if (!budget.allows(100 + 10 * (each.parts.length + 1))) {
      const rest = storeAsIntake(prepared.slice(position), known, receipt);
      return { ...rest, results: [...results, ...rest.results] };
    }
    results.push(storeDocument(each, known, receipt, keep));
  }
  return { results };
}

/** Keeps what a document brings along, then the document. What cannot be kept is answered, and may be sent again. */
function storeDocument(
  prepared: Acceptable,
  known: Map<string, StoredVersion[]>,
  receipt: Receipt,
  keep: Keep,
): DocumentResult {
  try {
    for (const part of prepared.parts) storeCandidate(part, known, receipt, keep);
    const { document } = prepared.candidate;
    return storedResult(
      document,
      storeCandidate(prepared.candidate, known, receipt, keep),
      documentPath(prepared.index),
    );
  } catch (thrown) {
    const failure = scriptError(thrown);
    return rejectedResult({
      kind: prepared.kind,
      id: prepared.candidate.document.id,
      error: {
        code: 'NOT_STORED',
        message: `The document could not be stored: ${failure.code}: ${failure.message} Send it again.`,
        path: `documents[${prepared.index}]`,
      },
    });
  }
}

/** Stores all rows that are new together, to be made transfers by a run; each document is answered all the same. */
function storeAsIntake(
  prepared: readonly Prepared[],
  known: Map<string, StoredVersion[]>,
  receipt: Receipt,
): InboundResponse {
  const rows: NewTransfer[] = [];
  const keep: Keep = (transfer) => {
    rows.push(transfer);
    return null;
  };
  const results = prepared.map((each) => (each.ok ? storeDocument(each, known, receipt, keep) : rejectedResult(each)));
  return rows.length === 0
    ? { results }
    : { results, intake: storeIntakes(receipt.connection, receipt.received, rows) };
}
