import type { Store } from '../store/store';

/** Folders that every account has, by the internal ids that NetSuite gives them. */
const TOP_LEVEL: readonly (readonly [number, string])[] = [
  [-4, 'Images'],
  [-10, 'Attachments Received'],
  [-14, 'Attachments Sent'],
  [-15, 'SuiteScripts'],
  [-16, 'SuiteBundles'],
  [-19, 'SuiteApps'],
];

/** Makes the top-level folders where they are not there yet. @param now ISO, UTC */
export function createTopLevelFolders(store: Store, now: string): void {
  for (const [id, name] of TOP_LEVEL) {
    store.run(
      `INSERT OR IGNORE INTO mediaitemfolder (id, name, parent, appfolder, path, foldertype, istoplevel, isprivate,
       isinactive, createddate, lastmodifieddate) VALUES (?, ?, NULL, ?, ?, 'DEFAULT', 'T', 'F', 'F', ?, ?)`,
      [id, name, name, `/${name}`, now, now],
    );
  }
}
