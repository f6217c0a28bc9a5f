import { type Budget, startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { submitRun } from '../runs/submit';
import type { Mark } from '../store/marks';
import { storeCustomers, storeDeletedCustomers, transfersOfCustomers } from './customers';
import { readSweepMarks, type SweepMark, setSweepMark, withOverlap } from './sweepMark';
import { changedCustomers, deletedCustomers, newestChange } from './sweepQueries';

/** Customers that share the queries of one page. */
const PAGE = 200;

/** Stop after so many seconds; the next sweep comes after 15 minutes. */
const SECONDS = 600;

/** Units that stay untouched. */
const RESERVE = 500;

/** Units without which a page is not begun: its three queries, a change, its mark and the run. */
const UNITS_FOR_PAGE = 100;

/** Units for a change, with a look-up where its key is taken already, and the mark and the run after it. */
const UNITS_FOR_CHANGE = 60;

/**
 * Stores what the user events did not: events do not fire from other scripts' user events, may be switched off, and may
 * fail. Customers that were changed since the last sweep are compared with what the platform knows; the mark advances
 * only over what is stored. About 60 units a connection, 40 for each 200 customers, and 6 for each change.
 * @returns how many changes were stored
 */
export function sweepCustomers(): number {
  if (!mayPost()) return 0;
  const budget = startBudget(SECONDS, RESERVE);
  const connections = [...loadConnections().values()];
  const marks = readSweepMarks(connections.map(({ key }) => key));
  let stored = 0;
  for (const connection of connections) {
    const known = marks.get(connection.key);
    if (connection.sends.customerEdits) {
      stored += sweepConnection(connection, known?.value ?? null, known?.row, budget);
    } else if (known !== undefined && known.value !== null) {
      // What is changed while nothing is sent is not sent afterwards.
      setSweepMark(connection.key, null, known.row);
    }
  }
  if (stored > 0) submitRun('customscript_obc_publish');
  return stored;
}

function sweepConnection(
  connection: ConnectionSettings,
  known: SweepMark | null,
  row: Mark | undefined,
  budget: Budget,
): number {
  const { key } = connection;
  if (!budget.allows(UNITS_FOR_PAGE)) return 0;
  const newest = newestChange();
  if (known === null) {
    // The first sweep: what is there now is where it begins.
    setSweepMark(key, { since: newest, until: null, after: 0 }, row);
    return 0;
  }
  const { since } = known;
  const until = known.until ?? newest;
  let { after } = known;
  let stored = known.until === null ? sweepDeleted(connection, since) : 0;
  while (budget.allows(UNITS_FOR_PAGE)) {
    const customers = changedCustomers(key, withOverlap(since), after, PAGE);
    const transfers = transfersOfCustomers(customers.map(({ id }) => id));
    const page = storeCustomers(customers, transfers, [connection], 'sweep', () => budget.allows(UNITS_FOR_CHANGE));
    stored += page.stored;
    const isLast = customers.length < PAGE && page.done === customers.length;
    if (isLast) {
      if (since !== until || known.until !== null) setSweepMark(key, { since: until, until: null, after: 0 }, row);
      return stored;
    }
    const last = customers[page.done - 1];
    if (last === undefined) return stored;
    after = Number(last.id);
    setSweepMark(key, { since, until, after }, row);
  }
  return stored;
}

function sweepDeleted(connection: ConnectionSettings, since: string): number {
  const deleted = deletedCustomers(connection.key, withOverlap(since));
  if (deleted.length === 0) return 0;
  const transfers = transfersOfCustomers(deleted.map(({ id }) => id));
  return storeDeletedCustomers(deleted, transfers, [connection], 'sweep');
}
