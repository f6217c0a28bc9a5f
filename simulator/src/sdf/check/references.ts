import type { XmlElement } from '../project/xml';

/** A reference as SDF writes it: `[scriptid=customscript_a.customdeploy_b]`, `[appid=x.y.z, scriptid=...]`, `[/SuiteApps/...]`. */
export type Reference =
  | { readonly kind: 'object'; readonly scriptId: string; readonly application: string | null }
  | { readonly kind: 'file'; readonly path: string };

/** Reads a value that is a reference; null where it is a plain value. */
export function parseReference(text: string): Reference | null {
  const file = /^\[(\/[^\]]+)\]$/.exec(text);
  if (file?.[1]) return { kind: 'file', path: file[1] };
  const object = /^\[(?:appid=([^,\s\]]+),\s*)?scriptid=([^\]]+)\]$/.exec(text);
  if (!object?.[2]) return null;
  return { kind: 'object', scriptId: object[2].trim(), application: object[1] ?? null };
}

/** The script id that a value names: of a reference the last part (`customdeploy_b`), else the value itself. */
export function referredId(text: string): string {
  const reference = parseReference(text);
  if (reference?.kind !== 'object') return text;
  return reference.scriptId.slice(reference.scriptId.lastIndexOf('.') + 1);
}

/** The file cabinet path that a value names, with or without brackets. */
export function referredPath(text: string): string {
  const reference = parseReference(text);
  return reference?.kind === 'file' ? reference.path : text;
}

/** Values of a list written with pipes, `[scriptid=a]|ADMINISTRATOR`. */
export function splitValues(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Every script id that an object defines: its own, and `customrecord_x.custrecord_y` for what is inside it. */
export function definedIds(root: XmlElement): string[] {
  const own = root.attributes.scriptid ?? '';
  const inner = (element: XmlElement): string[] =>
    element.children.flatMap((child) => [
      ...(child.attributes.scriptid ? [`${own}.${child.attributes.scriptid}`] : []),
      ...inner(child),
    ]);
  return [own, ...inner(root)];
}
