import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import { changedPriorities, type DeploymentPriority, setPriority } from './priority';

/** Accounts without SuiteCloud Plus have two processors (section_1518131145). */
const PROCESSORS = 2;
/** Those of the Ultimate service tier. */
const MOST_PROCESSORS = 60;

/** Minutes after which a waiting job is raised by one level (section_1504277743). */
const ELEVATIONS = { none: null, moderate: 240, intensive: 60 } as const;

/** Setup > Preferences > SuiteCloud Processors, and Customization > Scripting > Priority Settings. */
export interface ProcessorPreferences {
  /** Processors that the account has. */
  readonly count: number;
  /** Processors kept for jobs of high priority; 0 while reservation is off (bridgehead_1504277825). */
  readonly reserved: number;
  /** Minutes after which a waiting job is raised by one level; null without priority elevation (section_1504277743). */
  readonly elevationMinutes: number | null;
  /** Deployments whose priority is another than Standard. */
  readonly priorities: readonly DeploymentPriority[];
}

/** A change of the preferences; what is absent stays. */
export interface ProcessorChange {
  readonly count?: number;
  readonly reserved?: number;
  /** One of NetSuite's settings, or the minutes of Custom Priority Elevation. */
  readonly elevation?: keyof typeof ELEVATIONS | number;
  /** Without a deployment all deployments of the script. */
  readonly priorities?: readonly { readonly script: string; readonly deployment?: string; readonly priority: string }[];
}

interface PreferenceRow {
  readonly [column: string]: number | null;
  readonly reserved: number;
  readonly elevationminutes: number | null;
}

/** Processors that the account has. */
export function processorsOf(account: Account): number {
  return account.store.get<{ count: number }>('SELECT count FROM suitecloudprocessor')?.count ?? PROCESSORS;
}

/** Buys SuiteCloud Plus: at most 60 processors, in the Ultimate service tier. */
export function setProcessors(account: Account, count: number): void {
  account.store.run('DELETE FROM suitecloudprocessor');
  account.store.run('INSERT INTO suitecloudprocessor (count) VALUES (?)', [
    Math.min(MOST_PROCESSORS, Math.max(1, count)),
  ]);
}

/** Processors that lower priorities have to leave free: all but one of them at most, and none without SuiteCloud Plus. */
export function reservedProcessors(account: Account): number {
  const count = processorsOf(account);
  return count > PROCESSORS ? Math.min(rowOf(account).reserved, count - 1) : 0;
}

/** Minutes after which a waiting job is raised by one level; null without priority elevation. */
export function elevationMinutes(account: Account): number | null {
  return rowOf(account).elevationminutes;
}

export function processorPreferences(account: Account): ProcessorPreferences {
  return {
    count: processorsOf(account),
    reserved: reservedProcessors(account),
    elevationMinutes: elevationMinutes(account),
    priorities: changedPriorities(account),
  };
}

/**
 * Changes preferences. Reuse Idle Processors, which is an audit by the hour, is not there.
 *
 * @throws SSS_INVALID_TYPE_ARG for what the page does not take; nothing is changed then
 */
export function changeProcessorPreferences(account: Account, change: ProcessorChange): void {
  account.store.transaction(() => {
    const { count, reserved, elevation, priorities = [] } = change;
    if (count !== undefined) setProcessors(account, whole('count', count, 1, MOST_PROCESSORS));
    if (reserved !== undefined) {
      const processors = processorsOf(account);
      if (reserved > 0 && processors <= PROCESSORS) {
        throw refused('Processor reservation is only available for SuiteCloud Plus accounts.');
      }
      write(account, { ...rowOf(account), reserved: whole('reserved', reserved, 0, processors - 1) });
    }
    if (elevation !== undefined) write(account, { ...rowOf(account), elevationminutes: minutesOf(elevation) });
    for (const { script, deployment, priority } of priorities) setPriority(account, script, deployment, priority);
  });
}

function minutesOf(elevation: keyof typeof ELEVATIONS | number): number | null {
  if (typeof elevation === 'number') return whole('elevation', elevation, 1, Number.MAX_SAFE_INTEGER);
  if (!Object.hasOwn(ELEVATIONS, elevation)) throw refused('elevation must be none, moderate, intensive or minutes.');
  return ELEVATIONS[elevation];
}

function rowOf(account: Account): PreferenceRow {
  const row = account.store.get<PreferenceRow>('SELECT reserved, elevationminutes FROM processorpreference');
  return row ?? { reserved: 0, elevationminutes: null };
}

function write(account: Account, { reserved, elevationminutes }: PreferenceRow): void {
  account.store.run('DELETE FROM processorpreference');
  account.store.run('INSERT INTO processorpreference (reserved, elevationminutes) VALUES (?, ?)', [
    reserved,
    elevationminutes,
  ]);
}

function whole(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw refused(`${name} must be a whole number from ${least}${most > 1e6 ? '' : ` to ${most}`}.`);
}

const refused = (message: string): NetSuiteError => new NetSuiteError('SSS_INVALID_TYPE_ARG', message);
