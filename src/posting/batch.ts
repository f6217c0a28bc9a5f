import { documentKey, referenceTo } from '../documents/keys';
import type { Budget } from '../netsuite/budget';
import { externalId } from '../netsuite/externalIds';
import { sha256 } from '../netsuite/sha256';
import { customerBaselines } from '../publishing/customer/baselines';
import { cancelCreditMemo } from './creditMemo/cancel';
import { submitCreditMemo } from './creditMemo/submit';
import { postCreditMemoVersion } from './creditMemo/version';
import { customerFacts } from './customers';
import { type BatchDirectory, buildDirectory, type RecordLink } from './directory';
import { type LinkEarlier, type LinkedRecords, linkEarlierRecords } from './earlier/batchEarlier';
import { type ExistingRecord, recordsByExternalId, recordsById } from './existing';
import { lookupsOf, planOf } from './kinds';
import type { PostedRecord, RecordPlan } from './plan';
import { readBackProblem } from './readBack';
import { groupOfKind, type RecordGroup } from './recordGroups';
import { alreadyThere, cannotBeRead, saved } from './saved';
import { submitPlan } from './submit';
import type { PostedReference, PostingOutcome, PostingTask, SaveRecoveryPoint, Step, Written } from './task';
import { baselineText, planFingerprint, readBaseline } from './versions/baseline';
import { cancelInvoice } from './versions/cancel';
import { readOpenWork } from './versions/openWork';
import { postVersion } from './versions/postVersion';
import { readStandings } from './versions/readStandings';
import { retire } from './versions/retire';
import type { Standing } from './versions/standing';

export type { PostedReference, PostingOutcome, PostingTask } from './task';

/**
 * Units for one document at most: a transaction (30), what the invoices owe that it is applied to (10), a look-up after an
 * error (10), and to finish its transfer (2).
 */
const UNITS_FOR_ONE = 52;

/** Units that must stay for what follows the last document: the read-back (40), and all 32 lanes given back (64). */
const UNITS_TO_END = 110;

/** The same for a newer version or a cancellation: a load (10), a reversal (52), and the version as a new record. */
const UNITS_FOR_A_VERSION = 110;

/** What one batch looks up and keeps. */
interface Batch {
  readonly directory: BatchDirectory;
  readonly links: ReadonlyMap<string, RecordLink>;
  /** By {@link externalIdKey}. */
  readonly existing: ReadonlyMap<string, ExistingRecord>;
  /** Of documents that are posted already, by `documentKey`. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Of customers and items that are cancelled: what is open with them, by `documentKey`. */
  readonly openWork: ReadonlyMap<string, string>;
  readonly linkEarlier: LinkEarlier;
  readonly saveRecoveryPoint: SaveRecoveryPoint;
}

/** What posting asks of whoever keeps the transfers. */
export interface TransferPorts {
  /** Called between the writes of a document that needs more than one. */
  readonly saveRecoveryPoint: SaveRecoveryPoint;
  /** The transfers of documents that records stand for already. */
  readonly linkedRecords: LinkedRecords;
}

const NO_PORTS: TransferPorts = { saveRecoveryPoint: () => {}, linkedRecords: () => new Map() };

/**
 * Posts documents in their order, each exactly once. What they name is looked up by one query a kind, their external
 * ids too; what was posted before in the batch is found by what comes after. What NetSuite made of them is read back at
 * the end, by one query a group of records. Costs about 60 units, and 30 for each transaction and 15 for each customer or
 * item; 10 more where newer versions or cancellations of posted invoices are among them, and for each of these up to 110.
 * @param links the records that documents became, by `documentKey`: those of the batch and those that they name
 * @param finish called once for each document that was tried, those that were written last; what it throws ends the batch
 * @returns how many were tried; the others were left because units or time run out
 */
export function postBatch(
  tasks: readonly PostingTask[],
  links: ReadonlyMap<string, RecordLink>,
  budget: Budget,
  finish: (task: PostingTask, outcome: PostingOutcome) => void,
  { saveRecoveryPoint, linkedRecords }: TransferPorts = NO_PORTS,
): number {
  const existing = existingRecords(tasks);
  const standings = standingsOf(tasks, links, existing);
  const directory = buildDirectory(
    [
      ...tasks.flatMap((task) => lookupsOf(task.document, task.settings)),
      // A reversal is posted on the day of what it reverses.
      ...Array.from(standings.values(), ({ current }) => current?.date ?? null).flatMap((date) =>
        date === null ? [] : [{ kind: 'period', date } as const],
      ),
    ],
    links,
  );
  const openWork = openWorkOf(tasks, links, existing);
  const linkEarlier = linkEarlierRecords(
    tasks.filter((task) => isNew(task, links, existing)),
    linkedRecords,
  );
  const batch: Batch = { directory, links, existing, standings, openWork, linkEarlier, saveRecoveryPoint };
  const written: WrittenTask[] = [];
  let tried = 0;
  for (const task of tasks) {
    const units = task.cancels === true || standings.has(keyOf(task)) ? UNITS_FOR_A_VERSION : UNITS_FOR_ONE;
    if (!budget.allows(units + UNITS_TO_END + 2 * written.length)) break;
    tried += 1;
    const step = postOne(task, batch);
    if (step.kind !== 'written') {
      finish(task, step);
      continue;
    }
    if (task.cancels !== true) noteInDirectory(directory, task, step);
    written.push({ ...step, task });
  }
  readBack(written, finish);
  return tried;
}

interface WrittenTask extends Written {
  readonly task: PostingTask;
}

/** Plans a document and writes it, unless it is written already. */
function postOne(task: PostingTask, batch: Batch): Step {
  const { document, settings } = task;
  const { links, existing, saveRecoveryPoint } = batch;
  const group = groupOfKind(document.kind);
  const directory = batch.directory.of(document.connection);
  const standing = batch.standings.get(keyOf(task)) ?? null;
  const link = links.get(keyOf(task)) ?? null;
  if (task.cancels === true) {
    if (document.kind === 'creditMemo') return cancelCreditMemo({ task, standing, saveRecoveryPoint });
    return group === 'transaction'
      ? cancelInvoice({ task, standing, directory, saveRecoveryPoint })
      : retire(task, cancelledRecord(task, batch), batch.openWork.get(keyOf(task)) ?? null);
  }
  if (standing !== null) {
    const baseline = readBaseline(link?.baseline ?? '');
    const linkedId = link?.recordId ?? null;
    if (document.kind === 'creditMemo') {
      return postCreditMemoVersion({ task, document, standing, baseline, linkedId, directory });
    }
    return postVersion({ task, standing, baseline, linkedId, directory, saveRecoveryPoint });
  }
  const earlier = batch.linkEarlier(task, directory);
  if (earlier !== null) return earlier;
  const held = existing.get(externalIdKey(group, externalId(document)));
  const planned = planOf(document, directory, settings, earlierRecord(task, batch.directory, held, link));
  if (!planned.ok) return { kind: 'problem', problem: planned.error, record: null };
  const plan = planned.value;
  // No transfer says so, but the record is there: an earlier run ended between the save and its note of it.
  if (held !== undefined && plan.action === 'create') return alreadyThere(plan, held);
  if (plan.action === 'keep') return { kind: 'written', plan, recordId: plan.recordId ?? '' };
  return saved(task, plan, () =>
    plan.sublists.apply === undefined ? submitPlan(plan, group, task.transfer) : submitCreditMemo(plan, task.transfer),
  );
}

/** Neither a transfer nor an external id says that the document is in NetSuite. */
function isNew(
  task: PostingTask,
  links: ReadonlyMap<string, RecordLink>,
  existing: ReadonlyMap<string, ExistingRecord>,
): boolean {
  const held = existing.has(externalIdKey(groupOfKind(task.document.kind), externalId(task.document)));
  return task.cancels !== true && !held && !links.has(keyOf(task));
}

/**
 * How the batch's posted invoices stand that have a newer version or are cancelled: 10 units where there are any.
 * Customers and items are changed without further questions.
 */
function standingsOf(
  tasks: readonly PostingTask[],
  links: ReadonlyMap<string, RecordLink>,
  existing: ReadonlyMap<string, ExistingRecord>,
): ReadonlyMap<string, Standing> {
  return readStandings(
    tasks.flatMap((task) => {
      const group = groupOfKind(task.document.kind);
      if (group !== 'transaction') return [];
      const link = links.get(keyOf(task)) ?? null;
      const held = existing.get(externalIdKey(group, externalId(task.document)));
      const isPosted = link !== null || isOfAnotherVersion(held, task);
      const recordId = link?.recordId ?? held?.recordId ?? null;
      return isPosted || (task.cancels === true && held !== undefined) ? [{ document: task.document, recordId }] : [];
    }),
  );
}

/** What is open with the customers and items that the batch cancels, by `documentKey`: 10 units where there are any. */
function openWorkOf(
  tasks: readonly PostingTask[],
  links: ReadonlyMap<string, RecordLink>,
  existing: ReadonlyMap<string, ExistingRecord>,
): ReadonlyMap<string, string> {
  const records = tasks.flatMap((task) => {
    const record = task.cancels === true ? cancelledRecord(task, { links, existing }) : null;
    return record === null ? [] : [{ task, ...record }];
  });
  const idsOf = (group: RecordGroup): readonly string[] =>
    records.filter(({ task }) => groupOfKind(task.document.kind) === group).map(({ recordId }) => recordId);
  const open = readOpenWork(idsOf('customer'), idsOf('item'));
  return new Map(
    records.flatMap(({ task, recordId }) => {
      const group = groupOfKind(task.document.kind);
      const words = group === 'customer' ? open.customers.get(recordId) : open.items.get(recordId);
      return group === 'transaction' || words === undefined ? [] : [[keyOf(task), words]];
    }),
  );
}

/** The record that a cancelled document became; null where there is none, or the customer is not there any more. */
function cancelledRecord(task: PostingTask, { links, existing }: Pick<Batch, 'links' | 'existing'>) {
  const link = links.get(keyOf(task));
  if (link !== undefined) return link.recordType === 'customer' && link.customer === null ? null : link;
  const group = groupOfKind(task.document.kind);
  return existing.get(externalIdKey(group, externalId(task.document))) ?? null;
}

/** A record that carries this very transfer's stamp was written by this version; one without a stamp by no version. */
function isOfAnotherVersion(held: ExistingRecord | undefined, task: PostingTask): boolean {
  return held !== undefined && held.stamp !== '' && held.stamp !== String(task.transfer);
}

/** The record that this document became in an earlier version, which makes the plan an update. */
function earlierRecord(
  task: PostingTask,
  directory: BatchDirectory,
  held: ExistingRecord | undefined,
  link: RecordLink | null,
): PostedRecord | null {
  const { document } = task;
  if (link !== null) return directory.of(document.connection).document(referenceTo(document));
  if (held === undefined || !isOfAnotherVersion(held, task)) return null;
  return { recordType: held.recordType, recordId: held.recordId, currency: null, subsidiary: null };
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

/** A customer as its platform knows it now, of which later edits in NetSuite are told and sent. */
function isKnownToPlatform({ task, plan }: WrittenTask): boolean {
  return task.document.kind === 'customer' && plan.action !== 'keep' && task.settings.sends.customerEdits;
}

/** Reads what NetSuite made of the batch: 10 units for each group of records, 10 more for customers whose edits are sent. */
function readBack(written: readonly WrittenTask[], finish: (task: PostingTask, outcome: PostingOutcome) => void): void {
  const idsByGroup = new Map<RecordGroup, string[]>();
  for (const { task, recordId } of written) {
    const group = groupOfKind(task.document.kind);
    idsByGroup.set(group, [...(idsByGroup.get(group) ?? []), recordId]);
  }
  const held = new Map(Array.from(idsByGroup, ([group, ids]) => [group, recordsById(group, ids)]));
  const customers = customerBaselines(written.filter(isKnownToPlatform).map(({ recordId }) => recordId));
  for (const { task, plan, recordId } of written) {
    const record = held.get(groupOfKind(task.document.kind))?.get(recordId);
    const problem = record === undefined ? cannotBeRead(plan, null) : readBackProblem(plan, record);
    const baseline = task.document.kind === 'customer' ? customers.get(recordId) : undefined;
    const posted = { ...reference(task, plan, record), recordId, ...(baseline === undefined ? {} : { baseline }) };
    finish(
      task,
      problem === null
        ? { kind: 'posted', record: posted, notes: plan.notes }
        : { kind: 'problem', problem, record: posted },
    );
  }
}

/** The record with what the next version of an invoice or credit memo is compared with. */
function reference(task: PostingTask, plan: RecordPlan, held: ExistingRecord | undefined): PostedReference {
  const posted = { recordType: plan.recordType, recordId: held?.recordId ?? '', number: held?.number ?? '' };
  const { kind } = task.document;
  if ((kind !== 'invoice' && kind !== 'creditMemo') || held === undefined || plan.action === 'link') return posted;
  const baseline = baselineText({ fingerprint: planFingerprint(plan, sha256), modified: held.modified });
  return { ...posted, baseline };
}

/**
 * Lets the documents that follow find the record. What NetSuite chose by itself (the currency of a customer for which
 * none was planned) is asked for: 10 units, seldom.
 */
function noteInDirectory(directory: BatchDirectory, task: PostingTask, { plan, recordId }: Written): void {
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

function keyOf({ document }: PostingTask): string {
  return documentKey(document.connection, referenceTo(document));
}
