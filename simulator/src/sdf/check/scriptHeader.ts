/** Tags that NetSuite reads from the first block comment of a script file (section_4387175355). */
export interface ScriptHeader {
  readonly apiVersion: string | null;
  readonly scriptType: string | null;
}

/** Reads `@NApiVersion` and `@NScriptType` of a script file. */
export function scriptHeader(text: string): ScriptHeader {
  const comment = /\/\*\*?([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
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
