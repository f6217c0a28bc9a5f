import type { InputError } from '../documents/problem';
import { MAPPING_TARGETS, type ReferenceList, SETTING_FIELDS } from './fields';
import type { SettingsRequest } from './request';
import { type GivenReference, type ReferenceEntry, resolveReference } from './resolve';
import type { MappingKind } from './settings';

/** What a change of the settings writes. */
export interface SettingsPlan {
  /** Fields of the connection; a choice is set by its text. */
  readonly fields: readonly {
    readonly field: string;
    readonly by: 'value' | 'text';
    readonly value: string | boolean;
  }[];
  readonly mappings: readonly {
    readonly kind: MappingKind;
    readonly source: string;
    /** Null removes the row. */
    readonly value: { readonly id: string; readonly name: string } | null;
  }[];
}

/**
 * Checks a change of the settings and says what it writes. All problems are listed, not the first alone. Pure.
 * @param isKnownTimeZone whether timestamps can be turned into dates in a zone
 */
export function planSettings(
  request: SettingsRequest,
  entries: (list: ReferenceList) => readonly ReferenceEntry[] | null,
  isKnownTimeZone: (name: string) => boolean,
): { readonly plan: SettingsPlan; readonly problems: readonly InputError[] } {
  const problems: InputError[] = [];
  const fields: SettingsPlan['fields'][number][] = [];
  const resolve = (
    given: GivenReference,
    target: { readonly to: ReferenceList; readonly accountTypes?: readonly string[] },
    path: string,
  ): { id: string; name: string } | null => {
    const resolved = resolveReference(given, target.to, entries(target.to), target.accountTypes, path);
    if (resolved.ok) return resolved.value;
    problems.push(resolved.error);
    return null;
  };

  for (const field of SETTING_FIELDS) {
    const given = member(request.settings, field.setting);
    if (given === undefined) continue;
    const path = `settings.${field.setting}`;
    if (field.type === 'reference') {
      if (given === null) fields.push({ field: field.field, by: 'value', value: '' });
      else {
        const found = resolve(given as GivenReference, field, path);
        if (found !== null) fields.push({ field: field.field, by: 'value', value: found.id });
      }
    } else if (field.setting === 'timeZone' && !isKnownTimeZone(String(given))) {
      const message = `"${String(given)}" is no time zone that the connector knows: give an IANA name, for example America/New_York.`;
      problems.push({ code: 'UNKNOWN_TIME_ZONE', message, path });
    } else {
      const by = field.type === 'choice' ? 'text' : 'value';
      fields.push({ field: field.field, by, value: storedValue(given) });
    }
  }

  const mappings = request.mappings.map((mapping, index) => ({
    kind: mapping.kind,
    source: mapping.source,
    value:
      mapping.value === null ? null : resolve(mapping.value, MAPPING_TARGETS[mapping.kind], `mappings[${index}].value`),
  }));
  return { plan: { fields, mappings }, problems };
}

/** Lists are stored with commas between their members, nothing as an empty text. */
function storedValue(given: unknown): string | boolean {
  if (typeof given === 'boolean') return given;
  return Array.isArray(given) ? given.join(', ') : String(given ?? '');
}

/** The member that a dotted name leads to. */
function member(value: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (found, key) =>
        typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined,
      value,
    );
}
