import type { Classification } from '../documents/document';
import type { Result } from '../documents/problem';
import type { CurrencyCode } from '../documents/values';
import type { ConnectionSettings, MappingKind } from '../settings/settings';
import type { Directory, Lookup, PostingProblem } from './plan';
import { classificationNotFound, currencyNotFound, subsidiaryNotFound, termNotFound } from './problems';

/**
 * What documents name, as NetSuite's internal ids. A mapping row wins over the name; a name that neither a mapping nor
 * NetSuite knows is a problem, never a default. Null stays null.
 */
export type Found = Result<string | null, PostingProblem>;

export type ClassificationKind = 'class' | 'department' | 'location';

const CLASSIFICATIONS: readonly { readonly kind: ClassificationKind; readonly mapping: MappingKind }[] = [
  { kind: 'class', mapping: 'Class' },
  { kind: 'department', mapping: 'Department' },
  { kind: 'location', mapping: 'Location' },
];

export function findCurrency(code: CurrencyCode | null, directory: Directory, settings: ConnectionSettings): Found {
  return found(code, (name) => settings.mapping('Currency', name) ?? directory.currency(name), currencyNotFound);
}

export function findTerm(name: string | null, directory: Directory, settings: ConnectionSettings): Found {
  return found(name, (term) => settings.mapping('Term', term) ?? directory.term(term), termNotFound);
}

export function findSubsidiary(path: string | null, directory: Directory, settings: ConnectionSettings): Found {
  return found(path, (name) => settings.mapping('Subsidiary', name) ?? directory.subsidiary(name), subsidiaryNotFound);
}

/** Internal ids of class, department and location, each null where the document names none. */
export function findClassification(
  names: Classification,
  directory: Directory,
  settings: ConnectionSettings,
): Result<Classification, PostingProblem> {
  const ids: Record<ClassificationKind, string | null> = { class: null, department: null, location: null };
  for (const { kind, mapping } of CLASSIFICATIONS) {
    const id = found(
      names[kind],
      (name) => settings.mapping(mapping, name) ?? directory.classification(kind, name),
      (name) => classificationNotFound(kind, name),
    );
    if (!id.ok) return id;
    ids[kind] = id.value;
  }
  return { ok: true, value: ids };
}

/** The look-ups that {@link findClassification} needs. */
export function classificationLookups(names: Classification, settings: ConnectionSettings): readonly Lookup[] {
  return CLASSIFICATIONS.flatMap(({ kind, mapping }): Lookup[] => {
    const name = names[kind];
    return name === null || settings.mapping(mapping, name) !== null ? [] : [{ kind, name }];
  });
}

/** A look-up, unless there is nothing to look up or a mapping answers it. */
export function unlessMapped<Name extends string>(
  name: Name | null,
  mapping: MappingKind,
  settings: ConnectionSettings,
  lookup: (name: Name) => Lookup,
): readonly Lookup[] {
  return name === null || settings.mapping(mapping, name) !== null ? [] : [lookup(name)];
}

function found<Name extends string>(
  name: Name | null,
  find: (name: Name) => string | null,
  problem: (name: Name) => PostingProblem,
): Found {
  if (name === null) return { ok: true, value: null };
  const id = find(name);
  return id === null ? { ok: false, error: problem(name) } : { ok: true, value: id };
}
