import * as v from 'valibot';
import { OPERATIONS } from './policy/operations';

/** So many transfers are changed within the call: 4 units each, and 8 for each of their lanes. */
export const MOST_AT_ONCE = 25;

/** A selection names at most so many transfers; for more there is the filter. */
export const MOST_SELECTED = 1_000;

/** A day, `YYYY-MM-DD`, or a UTC time that starts with one. */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z?)?$/, 'it must be a day, YYYY-MM-DD'),
);
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** Which transfers an operation is about; all that is given must hold. */
export const filterSchema = v.pipe(
  v.strictObject({
    connection: v.optional(text),
    direction: v.optional(v.picklist(['Inbound', 'Outbound'])),
    kind: v.optional(text),
    status: v.optional(v.picklist(['Not Transferred', 'Transferred', 'Cancelled'])),
    reason: v.optional(v.picklist(['Queued', 'Waiting', 'Will Retry', 'Action Needed', 'Held'])),
    errorCode: v.optional(text),
    cause: v.optional(text),
    customer: v.optional(text),
    dateFrom: v.optional(moment),
    dateTo: v.optional(moment),
    receivedFrom: v.optional(moment),
    receivedTo: v.optional(moment),
  }),
  v.check((filter) => Object.values(filter).some((value) => value !== undefined), 'it must name something'),
);

export type OperationFilter = v.InferOutput<typeof filterSchema>;

const transferId = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Body of POST of the operations RESTlet. */
export const operationRequestSchema = v.strictObject({
  operation: v.picklist(OPERATIONS),
  transfers: v.optional(v.pipe(v.array(transferId), v.minLength(1), v.maxLength(MOST_SELECTED))),
  filter: v.optional(filterSchema),
  why: v.pipe(v.string(), v.trim(), v.minLength(3, 'it must say why, in a sentence'), v.maxLength(500)),
  record: v.optional(v.strictObject({ type: text, id: v.union([text, transferId]) })),
  payload: v.optional(v.record(v.string(), v.unknown())),
});

export type OperationRequest = v.InferOutput<typeof operationRequestSchema>;

const reason = v.nullable(v.picklist(['Queued', 'Waiting', 'Will Retry', 'Action Needed', 'Held']));

/** What became of one transfer. `busy`: a run holds its customer just now. */
export const operationResultSchema = v.object({
  transfer: v.number(),
  outcome: v.picklist(['changed', 'unchanged', 'refused', 'busy']),
  status: v.optional(v.picklist(['Not Transferred', 'Transferred', 'Cancelled'])),
  reason: v.optional(reason),
  error: v.optional(v.object({ code: v.string(), message: v.string(), path: v.optional(v.string()) })),
});

export type OperationResult = v.InferOutput<typeof operationResultSchema>;

/** Answer to POST: a result for each transfer that was changed in the call, and the stored operation for the others. */
export const operationResponseSchema = v.object({
  results: v.array(operationResultSchema),
  operation: v.optional(v.number()),
  matched: v.optional(v.number()),
});

export type OperationResponse = v.InferOutput<typeof operationResponseSchema>;

/** Answer to GET: how a stored operation stands. Times are UTC, ISO 8601. */
export const operationStateSchema = v.object({
  operation: v.number(),
  name: v.picklist(OPERATIONS),
  status: v.picklist(['Open', 'Done']),
  by: v.string(),
  why: v.string(),
  requested: v.string(),
  finished: v.nullable(v.string()),
  matched: v.number(),
  left: v.number(),
  error: v.nullable(v.string()),
});

export type OperationState = v.InferOutput<typeof operationStateSchema>;
