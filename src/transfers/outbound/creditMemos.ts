import { placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { cancelledContentText } from '../../publishing/creditMemo/content';
import { fingerprint } from '../../publishing/fingerprint';
import type { ConnectionSettings } from '../../settings/settings';
import { CANCELLATION_KIND } from '../payload';
import { transferField as field, TRANSFER_TYPE, transferColumns } from '../store/columns';
import { transfersOfRecords } from './recordTransfers';
import { storeChange } from './storeChange';

/** Under which transfers of credit memos are stored, and the record type behind them. */
const CREDIT_MEMO = { kind: 'creditMemo', recordType: 'creditmemo' } as const;

/** A credit memo that does not count any more. */
export interface CancelledMemo {
  /** Internal id. */
  readonly id: string;
  /** `tranid`; empty where it is not known. */
  readonly number: string;
  readonly how: 'voided' | 'deleted';
}

/** A platform's credit memo for which a NetSuite credit memo stands, or stood. */
interface MemoLink {
  readonly recordId: string;
  readonly connection: string;
  readonly platformId: string;
  readonly number: string;
  readonly customer: string;
  readonly customerName: string;
}

/**
 * True for a transfer `t` by which a credit memo came from a platform and for which its record still stands: no newer
 * transfer names another record, and the platform has not cancelled it itself.
 */
export const IS_MEMO_LINK = `t.${field('kind')} = '${CREDIT_MEMO.kind}' AND t.${field('direction')} = 'Inbound'
  AND t.${field('status')} = 'Transferred' AND t.${field('record_type')} = '${CREDIT_MEMO.recordType}'
  AND t.${field('source_kind')} <> '${CANCELLATION_KIND}'
  AND NOT EXISTS (
    SELECT 1 FROM ${TRANSFER_TYPE} n
    WHERE n.${field('connection')} = t.${field('connection')} AND n.${field('kind')} = t.${field('kind')}
      AND n.${field('platform_id')} = t.${field('platform_id')} AND n.${field('direction')} = 'Inbound' AND n.id > t.id
      AND ((n.${field('source_kind')} = '${CANCELLATION_KIND}' AND n.${field('status')} <> 'Cancelled')
        OR (n.${field('status')} = 'Transferred' AND n.${field('record_id')} <> t.${field('record_id')})))`;

/**
 * Stores that credit memos are cancelled in NetSuite, for each connection that they came from and that wants it sent: once
 * for each record, whoever notices it and however often. 20 units for each 500, and 6 for each that is stored.
 * @param mayGoOn asked before each
 * @returns how many were stored, and how many of them were looked at
 */
export function storeCancelledMemos(
  memos: readonly CancelledMemo[],
  connections: readonly ConnectionSettings[],
  by: string,
  mayGoOn: () => boolean = () => true,
): { readonly stored: number; readonly done: number } {
  const links = linksOf(
    memos.map(({ id }) => id),
    connections.map(({ key }) => key),
  );
  const linked = memos.filter(({ id }) => links.some(({ recordId }) => recordId === id));
  const transfers = transfersOfRecords({ ...CREDIT_MEMO, ids: linked.map(({ id }) => id) });
  let stored = 0;
  for (const [done, memo] of memos.entries()) {
    if (!mayGoOn()) return { stored, done };
    for (const link of links.filter(({ recordId }) => recordId === memo.id)) {
      if (storeOne(memo, link, by, transfers.get(memo.id) ?? [])) stored += 1;
    }
  }
  return { stored, done: memos.length };
}

function storeOne(
  { id, number, how }: CancelledMemo,
  link: MemoLink,
  by: string,
  known: Parameters<typeof storeChange>[1],
): boolean {
  const content = cancelledContentText({ record: id });
  return storeChange(
    {
      kind: CREDIT_MEMO.kind,
      connection: link.connection,
      platformId: link.platformId,
      customer: link.customer,
      record: { type: CREDIT_MEMO.recordType, id, number: number || link.number },
      customerName: link.customerName,
      content,
      baseline: fingerprint(content),
      stamp: null,
      by,
      what: `${how} in NetSuite`,
      isFinal: true,
      error: null,
    },
    known,
    new Date().toISOString(),
  );
}

function linksOf(ids: readonly string[], connections: readonly string[]): readonly MemoLink[] {
  if (connections.length === 0) return [];
  const rows = selectRowsIn(ids.map(Number), (chunk) =>
    selectRows(
      `SELECT ${transferColumns('t', ['record_id', 'connection', 'platform_id', 'number', 'customer', 'customer_name'])}
       FROM ${TRANSFER_TYPE} t
       WHERE t.${field('connection')} IN (${placeholders(connections)}) AND t.${field('record_id')} IN (${placeholders(chunk)})
         AND ${IS_MEMO_LINK} ORDER BY t.id`,
      [...connections, ...chunk],
    ),
  );
  const links = rows.map((row) => ({
    recordId: textOf(row, 'record_id'),
    connection: textOf(row, 'connection'),
    platformId: textOf(row, 'platform_id'),
    number: textOf(row, 'document_number'),
    customer: textOf(row, 'customer'),
    customerName: textOf(row, 'customer_name'),
  }));
  // A document has a transfer for each of its versions.
  return [...new Map(links.map((link) => [`${link.connection}|${link.recordId}|${link.platformId}`, link])).values()];
}
