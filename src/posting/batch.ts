import type { BillingDocument } from '../documents/document';
import { documentKey, referenceTo } from '../documents/keys';
import type { Budget } from '../netsuite/budget';
import { externalId } from '../netsuite/externalIds';
import { isDuplicate, type ScriptError, scriptError } from '../netsuite/scriptErrors';
import type { ConnectionSettings } from '../settings/settings';
import { customerFacts } from './customers';
import { type BatchDirectory, buildDirectory, type RecordLink } from './directory';
import { type ExistingRecord, recordsByExternalId, recordsById } from './existing';
import { lookupsOf, planOf } from './kinds';
import type { PostedRecord, PostingProblem, RecordPlan } from './plan';
import { readBackProblem } from './readBack';
import { groupOfKind, type RecordGroup } from './recordGroups';
import { submitPlan } from './submit';

/** A document to post. */
export interface PostingTask {
  /** Internal id of its transfer. */
  readonly transfer: number;
  readonly document: BillingDocument;
  readonly settings: ConnectionSettings;
}

/** The NetSuite record that stands for a document. */
export interface PostedReference {
  readonly recordType: string;
  readonly recordId: string;
  readonly number: string;
}

export type PostingOutcome =
  | { readonly kind: 'posted'; readonly record: PostedReference; readonly notes: readonly string[] }
  /** `record` where there is one all the same: made, but not as planned. */
  | { readonly kind: 'problem'; readonly problem: PostingProblem; readonly record: PostedReference | null }
  | { readonly kind: 'failed'; readonly error: ScriptError };

/** Units for one document at most: a transaction (30), a look-up after an error (10), and to finish its transfer (2). */
const UNITS_FOR_ONE = 42;

/** Units that must stay for what follows the last document: the read-back (30), and all 32 lanes given back (64). */
const UNITS_TO_END = 100;

/** A save whose result is still to be read back. */
interface Written {
  readonly task: PostingTask;
  readonly plan: RecordPlan;
  readonly recordId: string;
}

/**
 * Posts documents in their order, each exactly once. What they name is looked up by one query a kind, their external
 * ids too; what was posted before in the batch is found by what comes after. What NetSuite made of them is read back at
 * the end, by one query a group of records. Costs about 60 units, and 30 for each transaction and 15 for each customer or item.
 * @param links the records that documents became, by `documentKey`: those of the batch and those that they name
 * @param finish called once for each document that was tried, those that were written last; what it throws ends the batch
 * @returns how many were tried; the others were left because units or time run out
 */
export function postBatch(
  tasks: readonly PostingTask[],
  links: ReadonlyMap<string, RecordLink>,
  budget: Budget,
  finish: (task: PostingTask, outcome: PostingOutcome) => void,
): number {
  const directory = buildDirectory(
    tasks.flatMap((task) => lookupsOf(task.document, task.settings)),
    links,
  );
  const existing = existingRecords(tasks);
  const written: Written[] = [];
  let tried = 0;
  for (const task of tasks) {
    if (!budget.allows(UNITS_FOR_ONE + UNITS_TO_END + 2 * written.length)) break;
    tried += 1;
    const step = postOne(task, directory, links, existing);
    if (step.kind !== 'written') {
      finish(task, step);
      continue;
    }
    noteInDirectory(directory, task, step);
    written.push({ task, ...step });
  }
  readBack(written, finish);
  return tried;
}

type Step =
  | Exclude<PostingOutcome, { readonly kind: 'posted' }>
  | ({ readonly kind: 'written' } & Omit<Written, 'task'>);

/** Plans a document and writes it, unless it is written already. */
function postOne(
  task: PostingTask,
  directory: BatchDirectory,
  links: ReadonlyMap<string, RecordLink>,
  existing: ReadonlyMap<string, ExistingRecord>,
): Step {
  const { document, settings } = task;
  const group = groupOfKind(document.kind);
  const key = documentKey(document.connection, referenceTo(document));
  const held = existing.get(externalIdKey(group, externalId(document)));
  const link = links.get(key) ?? null;
  const earlier = earlierRecord(task, directory, held, link);
  const planned = planOf(document, directory.of(document.connection), settings, earlier);
  if (!planned.ok) return { kind: 'problem', problem: planned.error, record: null };
  const plan = planned.value;
  // No transfer says so, but the record is there: an earlier run ended between the save and its note of it.
  if (held !== undefined && plan.action === 'create') return alreadyThere(plan, held);
  if (plan.action === 'keep') return { kind: 'written', plan, recordId: plan.recordId ?? '' };
  try {
    return { kind: 'written', plan, recordId: submitPlan(plan, group, task.transfer) };
  } catch (thrown) {
    return afterError(task, plan, group, scriptError(thrown));
  }
}

/**
 * The record that this document became in an earlier version, which makes the plan an update. A record that carries this
 * very transfer's stamp was written by this version; it is no earlier one.
 */
function earlierRecord(
  task: PostingTask,
  directory: BatchDirectory,
  held: ExistingRecord | undefined,
  link: RecordLink | null,
): PostedRecord | null {
  const { document } = task;
  if (link !== null) return directory.of(document.connection).document(referenceTo(document));
  if (held === undefined || held.stamp === '' || held.stamp === String(task.transfer)) return null;
  return { recordType: held.recordType, recordId: held.recordId, currency: null, subsidiary: null };
}

function alreadyThere(plan: RecordPlan, held: ExistingRecord): Step {
  const problem = readBackProblem(plan, held);
  if (problem === null) return { kind: 'written', plan, recordId: held.recordId };
  return { kind: 'problem', problem, record: { ...held } };
}

/**
 * A save that failed may have saved: another app's script can throw after the record is in, and an external id may be
 * taken by a save whose answer was lost. So the record is looked up before the error is judged: 10 units.
 */
function afterError(task: PostingTask, plan: RecordPlan, group: RecordGroup, error: ScriptError): Step {
  const held =
    plan.action === 'create'
      ? recordsByExternalId(group, [plan.externalId]).get(plan.externalId)
      : recordsById(group, [plan.recordId ?? '']).get(plan.recordId ?? '');
  if (held === undefined) {
    if (!isDuplicate(error)) return { kind: 'failed', error };
    return { kind: 'problem', problem: cannotBeRead(plan, error), record: null };
  }
  const isOurs = held.stamp === String(task.transfer);
  if (plan.action === 'update')
    return isOurs ? { kind: 'written', plan, recordId: held.recordId } : { kind: 'failed', error };
  if (isOurs || held.stamp === '') return alreadyThere(plan, held);
  // Another version of the document was posted in the meantime; the next attempt finds it and plans a change.
  const message = `Transfer ${held.stamp} posted another version of the document in the meantime.`;
  return { kind: 'failed', error: { code: 'RCRD_HAS_BEEN_CHANGED', message } };
}

/** Looks up the external ids of the whole batch: 10 units for each group of records. */
function existingRecords(tasks: readonly PostingTask[]): ReadonlyMap<string, ExistingRecord> {
  const idsByGroup = new Map<RecordGroup, string[]>();
  for (const { document } of tasks) {
    const group = groupOfKind(document.kind);
    idsByGroup.set(group, [...(idsByGroup.get(group) ?? []), externalId(document)]);
  }
  const found = new Map<string, ExistingRecord>();
  for (const [group, ids] of idsByGroup) {
    for (const [id, record] of recordsByExternalId(group, ids)) found.set(externalIdKey(group, id), record);
  }
  return found;
}

/** Reads what NetSuite made of the batch: 10 units for each group of records. */
function readBack(written: readonly Written[], finish: (task: PostingTask, outcome: PostingOutcome) => void): void {
  const idsByGroup = new Map<RecordGroup, string[]>();
  for (const { task, recordId } of written) {
    const group = groupOfKind(task.document.kind);
    idsByGroup.set(group, [...(idsByGroup.get(group) ?? []), recordId]);
  }
  const held = new Map(Array.from(idsByGroup, ([group, ids]) => [group, recordsById(group, ids)]));
  for (const { task, plan, recordId } of written) {
    const record = held.get(groupOfKind(task.document.kind))?.get(recordId);
    const problem = record === undefined ? cannotBeRead(plan, null) : readBackProblem(plan, record);
    const posted = { recordType: plan.recordType, recordId, number: record?.number ?? '' };
    finish(
      task,
      problem === null
        ? { kind: 'posted', record: posted, notes: plan.notes }
        : { kind: 'problem', problem, record: posted },
    );
  }
}

/**
 * Lets the documents that follow find the record. What NetSuite chose by itself (the currency of a customer for which
 * none was planned) is asked for: 10 units, seldom.
 */
function noteInDirectory(
  directory: BatchDirectory,
  task: PostingTask,
  { plan, recordId }: Omit<Written, 'task'>,
): void {
  const { connection } = task.document;
  const document = referenceTo(task.document);
  if (directory.of(connection).document(document)?.recordId === recordId) return;
  const currency = plannedId(plan, 'currency');
  const facts =
    plan.recordType === 'customer' && currency === null ? customerFacts([recordId]).get(recordId) : undefined;
  directory.add(connection, document, {
    recordType: plan.recordType,
    recordId,
    currency: facts?.currency ?? currency,
    ...(facts === undefined ? {} : { otherCurrencies: facts.currencies }),
    subsidiary: facts?.subsidiary ?? plannedId(plan, 'subsidiary'),
  });
}

function plannedId(plan: RecordPlan, field: string): string | null {
  const value = plan.fields[field];
  return value !== undefined && 'id' in value ? value.id : null;
}

function externalIdKey(group: RecordGroup, id: string): string {
  return `${group}|${id}`;
}

function cannotBeRead(plan: RecordPlan, error: ScriptError | null): PostingProblem {
  return {
    reason: 'Action Needed',
    code: 'RECORD_NOT_READABLE',
    message:
      `NetSuite has a ${plan.recordType} with the external id ${plan.externalId}, but the connector’s role cannot read it` +
      `${error === null ? '' : ` (${error.message})`}.`,
    remedy: 'Let the connector’s role see all subsidiaries and record types that it posts; then retry.',
    waitsFor: null,
  };
}
