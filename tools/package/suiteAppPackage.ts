import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from './xml';

/** What a packaged SuiteApp contains. */
export interface SuiteAppPackage {
  /** By path in the zip, without folders. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of the zip, in bytes. */
  readonly size: number;
}

/** A rule that every package must keep: what breaks it, one sentence each; empty where it is kept. */
export type Check = (contents: SuiteAppPackage) => readonly string[];

/** An SDF object file. */
export interface SdfObject {
  readonly path: string;
  readonly root: XmlElement;
}

export function readPackage(zipFile: string): SuiteAppPackage {
  const zip = readFileSync(zipFile);
  const entries = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
  return { files: new Map(entries), size: zip.length };
}

export function textOf(contents: SuiteAppPackage, path: string): string {
  const file = contents.files.get(path);
  if (!file) throw new Error(`The package has no ${path}.`);
  return strFromU8(file);
}

/** The objects of the package, parsed. */
export function objectsOf(contents: SuiteAppPackage): SdfObject[] {
  return pathsUnder(contents, 'Objects/', '.xml').map((path) => ({ path, root: parseXml(textOf(contents, path)) }));
}

/** The scripts of the package: every JavaScript file in it. */
export function scriptFilesOf(contents: SuiteAppPackage): string[] {
  return pathsUnder(contents, 'FileCabinet/', '.js');
}

function pathsUnder(contents: SuiteAppPackage, folder: string, extension: string): string[] {
  return [...contents.files.keys()].filter((path) => path.startsWith(folder) && path.endsWith(extension)).sort();
}

/** The application's id, as its manifest gives it. */
export function applicationId(manifest: XmlElement): string {
  return `${childText(manifest, 'publisherid')}.${childText(manifest, 'projectid')}`;
}

/** Text of an element's first child of that name; empty where there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}
