import type { ConformancePage } from '../../harness/case';
import { attachedRecords, attaching, contacts } from './contacts';
import { projects } from './projects';

/** Contacts and projects. */
export const entityPages: readonly ConformancePage[] = [contacts, attaching, attachedRecords, projects];
