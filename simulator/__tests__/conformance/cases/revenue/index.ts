import type { ConformancePage } from '../../harness/case';
import { classicJournals, classicPreferences, classicSchedules, classicTemplates } from './classic';
import { arrangementSources, itemConfiguration, updatedElements } from './items';
import {
  baseJournals,
  editedJournals,
  generatedJournals,
  journalDates,
  planKinds,
  summarizedJournals,
} from './journals';
import { mergeTasks } from './merging';
import { deletedPlans, editedPlans, elementFields, ruleFields, viewedPlans } from './plans';

/** Revenue: deferral, arrangements, plans and schedules, and their recognition. */
export const revenuePages: readonly ConformancePage[] = [
  itemConfiguration,
  arrangementSources,
  updatedElements,
  elementFields,
  ruleFields,
  planKinds,
  viewedPlans,
  editedPlans,
  deletedPlans,
  generatedJournals,
  baseJournals,
  summarizedJournals,
  journalDates,
  editedJournals,
  mergeTasks,
  classicTemplates,
  classicSchedules,
  classicJournals,
  classicPreferences,
];
