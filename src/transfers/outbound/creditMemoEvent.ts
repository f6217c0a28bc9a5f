import * as log from 'N/log';
import * as runtime from 'N/runtime';
import type { EntryPoints } from 'N/types';
import { callerName, mayPost } from '../../netsuite/callers';
import { scriptError } from '../../netsuite/scriptErrors';
import { STAMP_FIELDS } from '../../posting/recordGroups';
import { loadConnections } from '../../settings/load';
import { submitRun } from '../runs/submit';
import { voidedAmong } from './creditMemoQueries';
import { storeCancelledMemos } from './creditMemos';

type SavedMemo = Pick<EntryPoints.UserEvent.afterSubmitContext, 'type' | 'newRecord' | 'oldRecord'>;

/**
 * Stores, as it is saved, that a credit memo was voided or deleted, and starts sending. It returns at once where the
 * connector never wrote the credit memo, or wrote it in this very save (its stamp changes). No units for a credit memo of
 * nobody, 10 to 20 for another edit, else about 60. Whatever goes wrong is logged and nothing more: the user's save stands,
 * and the sweep finds it.
 */
export function creditMemoSaved(context: SavedMemo): void {
  try {
    noticeMemo(context);
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({
      title: `Cancellation of credit memo ${context.newRecord?.id ?? ''} not stored; the sweep will find it`,
      details: `${code}: ${message}`,
    });
  }
}

function noticeMemo({ type, newRecord, oldRecord }: SavedMemo): void {
  const before = valueOf(oldRecord, STAMP_FIELDS.transaction);
  // In an inline edit the new record holds only what was changed.
  const stamp = valueOf(newRecord, STAMP_FIELDS.transaction) || before;
  if (stamp === '' || stamp !== before) return;
  const connections = [...loadConnections().values()].filter(({ sends }) => sends.creditMemoCancellations);
  if (connections.length === 0) return;
  const id = String(newRecord.id);
  const isDeleted = String(type) === 'delete';
  if (!isDeleted && voidedAmong([id]).length === 0) return;
  const memo = { id, number: valueOf(oldRecord, 'tranid'), how: isDeleted ? 'deleted' : 'voided' } as const;
  const { stored } = storeCancelledMemos([memo], connections, `${callerName()} (${runtime.executionContext})`);
  if (stored > 0 && mayPost()) submitRun('customscript_obc_publish');
}

function valueOf(memo: SavedMemo['oldRecord'] | undefined | null, fieldId: string): string {
  const value = memo?.getValue({ fieldId });
  return value === undefined || value === null ? '' : String(value);
}
