import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { recordContext } from './catalogue';
import { refuseForbidden, setDefaultValues } from './createRecord';
import type { RecordData } from './data';
import { storedType } from './loadRecord';
import type { LoadRequest } from './requests';
import { readRecord } from './rows';
import { checkRecordAccess } from './subsidiaryAccess';
import { fillTexts } from './texts';

/**
 * A new record with the values of a stored one, not stored yet (section_4267258260). Its external id, its number and
 * what is computed are its own. The caller's role has to be one that may create such records.
 */
export function copyRecord(account: Account, caller: Caller, request: LoadRequest): RecordData {
  const context = recordContext(account, caller, storedType(account, request.type, request.id));
  requireRecordPermission(account, caller.user, context.type.id, 'create');
  refuseForbidden(context.type, 'copy');
  refuseForbidden(context.type, 'create');
  const data = readRecord(context, context.type, request.id);
  checkRecordAccess(context, data, 'view');
  data.id = null;
  data.version = null;
  data.isDynamic = request.isDynamic;
  data.fields.externalid = null;
  context.type.prepareCopy?.(context, data);
  fillTexts(context, data);
  setDefaultValues(context, data, request.defaultValues);
  return data;
}
