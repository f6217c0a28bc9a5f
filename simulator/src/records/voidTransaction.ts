import { isPreferred } from '../company/settings';
import type { Account } from '../kernel/account';
import { NetSuiteError, notSupported } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { hasRecordType, recordContext } from './catalogue';
import { releaseJournal } from './revenue/journals';
import { hasRevenue } from './revenue/recordRevenue';
import { readRecord } from './rows';
import { checkRecordAccess } from './subsidiaryAccess';
import { voidDirectly } from './voiding/directVoid';
import { voidByJournal } from './voiding/reversingJournal';
import { voidKind } from './voiding/voidable';
import { isVoided } from './voiding/voided';

/**
 * Voids a transaction (section_4413165692). With the accounting preference Void Transactions Using Reversing Journals
 * (REVERSALVOIDING) only what can be voided by a journal can be voided at all, and is (bridgehead_N1469460); without it
 * everything is voided directly.
 *
 * Throws INVALID_RECORD_TYPE for a type that cannot be voided, THAT_RECORD_DOES_NOT_EXIST, TRANS_ALREADY_VOIDED, and
 * INSUFFICIENT_PERMISSION where the caller's role may not edit it.
 * That user events do not run is assumed.
 *
 * @returns internal id of the voided transaction, or of the voiding journal
 */
export function voidTransaction(
  account: Account,
  caller: Caller,
  request: { readonly type: string; readonly id: string },
): string {
  const type = request.type.toLowerCase();
  const kind = voidKind(type);
  const byJournal = isPreferred(account, 'REVERSALVOIDING');
  if (kind === null || kind === 'none' || kind === (byJournal ? 'direct' : 'journal')) throw notVoidable(request.type);
  if (!hasRecordType(account, type)) throw notSupported(`voiding transactions of type ${request.type}`);
  requireRecordPermission(account, caller.user, type, 'edit');
  const context = recordContext(account, caller, type);
  const row = account.store.get<{ recordtype: string }>('SELECT recordtype FROM "transaction" WHERE id = ?', [
    /^\d+$/.test(request.id) ? Number(request.id) : -1,
  ]);
  if (row?.recordtype !== type) {
    throw new NetSuiteError('THAT_RECORD_DOES_NOT_EXIST', 'That record does not exist.');
  }
  if (isVoided(context, context.type, request.id)) {
    throw new NetSuiteError('TRANS_ALREADY_VOIDED', 'This transaction has already been voided.');
  }
  return account.store.transaction(() => {
    const stored = readRecord(context, context.type, request.id);
    checkRecordAccess(context, stored, 'edit');
    if (byJournal && hasRevenue(account, Number(request.id))) {
      throw notSupported('voiding by a journal what has deferred revenue');
    }
    if (byJournal) releaseJournal(account, Number(request.id));
    if (byJournal) return voidByJournal(context, stored);
    voidDirectly(context, stored);
    return request.id;
  });
}

function notVoidable(type: string): NetSuiteError {
  return new NetSuiteError('INVALID_RECORD_TYPE', `Transactions of type ${type} cannot be voided.`);
}
