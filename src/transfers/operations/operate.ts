import * as runtime from 'N/runtime';
import * as v from 'valibot';
import { callerName, mayPost } from '../../netsuite/callers';
import { userError } from '../../netsuite/scriptErrors';
import { submitRun } from '../runs/submit';
import { editTransfer } from './edit';
import { markTransferred } from './mark';
import { type Doer, performOn, refusedResult, resultOf } from './perform';
import { type BulkOperation, isBulk } from './policy/operations';
import { operationsOf } from './policy/roles';
import { alreadyPosted, decideOperation } from './policy/rules';
import {
  MOST_AT_ONCE,
  type OperationRequest,
  type OperationResponse,
  type OperationResult,
  operationRequestSchema,
} from './request';
import { startRunsOf } from './startRuns';
import { countMatching, firstMatching, type Selection } from './store/matching';
import { storeOperation } from './store/operations';
import { readTransferRows, type TransferRow } from './store/rows';
import { newClaimant, underLanes } from './underLanes';
import { withUnnoted } from './unnoted';

/**
 * Answers POST of the operations RESTlet: does an operation on transfers, at once for up to 25, in the background for
 * more. At most about 400 units; many in the background about 50, however many they are.
 * @throws INVALID_REQUEST, NOT_ALLOWED
 */
export function operate(body: unknown): OperationResponse {
  const request = readRequest(body);
  const { operation } = request;
  const allowed = operationsOf(runtime.getCurrentUser());
  if (!allowed.includes(operation)) {
    const can = allowed.length === 0 ? 'none' : allowed.join(', ');
    throw userError('NOT_ALLOWED', `Your role may not ${operation} transfers. Operations of your role: ${can}.`);
  }
  const doer: Doer = { who: `RESTlet, ${callerName()}`, why: request.why };
  const response = isBulk(operation)
    ? operateOnMany(operation, request, doer)
    : { results: [operateOnOne(request, doer)] };
  startRuns(response);
  return response;
}

function readRequest(body: unknown): OperationRequest {
  const parsed = v.safeParse(operationRequestSchema, body, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw invalid(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}.`);
  }
  const request = parsed.output;
  if ((request.transfers === undefined) === (request.filter === undefined)) {
    throw invalid('Give either transfers or filter.');
  }
  if (!isBulk(request.operation) && request.transfers?.length !== 1) {
    throw invalid(`${request.operation} takes one transfer: give its id in transfers.`);
  }
  if (request.operation === 'edit' && request.payload === undefined) throw invalid('edit needs the new payload.');
  return request;
}

function operateOnOne(request: OperationRequest, doer: Doer): OperationResult {
  const transfer = request.transfers?.[0] ?? 0;
  const row = readTransferRows([transfer]).get(transfer);
  if (row === undefined) return notFound(transfer);
  const claimant = claimantOf(doer);
  const again = (work: (row: TransferRow) => OperationResult): OperationResult => {
    let result: OperationResult | null = null;
    underLanes([row], claimant, () => {
      const [current = row] = withUnnoted([readTransferRows([transfer]).get(transfer) ?? row]);
      result = current.unnoted === null ? work(current) : refusedAsPosted(current);
    });
    return result ?? busy(transfer);
  };
  const now = new Date().toISOString();
  return request.operation === 'mark'
    ? again((current) => markTransferred(current, request.record ?? null, doer, now))
    : again((current) => editTransfer(current, request.payload ?? {}, doer, now));
}

function operateOnMany(operation: BulkOperation, request: OperationRequest, doer: Doer): OperationResponse {
  const requested = new Date().toISOString();
  const { filter, transfers } = request;
  const selection: Selection = filter === undefined ? { transfers: unique(transfers ?? []) } : { filter };
  const ids = 'transfers' in selection ? selection.transfers : firstMatching(operation, selection, MOST_AT_ONCE + 1);
  if (ids.length > MOST_AT_ONCE) return keepForLater(operation, selection, request.why, requested, []);
  const results = operateNow(operation, ids, doer, requested);
  const left = results.filter(({ outcome }) => outcome === 'busy').map(({ transfer }) => transfer);
  return left.length === 0
    ? { results }
    : keepForLater(operation, { transfers: left }, request.why, requested, results);
}

/** Does the operation on a few transfers: 40 to 70 units, 8 for each lane and 4 for each transfer. */
function operateNow(operation: BulkOperation, ids: readonly number[], doer: Doer, now: string): OperationResult[] {
  const rows = readTransferRows(ids);
  const results = new Map<number, OperationResult>();
  const toChange: TransferRow[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row === undefined) {
      results.set(id, notFound(id));
      continue;
    }
    // What would not be changed needs no lane.
    const decision = decideOperation(operation, row);
    if (decision.outcome === 'changed') toChange.push(row);
    else results.set(id, resultOf(row, decision));
  }
  const left = underLanes(toChange, claimantOf(doer), (taken) => {
    const current = Array.from(readTransferRows(taken.map(({ id }) => id)).values());
    for (const row of operation === 'cancel' ? withUnnoted(current) : current) {
      results.set(row.id, performOn(operation, row, doer, now));
    }
  });
  for (const { id } of left) results.set(id, busy(id));
  return ids.map((id) => results.get(id) ?? notFound(id));
}

/** Stores an operation that the background does, bound to what matches now: 16 units. */
function keepForLater(
  operation: BulkOperation,
  selection: Selection,
  why: string,
  requested: string,
  results: readonly OperationResult[],
): OperationResponse {
  const { count, highest } = countMatching(operation, selection);
  const by = callerName();
  const id = storeOperation({ operation, selection, highest, matched: count, by, why, requested });
  return { results: [...results], operation: id, matched: count };
}

/** Nothing that is ready waits for a schedule where the caller's role may post: 10 units, and 20 for each run. */
function startRuns({ results, operation }: OperationResponse): void {
  if (!mayPost()) return;
  if (operation !== undefined) submitRun('customscript_obc_operations');
  const ready = results.filter(
    ({ outcome, status, reason }) => outcome === 'changed' && (reason === 'Queued' || status === 'Transferred'),
  );
  startRunsOf(Array.from(readTransferRows(ready.map(({ transfer }) => transfer)).values(), ({ lane }) => lane));
}

function refusedAsPosted(row: TransferRow): OperationResult {
  return refusedResult(row.id, { code: 'ALREADY_POSTED', message: alreadyPosted(row) });
}

function busy(transfer: number): OperationResult {
  const message = 'A run works for its customer just now; try again in a minute.';
  return { transfer, outcome: 'busy', error: { code: 'BUSY', message } };
}

function notFound(transfer: number): OperationResult {
  return refusedResult(transfer, { code: 'NOT_FOUND', message: `There is no transfer ${transfer}.` });
}

function unique(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)];
}

function invalid(message: string): Error {
  return userError('INVALID_REQUEST', message);
}

function claimantOf({ who }: Doer): string {
  return newClaimant(`operation, ${who}`);
}
