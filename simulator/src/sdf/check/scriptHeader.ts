/**
 * Tags that NetSuite reads from the documentation comments of a script file (section_4387175355). A comment without
 * them may stand before: Oracle's own samples begin with one that names the owner.
 */
export interface ScriptHeader {
  readonly apiVersion: string | null;
  readonly scriptType: string | null;
}

/** Reads `@NApiVersion` and `@NScriptType` of a script file. */
export function scriptHeader(text: string): ScriptHeader {
  const comments = text.match(/\/\*[\s\S]*?\*\//g) ?? [];
  const comment = comments.find((one) => /@N(ApiVersion|ScriptType)\b/i.test(one)) ?? '';
  const tag = (name: string): string | null => new RegExp(`@${name}\\s+(\\S+)`, 'i').exec(comment)?.[1] ?? null;
  return { apiVersion: tag('NApiVersion'), scriptType: tag('NScriptType') };
}

/** `@NScriptType` that each kind of script object needs, in lower case. */
export const SCRIPT_TYPE_TAGS: Readonly<Record<string, string>> = {
  clientscript: 'clientscript',
  mapreducescript: 'mapreducescript',
  restlet: 'restlet',
  scheduledscript: 'scheduledscript',
  sdfinstallationscript: 'sdfinstallationscript',
  suitelet: 'suitelet',
  usereventscript: 'usereventscript',
};
