import type { Directory } from '../plan';
import { linkFieldNotFound } from '../problems';
import { groupOfKind, type RecordGroup } from '../recordGroups';
import type { PostingTask, Step } from '../task';
import { earlierRecords } from './findEarlier';
import { type EarlierRecord, planLink } from './linkPlan';

/** The transfers of documents that records stand for already, by internal id of the record. */
export type LinkedRecords = (group: RecordGroup, recordIds: readonly string[]) => ReadonlyMap<string, number>;

/** Links a document with a record from before; null where none carries its id, so that it is posted. */
export type LinkEarlier = (task: PostingTask, directory: Directory) => Step | null;

/**
 * Looks for records from before that carry the ids of documents, where the settings name a field for that: 10 units for
 * each group of records and field, and 10 more where there are some.
 * @param tasks documents that are not in NetSuite as far as the connector knows
 */
export function linkEarlierRecords(tasks: readonly PostingTask[], linkedRecords: LinkedRecords): LinkEarlier {
  const found = new Map<PostingTask, readonly EarlierRecord[]>();
  const problems = new Map<PostingTask, Step>();
  for (const { group, field, members } of searches(tasks)) {
    const earlier = earlierRecords(group, field, [...new Set(members.map(({ document }) => document.id))]);
    if (!earlier.ok) {
      const problem = linkFieldNotFound(field, earlier.message);
      for (const task of members) problems.set(task, { kind: 'problem', problem, record: null });
      continue;
    }
    const linked = linkedRecords(
      group,
      Array.from(earlier.records.values()).flatMap((records) => records.map(({ recordId }) => recordId)),
    );
    for (const task of members) {
      const records = earlier.records.get(task.document.id) ?? [];
      if (records.length === 0) continue;
      found.set(
        task,
        records.map((record) => ({ record, linkedBy: linked.get(record.recordId) ?? null })),
      );
    }
  }
  return (task, directory) => {
    const problem = problems.get(task);
    if (problem !== undefined) return problem;
    const records = found.get(task);
    if (records === undefined) return null;
    const planned = planLink(task.document, records, directory, task.settings);
    return planned.ok
      ? { kind: 'written', plan: planned.value, recordId: planned.value.recordId ?? '' }
      : { kind: 'problem', problem: planned.error, record: null };
  };
}

interface Search {
  readonly group: RecordGroup;
  readonly field: string;
  readonly members: PostingTask[];
}

/** One search for each group of records and field; none where a connection links by no field. */
function searches(tasks: readonly PostingTask[]): readonly Search[] {
  const byField = new Map<string, Search>();
  for (const task of tasks) {
    const group = groupOfKind(task.document.kind);
    const field = task.settings.linkFields[group].trim().toLowerCase();
    if (field === '') continue;
    const key = `${group}|${field}`;
    const search = byField.get(key) ?? { group, field, members: [] };
    search.members.push(task);
    byField.set(key, search);
  }
  return [...byField.values()];
}
