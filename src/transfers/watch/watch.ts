import * as log from 'N/log';
import { mayPost } from '../../netsuite/callers';
import { scriptError } from '../../netsuite/scriptErrors';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { type Mark, readMarks, setMark } from '../store/marks';
import { digestDay } from './digestTime';
import { countsSince, type ReadyWork, readyWork, stuckGroups } from './facts';
import { digestMail, movesAgainMail, standstillMail } from './mails';
import { sendMail } from './send';
import { judgeStandstill, NO_STANDSTILL, type StandstillMemory } from './standstill';

const DAY = 24 * 60 * 60_000;

type Marks = ReadonlyMap<string, Mark>;

/**
 * Looks after the queue: tells whoever wants to know when a connection stands still, and sends the daily digests that
 * are due. 60 units, and about 80 for each mail. A mark is set only after its mail is out: a mail twice is better than
 * none. One connection's failure does not keep the others from being looked at.
 * @param now milliseconds since 1970
 */
export function watchTransfers(now: number): void {
  if (!mayPost()) return;
  const connections = [...loadConnections().values()];
  const marks = readMarks(connections.flatMap(({ key }) => [standstillKey(key), digestKey(key)]));
  const work = readyWork(new Date(now).toISOString());
  for (const settings of connections) {
    try {
      watchStandstill(settings, work.get(settings.key) ?? null, marks, now);
      sendDigest(settings, marks, now);
    } catch (thrown) {
      const { code, message } = scriptError(thrown);
      log.error({ title: `Watching ${settings.key}`, details: `${code}: ${message}` });
    }
  }
}

function watchStandstill(settings: ConnectionSettings, work: ReadyWork | null, marks: Marks, now: number): void {
  const mark = marks.get(standstillKey(settings.key));
  const memory = memoryIn(mark);
  const { memory: next, tell } = judgeStandstill(work, settings.isPaused, memory, now);
  const recipients = settings.recipients.alert;
  if (tell === 'alert' && work !== null && recipients.length > 0) {
    sendMail(standstillMail(settings.key, work, next.since, now), recipients, settings);
  }
  if (tell === 'over' && recipients.length > 0) sendMail(movesAgainMail(settings.key), recipients, settings);
  if (next.since !== memory.since || next.alerted !== memory.alerted) {
    setMark(standstillKey(settings.key), JSON.stringify(next), mark);
  }
}

function sendDigest(settings: ConnectionSettings, marks: Marks, now: number): void {
  const recipients = settings.recipients.digest;
  const day = digestDay(settings.timeZone, now);
  const mark = marks.get(digestKey(settings.key));
  const last = digestIn(mark);
  if (recipients.length === 0 || day === null || day === last.day) return;
  const since = last.until === '' ? new Date(now - DAY).toISOString() : last.until;
  const facts = { name: settings.key, since, ...countsSince(settings.key, since), stuck: stuckGroups(settings.key) };
  sendMail(digestMail(facts, now), recipients, settings);
  setMark(digestKey(settings.key), JSON.stringify({ day, until: new Date(now).toISOString() }), mark);
}

function standstillKey(connection: string): string {
  return `standstill|${connection}`;
}

function digestKey(connection: string): string {
  return `digest|${connection}`;
}

function memoryIn(mark: Mark | undefined): StandstillMemory {
  return mark === undefined || mark.value === '' ? NO_STANDSTILL : (JSON.parse(mark.value) as StandstillMemory);
}

function digestIn(mark: Mark | undefined): { readonly day: string; readonly until: string } {
  return mark === undefined || mark.value === '' ? { day: '', until: '' } : JSON.parse(mark.value);
}
