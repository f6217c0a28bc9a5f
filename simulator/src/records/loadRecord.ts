import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { recordContext } from './catalogue';
import { refuseForbidden, setDefaultValues } from './createRecord';
import type { RecordData } from './data';
import { isAliasOf } from './families';
import type { LoadRequest } from './requests';
import { noSuchRecord, readRecord } from './rows';
import { checkRecordAccess } from './subsidiaryAccess';
import { fillTexts } from './texts';

/**
 * A stored record (section_4267258486). Throws RCRD_DSNT_EXIST, or SSS_RECORD_TYPE_MISMATCH where the id belongs to a
 * record of another type of the same group, or INSUFFICIENT_PERMISSION where the caller's role may not see it.
 */
export function loadRecord(account: Account, caller: Caller, request: LoadRequest): RecordData {
  const type = storedType(account, request.type, request.id);
  const context = recordContext(account, caller, type);
  requireRecordPermission(account, caller.user, type, 'view');
  refuseForbidden(context.type, 'load');
  const data = readRecord(context, context.type, request.id);
  checkRecordAccess(context, data, 'view');
  data.isDynamic = request.isDynamic;
  fillTexts(context, data);
  setDefaultValues(context, data, request.defaultValues);
  return data;
}

/**
 * Type of the record that has the id: items are loaded by a family's name (`noninventoryitem`) or by any of its types,
 * transactions by their own type only.
 */
export function storedType(account: Account, type: string, id: string): string {
  const asked = type.toLowerCase();
  const table = recordTableOf(asked);
  if (table === null || !/^-?\d+$/.test(id)) return asked;
  const row = account.store.get<{ recordtype: string }>(`SELECT recordtype FROM "${table}" WHERE id = ?`, [Number(id)]);
  if (row === null) {
    if (table === 'item') throw noSuchRecord(asked, id);
    return asked;
  }
  if (row.recordtype === asked || isAliasOf(asked, row.recordtype)) return row.recordtype;
  throw new NetSuiteError(
    'SSS_RECORD_TYPE_MISMATCH',
    `The record you are attempting to load has a different type: ${row.recordtype} from the type specified: ${asked}.`,
  );
}

function recordTableOf(type: string): 'item' | 'transaction' | null {
  if (type.endsWith('item') && type !== 'salestaxitem') return 'item';
  return TRANSACTIONS.has(type) ? 'transaction' : null;
}

const TRANSACTIONS = new Set(
  `invoice creditmemo customerpayment customerrefund customerdeposit depositapplication cashsale cashrefund salesorder
  returnauthorization journalentry deposit estimate itemfulfillment itemreceipt
  inventoryadjustment`.split(/\s+/),
);
