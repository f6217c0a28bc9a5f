import type { Account } from '../kernel/account';
import type { Manifest } from './project/manifest';

/** A SuiteApp or account customization that is installed. */
export interface InstalledProject {
  readonly application: string;
  readonly type: string;
  readonly name: string;
  readonly version: string | null;
  readonly installedDate: string;
}

/** Every installed project, the first one first. */
export function installedProjects(account: Account): InstalledProject[] {
  return account.store
    .all<{ application: string; type: string; name: string; version: string | null; installeddate: string }>(
      'SELECT application, type, name, version, installeddate FROM installedproject ORDER BY installeddate, application',
    )
    .map(({ installeddate, ...rest }) => ({ ...rest, installedDate: installeddate }));
}

/** Version of a project that is installed; undefined where it is not. */
export function installedVersion(account: Account, application: string): string | null | undefined {
  return account.store.get<{ version: string | null }>('SELECT version FROM installedproject WHERE application = ?', [
    application,
  ])?.version;
}

/** The application that installed an object, `customrecord_x` or `customrecord_x.custrecord_y`; null where none did. */
export function ownerOf(account: Account, scriptId: string): string | null {
  return (
    account.store.get<{ application: string }>('SELECT application FROM installedobject WHERE scriptid = ?', [scriptId])
      ?.application ?? null
  );
}

/** Writes down that a project is installed in this version. */
export function recordProject(account: Account, manifest: Manifest): void {
  const now = new Date(account.clock.now()).toISOString();
  account.store.run(
    `INSERT INTO installedproject (application, type, name, version, publisher, installeddate, updateddate)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (application) DO UPDATE SET name = excluded.name, version = excluded.version, updateddate = excluded.updateddate`,
    [manifest.applicationId, manifest.type, manifest.name, manifest.version, manifest.publisherId, now, now],
  );
}

/** Writes down which application an object belongs to. @returns true where it was not installed before */
export function recordObject(account: Account, scriptId: string, type: string, application: string, locked: boolean) {
  const isNew = ownerOf(account, scriptId) === null;
  account.store.run(
    'INSERT OR REPLACE INTO installedobject (scriptid, type, application, islocked) VALUES (?, ?, ?, ?)',
    [scriptId, type, application, locked ? 'T' : 'F'],
  );
  return isNew;
}

export function recordFile(account: Account, path: string, application: string, hidden: boolean): void {
  account.store.run('INSERT OR REPLACE INTO installedfile (path, application, ishidden) VALUES (?, ?, ?)', [
    path,
    application,
    hidden ? 'T' : 'F',
  ]);
}
