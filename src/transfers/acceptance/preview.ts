import { documentKey, referenceTo } from '../../documents/keys';
import { buildDirectory } from '../../posting/directory';
import { lookupsOf, planOf } from '../../posting/kinds';
import type { RecordPlan } from '../../posting/plan';
import type { ConnectionSettings } from '../../settings/settings';
import type { DocumentResult } from '../request';
import { documentLinks } from '../store/links';
import { rejectedResult } from './answers';
import type { Candidate, Prepared } from './prepare';

/**
 * What would be posted of each document, or what would stop it. Writes nothing. The documents that come with it are
 * taken as posted where they could be, under the id `new`. About 50 units.
 */
export function previewDocuments(prepared: readonly Prepared[], settings: ConnectionSettings): DocumentResult[] {
  const candidates = prepared.flatMap((each) => (each.ok ? [...each.parts, each.candidate] : []));
  const lookups = candidates.flatMap(({ document }) => lookupsOf(document, settings));
  const links = documentLinks([
    ...candidates.map(({ document }) => ({ connection: settings.key, ...referenceTo(document) })),
    ...lookups.flatMap((lookup) =>
      lookup.kind === 'document' ? [{ connection: settings.key, ...lookup.document }] : [],
    ),
  ]);
  const batch = buildDirectory(lookups, links.records);
  const directory = batch.of(settings.key);

  const planned = ({ document }: Candidate) => {
    const key = documentKey(settings.key, referenceTo(document));
    const existing = links.records.has(key) ? directory.document(referenceTo(document)) : null;
    return planOf(document, directory, settings, existing);
  };
  return prepared.map((each): DocumentResult => {
    if (!each.ok) return rejectedResult(each);
    for (const part of each.parts) {
      const reference = referenceTo(part.document);
      if (directory.document(reference) !== null) continue;
      const plan = planned(part);
      if (plan.ok) batch.add(settings.key, reference, futureRecord(plan.value));
    }
    const plan = planned(each.candidate);
    const { kind, id } = each.candidate.document;
    if (plan.ok) return { kind, id, outcome: 'preview', plan: plan.value };
    const { code, message, remedy } = plan.error;
    const path = `documents[${each.index}]`;
    return { kind, id, outcome: 'preview', error: { code, message: `${message} ${remedy}`, path } };
  });
}

function futureRecord(plan: RecordPlan) {
  const id = (field: string): string | null => {
    const value = plan.fields[field];
    return value !== undefined && 'id' in value ? value.id : null;
  };
  return { recordType: plan.recordType, recordId: 'new', currency: id('currency'), subsidiary: id('subsidiary') };
}
