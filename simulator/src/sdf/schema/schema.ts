/**
 * What an SDF object may contain, as facts of Oracle's SDF XML reference
 * (https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/SDFxml.html): elements, types, lengths, enumerations
 * and the feature that each element asks the manifest to name.
 */
export interface GroupSchema {
  /** The group's `scriptid` attribute, where it has one. */
  readonly scriptId?: ScriptIdSchema;
  readonly elements: Readonly<Record<string, ElementSchema>>;
  /**
   * Elements named by a script id of the project are values of fields: parameters in a deployment, custom fields in an
   * instance of a custom record.
   */
  readonly valuesOf?: 'custscript' | 'custrecord';
}

export interface ScriptIdSchema {
  /** Ids start with it; empty where any id does. */
  readonly prefix: string;
  readonly maxLength: number;
}

export type ElementSchema = (
  | { readonly kind: 'text'; readonly maxLength?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly many?: boolean }
  | { readonly kind: 'file' }
  | { readonly kind: 'group'; readonly group: GroupSchema }
  | { readonly kind: 'list'; readonly group: GroupSchema }
) & {
  readonly required?: boolean;
  /** Feature that the manifest has to name, else the project gets a warning. */
  readonly feature?: string;
};

export interface ObjectSchema extends GroupSchema {
  readonly scriptId: ScriptIdSchema;
  /** Features that must be on for the object at all. */
  readonly features: readonly string[];
}

export const text = (maxLength?: number): ElementSchema =>
  maxLength === undefined ? { kind: 'text' } : { kind: 'text', maxLength };
export const flag = (): ElementSchema => ({ kind: 'boolean' });
export const number = (min?: number, max?: number): ElementSchema => ({
  kind: 'number',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
export const choice = (values: readonly string[]): ElementSchema => ({ kind: 'choice', values });
export const choices = (values: readonly string[]): ElementSchema => ({ kind: 'choice', values, many: true });
export const file = (): ElementSchema => ({ kind: 'file' });
export const group = (schema: GroupSchema): ElementSchema => ({ kind: 'group', group: schema });
export const list = (schema: GroupSchema): ElementSchema => ({ kind: 'list', group: schema });
export const required = (element: ElementSchema): ElementSchema => ({ ...element, required: true });
export const withFeature = (feature: string, element: ElementSchema): ElementSchema => ({ ...element, feature });

/** The same element under many names. */
export function each(names: string, element: ElementSchema): Record<string, ElementSchema> {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, element]),
  );
}
