import { asShown, isOneWorld, withoutHidden } from '../company/oneWorld';
import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { attachRecord, detachRecord } from '../records/attach';
import { copyRecord } from '../records/copyRecord';
import { createRecord } from '../records/createRecord';
import type { RecordData } from '../records/data';
import { deleteRecord } from '../records/deleteRecord';
import { describeRecord } from '../records/describeRecord';
import { loadRecord } from '../records/loadRecord';
import type { RecordRequests } from '../records/requests';
import { saveRecord } from '../records/saveRecord';
import { selectValue, sourceLine, sourceRecord } from '../records/sourcing';
import { submitFields } from '../records/submitFields';
import { transformRecord } from '../records/transformRecord';
import { type RecordRate, recordRate } from '../records/unitRate';
import { beforeLoadScripts, runBeforeLoad } from '../scripts/userEvent';

type Request<K extends keyof RecordRequests> = RecordRequests[K]['request'];
type Answer<K extends keyof RecordRequests> = RecordRequests[K]['answer'];

/** Units of reading a record, and of writing one, by the kind of record (section_157072844224). */
const READ: Readonly<Record<RecordRate, number>> = { transaction: 10, custom: 2, other: 5 };
const WRITE: Readonly<Record<RecordRate, number>> = { transaction: 20, custom: 4, other: 10 };

const reading = ({ type }: { readonly type: string }, account: Account): number => READ[recordRate(account, type)];
const writing = ({ type }: { readonly type: string }, account: Account): number => WRITE[recordRate(account, type)];

/** The request with the default values that the account has fields for. */
function given<R extends { readonly defaultValues: object }>(account: Account, request: R): R {
  return isOneWorld(account) ? request : { ...request, defaultValues: withoutHidden(request.defaultValues) };
}

/** A record as a script gets it: after beforeLoad of the scripts on it, where there are any. */
function read(
  account: Account,
  caller: Caller,
  event: 'create' | 'copy' | 'edit',
  record: RecordData,
): RecordData | Operation<RecordData> {
  const scripts = beforeLoadScripts(account, caller, record.type, event);
  return scripts.length === 0 ? record : runBeforeLoad(account, caller, event, scripts, record);
}

/** N/record in the account. Methods of a record that is in memory are the script side's own and cost nothing. */
export const recordCalls: CallTable = {
  'record.create': defineCall<Request<'record.create'>, Answer<'record.create'>>({
    units: reading,
    serve: (request, account, caller) =>
      read(account, caller, 'create', asShown(account, createRecord(account, caller, given(account, request)))),
  }),
  'record.load': defineCall<Request<'record.load'>, Answer<'record.load'>>({
    units: reading,
    serve: (request, account, caller) =>
      read(account, caller, 'edit', asShown(account, loadRecord(account, caller, given(account, request)))),
  }),
  'record.copy': defineCall<Request<'record.copy'>, Answer<'record.copy'>>({
    units: reading,
    serve: (request, account, caller) =>
      read(account, caller, 'copy', asShown(account, copyRecord(account, caller, given(account, request)))),
  }),
  'record.transform': defineCall<Request<'record.transform'>, Answer<'record.transform'>>({
    units: ({ toType }, account) => READ[recordRate(account, toType)],
    serve: (request, account, caller) =>
      read(account, caller, 'create', asShown(account, transformRecord(account, caller, given(account, request)))),
  }),
  'record.save': defineCall<Request<'record.save'>, Answer<'record.save'>>({
    units: ({ record }, account) => WRITE[recordRate(account, record.type)],
    serve: (request, account, caller) => saveRecord(account, caller, request),
  }),
  'record.submitFields': defineCall<Request<'record.submitFields'>, Answer<'record.submitFields'>>({
    units: reading,
    serve: (request, account, caller) => submitFields(account, caller, request),
  }),
  'record.delete': defineCall<Request<'record.delete'>, Answer<'record.delete'>>({
    units: writing,
    serve: (request, account, caller) => deleteRecord(account, caller, request),
  }),
  // Attaching and detaching cost the same for every record (section_4267284169).
  'record.attach': defineCall<Request<'record.attach'>, Answer<'record.attach'>>({
    units: 10,
    serve: (request, account, caller) => {
      attachRecord(account, caller, request);
      return null;
    },
  }),
  'record.detach': defineCall<Request<'record.detach'>, Answer<'record.detach'>>({
    units: 10,
    serve: (request, account, caller) => {
      detachRecord(account, caller, request);
      return null;
    },
  }),
  'record.describe': defineCall<Request<'record.describe'>, Answer<'record.describe'>>({
    units: 0,
    serve: ({ type }, account, caller) => describeRecord(account, caller, type),
  }),
  'record.source': defineCall<Request<'record.source'>, Answer<'record.source'>>({
    units: 0,
    serve: (request, account, caller) => asShown(account, sourceRecord(account, caller, request)),
  }),
  'record.sourceLine': defineCall<Request<'record.sourceLine'>, Answer<'record.sourceLine'>>({
    units: 0,
    serve: (request, account, caller) => sourceLine(account, caller, request),
  }),
  'record.selectValue': defineCall<Request<'record.selectValue'>, Answer<'record.selectValue'>>({
    units: 0,
    serve: (request, account, caller) => selectValue(account, caller, request),
  }),
};
