import { asShown } from '../company/oneWorld';
import { readFile } from '../files/cabinet';
import type { Account } from '../kernel/account';
import { NO_ENTRY_POINT, type UserEventInput, type UserEventOutput } from '../kernel/entryPoints';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { execute, type Operation } from '../kernel/operation';
import type { Wire } from '../kernel/wire';
import { cloneData } from '../records/cloneData';
import type { RecordData } from '../records/data';
import { isAvailable, isInAudience } from './availability';
import { limitsOf } from './limits';
import { type Deployment, userEventScripts } from './registry';
import { inRole } from './users';

/** What happens to a record: `stored` is the record before it, null for a new one. */
export interface RecordEvent {
  /** `create`, `edit`, `delete`, `xedit`. */
  readonly type: string;
  readonly record: RecordData;
  readonly stored: RecordData | null;
  /** Deployments whose beforeSubmit ran; one set for both calls of an event. */
  readonly submitted: Set<string>;
}

/**
 * True where a user event script runs for what happens to a record (section_1512409310): deployed to its type, for the
 * event, in the caller's context and role. What a user event script does itself fires none (section_1512409310).
 */
export function firesUserEvents(account: Account, caller: Caller, recordType: string, event: string): boolean {
  return scriptsFor(account, caller, recordType, event).length > 0;
}

/**
 * Runs beforeLoad of each script for a record that a script reads or begins (section_4407991781), one after the other.
 * A new record is what they leave; what they change of a stored one is ignored. They see the record in standard mode.
 *
 * @param event `create`, `copy`, or `edit` for a record that is loaded; that loading by a script is an edit, and
 * transforming a create, is assumed
 */
export function* runBeforeLoad(
  account: Account,
  caller: Caller,
  event: 'create' | 'copy' | 'edit',
  scripts: readonly Deployment[],
  given: RecordData,
): Operation<RecordData> {
  let record: RecordData = { ...cloneData(given), isDynamic: false };
  for (const script of scripts) {
    const output = yield* runEntryPoint(account, caller, script, 'beforeLoad', {
      type: event,
      newRecord: record as unknown as Wire,
      oldRecord: null,
      form: { title: given.type },
    });
    if (given.id === null && output?.newRecord) record = output.newRecord as unknown as RecordData;
  }
  return given.id === null ? { ...record, isDynamic: given.isDynamic } : given;
}

/** The scripts whose beforeLoad runs: of those for the event the ones whose file names the function. */
export function beforeLoadScripts(
  account: Account,
  caller: Caller,
  recordType: string,
  event: 'create' | 'copy' | 'edit',
): Deployment[] {
  return scriptsFor(account, caller, recordType, event).filter(({ file }) =>
    /\bbeforeLoad\b/.test(readFile(account, file)),
  );
}

/**
 * Runs beforeSubmit or afterSubmit of each script, one after the other in the order of their deployments (afterSubmit
 * begins with the scripts that have a beforeSubmit function too, article_1029021012); each sees what those before it
 * left. Returns the record as the last one left it, which counts for beforeSubmit. A script's error stops the
 * operation: it is thrown with its own name and message.
 *
 * A script that another script triggers keeps that script's role, whatever its own deployment says (chapter_N2997500).
 */
export function* runUserEvents(
  account: Account,
  caller: Caller,
  entryPoint: 'beforeSubmit' | 'afterSubmit',
  event: RecordEvent,
): Operation<RecordData> {
  let record = event.record;
  const scripts = scriptsFor(account, caller, record.type, event.type);
  for (const script of entryPoint === 'afterSubmit' ? inAfterSubmitOrder(event, scripts) : scripts) {
    const output = yield* runEntryPoint(account, caller, script, entryPoint, {
      type: event.type,
      newRecord: asShown(account, record) as unknown as Wire,
      oldRecord: (event.stored && asShown(account, event.stored)) as unknown as Wire,
      form: null,
    });
    if (output === undefined) continue;
    if (entryPoint === 'beforeSubmit') event.submitted.add(script.deployment);
    if (entryPoint === 'beforeSubmit' && output?.newRecord) record = output.newRecord as unknown as RecordData;
  }
  return record;
}

/** Runs one entry point of one script; undefined where the script does not have it. Throws what the script throws. */
function* runEntryPoint(
  account: Account,
  caller: Caller,
  script: Deployment,
  entryPoint: 'beforeLoad' | 'beforeSubmit' | 'afterSubmit',
  input: UserEventInput,
): Operation<UserEventOutput | null | undefined> {
  const outcome = yield* execute({
    script,
    entryPoint,
    input: { ...input },
    user: caller.execution === null ? inRole(account, caller.user, script.runAsRole) : caller.user,
    context: caller.context,
    limits: limitsOf('USEREVENT', entryPoint),
  });
  if (outcome.status === 'completed') return outcome.output as unknown as UserEventOutput | null;
  if (outcome.error.name === NO_ENTRY_POINT) return undefined;
  throw new NetSuiteError(outcome.error.name, outcome.error.message);
}

function inAfterSubmitOrder({ submitted }: RecordEvent, scripts: readonly Deployment[]): Deployment[] {
  const first = scripts.filter(({ deployment }) => submitted.has(deployment));
  const later = scripts.filter(({ deployment }) => !submitted.has(deployment));
  return first.concat(later);
}

function scriptsFor(account: Account, caller: Caller, recordType: string, event: string): Deployment[] {
  if (isWithinUserEvent(caller)) return [];
  return userEventScripts(account, recordType).filter(
    (script) =>
      (script.eventType === null || script.eventType.toLowerCase() === event) &&
      (script.executionContexts === null || script.executionContexts.includes(caller.context)) &&
      isAvailable(script, caller.user) &&
      isInAudience(script, caller.user),
  );
}

function isWithinUserEvent(caller: Caller): boolean {
  for (let execution = caller.execution; execution !== null; execution = execution.parent) {
    if (execution.request.script.scriptType === 'USEREVENT') return true;
  }
  return false;
}
