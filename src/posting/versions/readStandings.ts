import type { BillingDocument } from '../../documents/document';
import { documentKey, referenceTo } from '../../documents/keys';
import type { CalendarDate } from '../../documents/values';
import { hasFeature } from '../../netsuite/features';
import { isChecked, placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { existingColumns, readExisting } from '../existing';
import { FIRST_REPOSTS, possibleIds, type Standing, type StandingRecord, standingOf } from './standing';

/** A document whose transactions are looked up. */
export interface StandingQuestion {
  readonly document: BillingDocument;
  /** Internal id of the record that its transfers name; null where they name none. */
  readonly recordId: string | null;
}

/** So many external ids are compared by one query; Oracle's SQL takes 1,000 members in an IN list. */
const MOST_IDS = 900;

/**
 * How posted documents stand in NetSuite, by `documentKey`: their records, the periods of these, and what is linked to
 * them. 10 units for up to 75 documents; 10 more where a document was posted again more than five times. None for none.
 */
export function readStandings(questions: readonly StandingQuestion[]): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  let open = questions;
  for (let reposts = FIRST_REPOSTS; open.length > 0; reposts *= 4) {
    const atOnce = Math.floor(MOST_IDS / (2 * reposts + 2));
    for (let start = 0; start < open.length; start += atOnce) {
      const some = open.slice(start, start + atOnce);
      const records = readRecords(some, reposts);
      const found = new Map(records.map((record) => [record.externalId, record]));
      for (const { document, recordId } of some) {
        const linked = records.find((record) => record.recordId === recordId) ?? null;
        const key = documentKey(document.connection, referenceTo(document));
        standings.set(key, standingOf(document, linked, found, reposts));
      }
    }
    open = open.filter(({ document }) => {
      const standing = standings.get(documentKey(document.connection, referenceTo(document)));
      return standing !== undefined && standing.count === reposts;
    });
  }
  return standings;
}

function readRecords(questions: readonly StandingQuestion[], reposts: number): readonly StandingRecord[] {
  const externalIds = questions.flatMap(({ document }) => possibleIds(document, reposts));
  const ids = questions.flatMap(({ recordId }) => (recordId === null ? [] : [Number(recordId)]));
  const byId = ids.length === 0 ? '' : ` OR t.id IN (${placeholders(ids)})`;
  // Which invoice revenue was recognized from, SuiteQL does not tell every role.
  const mayBeRecognized = hasFeature('ADVANCEDREVENUERECOGNITION') || hasFeature('REVENUERECOGNITION');
  const rows = selectRows(
    `SELECT t.id, t.externalid, ${existingColumns('transaction', 't')},
       TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, t.foreignamountunpaid AS unpaid, t.voided,
       TO_CHAR(t.createddate, 'YYYY-MM-DD HH24:MI:SS') AS created, p.periodname,
       p.closed || p.alllocked || p.arlocked AS period_flags, n.nextdoc, n.nexttype
     FROM transaction t
       LEFT JOIN accountingperiod p ON p.id = t.postingperiod
       LEFT JOIN nexttransactionlink n ON n.previousdoc = t.id
     WHERE t.externalid IN (${placeholders(externalIds)})${byId}
     ORDER BY t.id, n.nextdoc`,
    [...externalIds, ...ids],
  );
  const records = new Map<string, StandingRecord>();
  for (const row of rows) {
    const id = textOf(row, 'id');
    const linked = textOf(row, 'nextdoc');
    const known = records.get(id) ?? standingRecord(row, mayBeRecognized);
    const links = linked === '' ? known.links : [...known.links, { type: textOf(row, 'nexttype'), recordId: linked }];
    records.set(id, { ...known, links });
  }
  return [...records.values()];
}

function standingRecord(row: SqlRow, mayBeRecognized: boolean): StandingRecord {
  const record = readExisting('transaction', row);
  return {
    ...record,
    externalId: textOf(row, 'externalid'),
    date: textOf(row, 'day') as CalendarDate,
    unpaid: textOf(row, 'unpaid'),
    isVoided: isChecked(row, 'voided'),
    isUntouched: record.modified !== '' && record.modified === textOf(row, 'created'),
    periodName: textOf(row, 'periodname'),
    isPeriodLocked: textOf(row, 'period_flags').includes('T'),
    mayBeRecognized,
    links: [],
  };
}
