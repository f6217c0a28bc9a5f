import { numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { TRANSFER_TYPE, transferColumns, transferField } from '../store/columns';
import type { RetentionLimits } from './retention';

/** A finished transfer of which something is to be removed. */
export interface OldTransfer {
  readonly id: number;
  /** `payload`: payload, its file, replaced payloads, and the customer's name; `name`: the customer's name alone. */
  readonly what: 'payload' | 'name';
  /** Internal id of the file that holds the payload. */
  readonly file: number | null;
}

/**
 * The finished transfers of a connection that are past its limits and still hold what must go, customers first: 10 units,
 * and 10 for each 1,000 rows from 5,000 on. What is not finished keeps its payload: it is still needed.
 */
export function oldTransfers(limits: RetentionLimits, most: number): readonly OldTransfer[] {
  const { connection, personalData, payloads } = limits;
  if (personalData === null) return [];
  const field = (name: Parameters<typeof transferField>[0]): string => `t.${transferField(name)}`;
  const ended = `COALESCE(${field('transferred')}, ${field('received')})`;
  const holdsPayload = `(${field('payload')} IS NOT NULL OR ${field('payload_file')} IS NOT NULL OR ${field('original')} IS NOT NULL)`;
  // Where payloads have no limit of their own, no time is early enough.
  const rows = selectRows(
    `SELECT t.id, ${transferColumns('t', ['kind', 'payload_file'])},
       CASE WHEN ${holdsPayload} AND (${field('kind')} = 'customer' OR ${ended} < ?) THEN 'payload' ELSE 'name' END AS what
     FROM ${TRANSFER_TYPE} t
     WHERE ${field('connection')} = ? AND ${field('status')} IN ('Transferred', 'Cancelled') AND ${ended} < ?
       AND (${field('customer_name')} IS NOT NULL OR (${holdsPayload} AND (${field('kind')} = 'customer' OR ${ended} < ?)))
     ORDER BY CASE WHEN ${field('kind')} = 'customer' THEN 0 ELSE 1 END, t.id FETCH FIRST ${most} ROWS ONLY`,
    [payloads ?? '', connection, personalData, payloads ?? ''],
  );
  return rows.map((row) => ({
    id: numberOf(row, 'id') ?? 0,
    what: textOf(row, 'what') === 'payload' ? 'payload' : 'name',
    file: numberOf(row, 'payload_file'),
  }));
}
