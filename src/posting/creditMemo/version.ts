import type { CreditMemoDocument } from '../../documents/document';
import { scriptError } from '../../netsuite/scriptErrors';
import { sha256 } from '../../netsuite/sha256';
import type { Directory, PostingProblem, RecordPlan } from '../plan';
import { changedAfterPosting, nameOf, recordDeleted } from '../problems';
import { saved } from '../saved';
import type { PostingTask, Step } from '../task';
import { type Baseline, baselineText, planFingerprint } from '../versions/baseline';
import { holdsPlan } from '../versions/differences';
import type { Standing, StandingRecord } from '../versions/standing';
import { type LoadedTransaction, loadTransaction } from '../versions/submitVersion';
import { planApplications } from './applications';
import { planCreditMemo } from './plan';
import { appliedTo, submitApplications } from './submit';

/** A newer version of a posted credit memo; see `PostedVersion`. */
export interface CreditMemoVersion {
  readonly task: PostingTask;
  readonly document: CreditMemoDocument;
  readonly standing: Standing;
  readonly baseline: Baseline | null;
  readonly linkedId: string | null;
  readonly directory: Directory;
}

/**
 * Posts a newer version of a posted credit memo. One that says the same is applied to the invoices that it names and the
 * record is not applied to yet, which changes no G/L account; what the record is applied to besides stays. One that says
 * something else is left to a person: what would be taken back is applied already. 10 units, 40 where it is applied.
 */
export function postCreditMemoVersion(version: CreditMemoVersion): Step {
  const { task, document, standing, baseline, linkedId, directory } = version;
  const { current } = standing;
  if (current === null) return problem(recordDeleted(nameOf(document), linkedId ?? 'unknown'), null);
  const existing = { recordType: current.recordType, recordId: current.recordId, currency: null, subsidiary: null };
  const planned = planCreditMemo(document, directory, task.settings, existing);
  if (!planned.ok) return problem(planned.error, current);
  const plan = planned.value;
  const isSame = baseline?.fingerprint === planFingerprint(plan, sha256) && linkedId === current.recordId;
  if (isSame && document.applications.length === 0) return unchanged(version, plan, current, []);
  let loaded: LoadedTransaction;
  try {
    loaded = loadTransaction(current.recordType, current.recordId);
  } catch (thrown) {
    return { kind: 'failed', error: scriptError(thrown) };
  }
  if (!isSame && !holdsPlan(plan, loaded.held, baseline !== null)) {
    const reason = 'a credit memo that is posted is not changed by the connector';
    return problem(changedAfterPosting(nameOf(document), current.recordId, reason), current);
  }
  if (current.isVoided) return unchanged(version, plan, current, []);
  return applyMore(version, plan, current, loaded);
}

function applyMore(
  version: CreditMemoVersion,
  plan: RecordPlan,
  current: StandingRecord,
  loaded: LoadedTransaction,
): Step {
  const { task, document, directory } = version;
  const applied = appliedTo(loaded.target);
  const open = document.applications.filter(({ invoice }) => {
    const posted = directory.document(invoice);
    return posted === null || !applied.has(posted.recordId);
  });
  if (open.length === 0) return unchanged(version, plan, current, []);
  const notes: string[] = [];
  const scope = { customer: current.entity, currency: current.currency, account: task.settings.receivablesAccount };
  const more = planApplications(open, document.currency, scope, directory, notes);
  if (!more.ok) return problem(more.error, current);
  if (more.value.length === 0) return unchanged(version, plan, current, notes);
  const what = more.value.map(({ recordId, amount }) => `${amount} to invoice ${recordId} (internal id)`).join(', ');
  const noted: RecordPlan = {
    ...plan,
    // It stays in the period in which it was posted.
    fields: { ...plan.fields, postingperiod: { id: current.period } },
    notes: [...notes, `Applied ${what}`],
  };
  return saved(task, noted, () => submitApplications(loaded.target, more.value, task.transfer));
}

function unchanged(
  { baseline }: CreditMemoVersion,
  plan: RecordPlan,
  { recordType, recordId, number }: StandingRecord,
  notes: readonly string[],
): Step {
  const kept = { fingerprint: planFingerprint(plan, sha256), modified: baseline?.modified ?? '' };
  return {
    kind: 'posted',
    record: { recordType, recordId, number, baseline: baselineText(kept) },
    notes: [...notes, 'Nothing written: NetSuite holds what this version says already'],
  };
}

function problem(error: PostingProblem, current: StandingRecord | null): Step {
  const record =
    current === null ? null : { recordType: current.recordType, recordId: current.recordId, number: current.number };
  return { kind: 'problem', problem: error, record };
}
