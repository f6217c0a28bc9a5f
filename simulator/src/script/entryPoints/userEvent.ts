import type { UserEventInput, UserEventOutput } from '../../kernel/entryPoints';
import type { Wire } from '../../kernel/wire';
import type { RecordData } from '../../records/data';
import { Form } from '../modules/ui/form';
import { RecordForm } from '../record/recordForm';
import { ScriptRecord } from '../record/scriptRecord';
import { callEntryPoint, type EntryPointKind } from './entryPoint';

/** `context.UserEventType` (section_4407992596). */
const UserEventType = Object.freeze({
  APPROVE: 'approve',
  CANCEL: 'cancel',
  CHANGEPASSWORD: 'changepassword',
  COPY: 'copy',
  CREATE: 'create',
  DELETE: 'delete',
  DROPSHIP: 'dropship',
  EDIT: 'edit',
  EDITFORECAST: 'editforecast',
  EMAIL: 'email',
  MARKCOMPLETE: 'markcomplete',
  ORDERITEMS: 'orderitems',
  PACK: 'pack',
  PAYBILLS: 'paybills',
  PRINT: 'print',
  QUICKVIEW: 'quickview',
  REASSIGN: 'reassign',
  REJECT: 'reject',
  SHIP: 'ship',
  SPECIALORDER: 'specialorder',
  TRANSFORM: 'transform',
  VIEW: 'view',
  XEDIT: 'xedit',
});

/** `beforeLoad`, `beforeSubmit` and `afterSubmit` of a user event script (section_4407991781). */
export const userEventEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input) => {
    const { type, newRecord, oldRecord, form } = input as unknown as UserEventInput;
    // The record objects work on this data itself, so that afterwards it is what the script made of it.
    const changed = newRecord as unknown as RecordData | null;
    const page = form === null ? null : new RecordForm(form.title, changed?.type ?? '');
    const context = {
      type,
      UserEventType,
      newRecord: changed === null ? null : new ScriptRecord(changed),
      oldRecord: oldRecord === null ? null : new ScriptRecord(oldRecord as unknown as RecordData),
      ...(page === null ? {} : { form: page }),
    };
    return callEntryPoint(script, entryPoint, context, () => {
      const output: UserEventOutput = {
        newRecord: changed as unknown as Wire,
        form: page === null ? null : (Form.data(page) as unknown as Wire),
      };
      return output as unknown as Wire;
    });
  },
};
