import * as log from 'N/log';
import * as runtime from 'N/runtime';
import type { EntryPoints } from 'N/types';
import { callerName, mayPost } from '../../netsuite/callers';
import { scriptError } from '../../netsuite/scriptErrors';
import { STAMP_FIELDS } from '../../posting/recordGroups';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { submitRun } from '../runs/submit';
import { storeCustomers, storeDeletedCustomers, transfersOfCustomers } from './customers';
import { isBeingPosted } from './recordTransfers';

type SavedCustomer = Pick<EntryPoints.UserEvent.afterSubmitContext, 'type' | 'newRecord' | 'oldRecord'>;

/** Contexts in which the connector itself saves customers. */
const OWN_CONTEXTS: readonly string[] = ['MAPREDUCE', 'RESTLET'];

/**
 * Stores a customer's change as it is saved, and starts sending. It returns at once where the connector never wrote the
 * customer, or wrote it in this very save (its stamp changes). Costs 10 units for a customer of no connection, 20 for one
 * whose connections send no edits, else about 60. Whatever goes wrong is logged and nothing more: the user's save stands,
 * and the sweep finds the change.
 */
export function customerSaved(context: SavedCustomer): void {
  try {
    noticeCustomer(context);
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({
      title: `Change of customer ${context.newRecord?.id ?? ''} not stored; the sweep will find it`,
      details: `${code}: ${message}`,
    });
  }
}

function noticeCustomer({ type, newRecord, oldRecord }: SavedCustomer): void {
  const before = stampOf(oldRecord);
  // In an inline edit the new record holds only what was changed.
  const stamp = stampOf(newRecord) || before;
  if (stamp === '' || stamp !== before) return;
  const id = String(newRecord.id);
  const transfers = transfersOfCustomers([id]);
  if ((transfers.get(id) ?? []).length === 0) return;
  const connections = connectionsThatSend();
  if (connections.length === 0) return;
  const by = `${callerName()} (${runtime.executionContext})`;
  if (String(type) === 'delete') {
    const number = String(oldRecord?.getValue({ fieldId: 'entityid' }) ?? id);
    storeDeletedCustomers([{ id, number }], transfers, connections, by);
    return;
  }
  if (isOwnSaveAgain(stamp)) return;
  const { stored } = storeCustomers([{ id, stamp: Number(stamp) }], transfers, connections, by);
  if (stored > 0 && mayPost()) submitRun('customscript_obc_publish');
}

/** The connections that want customers' edits sent. */
export function connectionsThatSend(): readonly ConnectionSettings[] {
  return [...loadConnections().values()].filter(({ sends }) => sends.customerEdits);
}

/**
 * A transfer that died after its save is tried again and saves with the same stamp. As long as it is not finished, a save
 * in a context of the connector counts as its own; another program's edit in that moment is found by the sweep.
 */
function isOwnSaveAgain(stamp: string): boolean {
  return OWN_CONTEXTS.includes(String(runtime.executionContext)) && isBeingPosted(Number(stamp));
}

function stampOf(customer: SavedCustomer['oldRecord'] | undefined | null): string {
  const value = customer?.getValue({ fieldId: STAMP_FIELDS.customer });
  return value === undefined || value === null ? '' : String(value);
}
