import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { packagedSuiteApp } from './packagedSuiteApp';

/** Rows and records that a released version left in an account. */
export interface ReleasedRows {
  readonly version: string;
  /** By custom record type; the columns by their script ids. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
  readonly customers: readonly { readonly id: number; readonly entityid: string; readonly externalid: string }[];
  readonly items: readonly {
    readonly id: number;
    readonly itemid: string;
    readonly externalid: string;
    readonly itemtype: string;
  }[];
}

/** What version 0.1.0 left: the rows of a morning, some of them not worked off. */
export function releasedRows(version: string): ReleasedRows {
  return JSON.parse(readFileSync(`__tests__/fixtures/releases/${version}.json`, 'utf8'));
}

/** The package under the number of an earlier version, without its installation script: what there is to upgrade. */
export function packageAsVersion(version: string): string {
  const files = unzipSync(readFileSync(packagedSuiteApp()));
  const edit = (path: string, change: (text: string) => string): void => {
    const file = files[path];
    if (file === undefined) throw new Error(`The package has no ${path}.`);
    files[path] = strToU8(change(strFromU8(file)));
  };
  edit('manifest.xml', (text) => text.replace(/<projectversion>.*?</, `<projectversion>${version}<`));
  edit('deploy.xml', (text) => text.replace(/<run>[\s\S]*<\/run>/, ''));
  const path = join(mkdtempSync(join(tmpdir(), 'earlier-version-')), `${version}.zip`);
  writeFileSync(path, zipSync(files));
  return path;
}
