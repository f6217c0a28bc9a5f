import type { DocumentKind } from '../../documents/document';
import { numberOf, placeholders, type SqlParameter, selectRows, textOf } from '../../netsuite/suiteQl';
import { transferField as field, INTAKE_TYPE, MARK_TYPE, TRANSFER_TYPE } from './columns';

/** A document that others wait for and of which its connection has no transfer at all. */
export interface MissingDocument {
  readonly connection: string;
  readonly kind: DocumentKind;
  readonly id: string;
  /** The transfer that has waited longest for it. */
  readonly waiting: number;
}

/** A connection whose platform can be asked, and for what. */
export interface Askable {
  readonly connection: string;
  readonly kinds: readonly DocumentKind[];
}

/** A mark's key is a short text of 300 characters; no platform's ids come near. */
const LONGEST_ID = 200;

/** What is in an intake is no transfer yet, but soon will be; one that has not become transfers in this time is stuck. */
const INTAKE_MILLISECONDS = 60 * 60_000;

/** The mark that says when a document is asked for again begins so; a connection's key holds no bar. */
export function askedKeyPrefix(connection: string): string {
  return `fetch|${connection}|`;
}

/** The key of the mark that says when a document is asked for again. */
export function askedKey({ connection, kind, id }: Pick<MissingDocument, 'connection' | 'kind' | 'id'>): string {
  return `${askedKeyPrefix(connection)}${kind}|${id}`;
}

/**
 * Missing documents that nobody has been asked for yet, those first that are waited for longest: 10 units.
 * @param askable at least one
 */
export function neverAsked(askable: readonly Askable[], most: number, now: number): readonly MissingDocument[] {
  const missing = missingSql(askable, now);
  const waitsFor = `t.${field('waits_for_kind')} || '|' || t.${field('waits_for_id')}`;
  return select(
    `${missing.sql} AND NOT EXISTS (
       SELECT 1 FROM ${MARK_TYPE} m
       WHERE m.custrecord_obc_mark_key = 'fetch|' || t.${field('connection')} || '|' || ${waitsFor})`,
    missing.parameters,
    most,
  );
}

/** Which of these documents of a connection are (still) missing: 10 units. At most 500. */
export function stillMissing(askable: Askable, ids: readonly string[], now: number): readonly MissingDocument[] {
  if (ids.length === 0) return [];
  const missing = missingSql([askable], now);
  return select(
    `${missing.sql} AND t.${field('waits_for_id')} IN (${placeholders(ids)})`,
    [...missing.parameters, ...ids],
    ids.length * askable.kinds.length,
  );
}

function select(sql: string, parameters: readonly SqlParameter[], most: number): readonly MissingDocument[] {
  const names = ['connection', 'waits_for_kind', 'waits_for_id'] as const;
  const columns = names.map((name) => `t.${field(name)}`).join(', ');
  return selectRows(
    `SELECT ${names.map((name) => `t.${field(name)} AS ${name}`).join(', ')}, MIN(t.id) AS waiting
     ${sql} GROUP BY ${columns} ORDER BY MIN(t.id) FETCH FIRST ${most} ROWS ONLY`,
    parameters,
  ).map((row) => ({
    connection: textOf(row, 'connection'),
    kind: textOf(row, 'waits_for_kind') as DocumentKind,
    id: textOf(row, 'waits_for_id'),
    waiting: numberOf(row, 'waiting') ?? 0,
  }));
}

/** Transfers `t` that wait for a document of which there is no transfer, and that no intake may be about to bring. */
function missingSql(askable: readonly Askable[], now: number) {
  const wanted = askable.map(
    ({ kinds }) => `(t.${field('connection')} = ? AND t.${field('waits_for_kind')} IN (${placeholders(kinds)}))`,
  );
  return {
    sql: `FROM ${TRANSFER_TYPE} t
      WHERE t.${field('status')} = 'Not Transferred' AND t.${field('direction')} = 'Inbound'
        AND t.${field('reason')} = 'Waiting' AND (${wanted.join(' OR ')})
        AND LENGTH(t.${field('waits_for_id')}) <= ${LONGEST_ID}
        AND NOT EXISTS (
          SELECT 1 FROM ${TRANSFER_TYPE} w
          WHERE w.${field('connection')} = t.${field('connection')} AND w.${field('direction')} = 'Inbound'
            AND w.${field('kind')} = t.${field('waits_for_kind')} AND w.${field('platform_id')} = t.${field('waits_for_id')})
        AND NOT EXISTS (
          SELECT 1 FROM ${INTAKE_TYPE} i
          WHERE i.custrecord_obc_in_connection = t.${field('connection')} AND i.custrecord_obc_in_status = 'Received'
            AND i.custrecord_obc_in_received > ?)`,
    parameters: [
      ...askable.flatMap(({ connection, kinds }) => [connection, ...kinds]),
      new Date(now - INTAKE_MILLISECONDS).toISOString(),
    ] as readonly SqlParameter[],
  };
}
