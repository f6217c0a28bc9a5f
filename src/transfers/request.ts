import * as v from 'valibot';

/** At most so many documents in one call; DESIGN asks for 500, and 5,000 units and 60 seconds bound it from above. */
export const MOST_DOCUMENTS = 1_000;

/** A preview looks everything up and plans it, so it takes fewer. */
export const MOST_PREVIEWS = 25;

/** One document of a request. `data` is the platform's own object; the platform's schema checks it. */
export const documentSchema = v.object({
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  data: v.record(v.string(), v.unknown()),
});

/** Body of POST and PUT. The documents are checked one by one, so that a bad one does not reject its neighbours. */
export const requestSchema = v.object({
  connection: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  mode: v.optional(v.picklist(['transfer', 'preview']), 'transfer'),
  documents: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_DOCUMENTS)),
});

/** The same with the documents' schema in place, for the published description of the contract. */
export const publishedRequestSchema = v.object({
  ...requestSchema.entries,
  documents: v.pipe(v.array(documentSchema), v.minLength(1), v.maxLength(MOST_DOCUMENTS)),
});

export type InboundRequest = v.InferOutput<typeof requestSchema>;

const transferStatus = v.picklist(['Not Transferred', 'Transferring', 'Transferred', 'Cancelled']);

/** The NetSuite record that a document became. */
export const recordLinkSchema = v.object({ type: v.string(), id: v.string(), url: v.string() });

/** What became of one document of a POST or PUT. */
export const resultSchema = v.object({
  kind: v.string(),
  id: v.string(),
  outcome: v.picklist(['accepted', 'unchanged', 'stale', 'rejected', 'preview']),
  transfer: v.optional(v.number()),
  status: v.optional(transferStatus),
  record: v.optional(recordLinkSchema),
  plan: v.optional(v.unknown()),
  error: v.optional(v.object({ code: v.string(), message: v.string(), path: v.string() })),
});

/** Answer to POST and PUT; the results are in the order of the documents. */
export const responseSchema = v.object({
  results: v.array(resultSchema),
  intake: v.optional(v.number()),
});

export type DocumentResult = v.InferOutput<typeof resultSchema>;
export type InboundResponse = v.InferOutput<typeof responseSchema>;

/** A transfer as GET shows it. Times are UTC, ISO 8601. */
export const transferSchema = v.object({
  transfer: v.number(),
  connection: v.string(),
  direction: v.picklist(['Inbound', 'Outbound']),
  kind: v.string(),
  id: v.string(),
  number: v.string(),
  version: v.string(),
  customer: v.string(),
  date: v.string(),
  amount: v.string(),
  currency: v.string(),
  status: transferStatus,
  /** True for a transfer that cancels the document. */
  cancels: v.optional(v.literal(true)),
  reason: v.nullable(v.picklist(['Queued', 'Waiting', 'Will Retry', 'Action Needed', 'Held'])),
  waitsFor: v.nullable(v.object({ kind: v.string(), id: v.string() })),
  error: v.nullable(v.object({ code: v.string(), message: v.string(), remedy: v.string() })),
  record: v.nullable(v.object({ ...recordLinkSchema.entries, number: v.string() })),
  /** The credit memo that took back an earlier record of the document. */
  reversal: v.optional(recordLinkSchema),
  attempts: v.number(),
  nextAttempt: v.nullable(v.string()),
  received: v.string(),
  started: v.nullable(v.string()),
  transferred: v.nullable(v.string()),
  intake: v.nullable(v.number()),
});

export type TransferView = v.InferOutput<typeof transferSchema>;

/** Answer to GET with `connection` and `status`, newest first. */
export const transferPageSchema = v.object({
  transfers: v.array(transferSchema),
  page: v.number(),
  pages: v.number(),
  total: v.number(),
});

/** Answer to GET with `intake`. */
export const intakeSchema = v.object({
  intake: v.number(),
  connection: v.string(),
  status: v.picklist(['Received', 'Stored']),
  documents: v.number(),
  received: v.string(),
  stored: v.nullable(v.string()),
  error: v.nullable(v.string()),
  transfers: v.array(transferSchema),
});

/**
 * Answer to DELETE. `withdrawn`: it was never posted, and will not be. `cancellation queued`: it was posted, and
 * `transfer` cancels it. `cancelled`: this has been done.
 */
export const withdrawalSchema = v.object({
  outcome: v.picklist(['withdrawn', 'cancellation queued', 'cancelled']),
  transfer: v.number(),
  status: transferStatus,
});

export type Withdrawal = v.InferOutput<typeof withdrawalSchema>;
