import { scriptError } from '../../netsuite/scriptErrors';
import { sha256 } from '../../netsuite/sha256';
import { planOf } from '../kinds';
import type { Directory, RecordPlan } from '../plan';
import { changedAfterPosting, nameOf, recordDeleted } from '../problems';
import { saved } from '../saved';
import { submitPlan } from '../submit';
import type { PostingTask, SaveRecoveryPoint, Step } from '../task';
import { type Baseline, baselineText, planFingerprint } from './baseline';
import { reasonAgainstEdit, reasonAgainstReversal, reversalPeriod } from './changes';
import { holdsPlan } from './differences';
import { postedId } from './parts';
import { reverse } from './reverse';
import type { Standing, StandingRecord } from './standing';
import { type LoadedTransaction, loadTransaction, submitEdit } from './submitVersion';

/** A newer version of a posted document, with what is known of the record that it became. */
export interface PostedVersion {
  readonly task: PostingTask;
  readonly standing: Standing;
  /** As the last transfer kept it; null where it kept none. */
  readonly baseline: Baseline | null;
  /** Internal id of the record that the last transfer names; null where none does. */
  readonly linkedId: string | null;
  readonly directory: Directory;
  readonly saveRecoveryPoint: SaveRecoveryPoint;
}

/**
 * Posts a newer version of a posted invoice: not at all where NetSuite holds it already; by editing the record where
 * only the connector has touched it and its period is open; else by reversing it and posting the version as a new
 * record. Each step is found again by its external id, so that a run that dies between two is continued, not repeated.
 * No units, 30 or 104.
 */
export function postVersion(version: PostedVersion): Step {
  const { task, standing, directory, linkedId } = version;
  const { document, settings } = task;
  const { current } = standing;
  if (current === null) {
    return problem(recordDeleted(nameOf(document), linkedId ?? 'unknown'), null);
  }
  const planned = planOf(document, directory, settings, { ...current, subsidiary: null });
  if (!planned.ok) return problem(planned.error, current);
  const plan = planned.value;
  if (standing.reversal !== null) return postAgain(version, current, null);
  // An earlier attempt wrote it; whether as planned is read back.
  if (current.stamp === String(task.transfer)) {
    return { kind: 'written', plan: heldPeriod(plan, current), recordId: current.recordId };
  }
  const fingerprint = planFingerprint(plan, sha256);
  if (version.baseline?.fingerprint === fingerprint && linkedId === current.recordId) return unchanged(version, plan);
  let loaded: LoadedTransaction;
  try {
    loaded = loadTransaction(current.recordType, current.recordId);
  } catch (thrown) {
    return { kind: 'failed', error: scriptError(thrown) };
  }
  if (holdsPlan(plan, loaded.held, version.baseline !== null)) return unchanged(version, plan);
  const against = reasonAgainstEdit(current, version.baseline, plan);
  return against === null ? edit(version, plan, loaded) : postAgain(version, current, against);
}

function unchanged({ baseline, standing: { current } }: PostedVersion, plan: RecordPlan): Step {
  const { recordType = '', recordId = '', number = '' } = current ?? {};
  const kept = { fingerprint: planFingerprint(plan, sha256), modified: baseline?.modified ?? '' };
  return {
    kind: 'posted',
    record: { recordType, recordId, number, baseline: baselineText(kept) },
    notes: ['Nothing written: NetSuite holds what this version says already'],
  };
}

function edit({ task }: PostedVersion, plan: RecordPlan, loaded: LoadedTransaction): Step {
  const noted: RecordPlan = { ...plan, notes: [...plan.notes, 'Edited in place'] };
  return saved(task, noted, () => submitEdit(loaded, plan, task.transfer));
}

/**
 * Reverses what stands for the document, unless that is done, and posts the version as a new record.
 * @param against why the record cannot be edited; null where it was reversed by an earlier attempt
 */
function postAgain(version: PostedVersion, current: StandingRecord, against: string | null): Step {
  const { task, standing, directory } = version;
  const { document, settings } = task;
  // Planned before anything is written: what cannot be posted again is not reversed either.
  const again = planOf(document, directory, settings, null);
  if (!again.ok) return problem(again.error, current);
  if (standing.reversal === null) {
    const blocked = reasonAgainstReversal(current);
    if (blocked !== null) {
      return problem(changedAfterPosting(nameOf(document), current.recordId, blocked), current);
    }
  }
  const period = standing.reversal === null ? reversalPeriod(current, directory, settings) : NO_PERIOD;
  if (!period.ok) return problem(period.error, current);
  const reversed = reverse({
    task,
    standing,
    current,
    period: period.value,
    because: 'changed',
    saveRecoveryPoint: version.saveRecoveryPoint,
  });
  if (reversed.kind !== 'reversed') return reversed;
  const why = against === null ? '' : `, because ${against}`;
  const plan: RecordPlan = {
    ...again.value,
    externalId: postedId(document, standing.count + 1),
    notes: [
      ...again.value.notes,
      ...reversed.notes,
      `Invoice ${current.number} (internal id ${current.recordId}) reversed by credit memo ${reversed.reversal.number} ` +
        `(internal id ${reversed.reversal.recordId}) and posted again${why}`,
    ],
  };
  return saved(task, plan, () => submitPlan(plan, 'transaction', task.transfer));
}

/** What is reversed already needs none. */
const NO_PERIOD = { ok: true, value: { id: '', note: null } } as const;

/** A record that was written before is in the period in which it was written. */
function heldPeriod(plan: RecordPlan, current: StandingRecord): RecordPlan {
  return { ...plan, fields: { ...plan.fields, postingperiod: { id: current.period } } };
}

function problem(error: Extract<Step, { kind: 'problem' }>['problem'], current: StandingRecord | null): Step {
  const record =
    current === null ? null : { recordType: current.recordType, recordId: current.recordId, number: current.number };
  return { kind: 'problem', problem: error, record };
}
