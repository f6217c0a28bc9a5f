import type { Caller } from '../../kernel/execution';
import type { Operation } from '../../kernel/operation';
import { recordDefinition, recordType } from '../../records/catalogue';
import { createRecord } from '../../records/createRecord';
import type { RecordData } from '../../records/data';
import { deleteRecord } from '../../records/deleteRecord';
import { loadRecord } from '../../records/loadRecord';
import { saveRecord } from '../../records/saveRecord';
import { transformRecord } from '../../records/transformRecord';
import { quoted } from '../../store/schema/table';
import { type Incoming, originOf } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { RECORD_PATH, type RestAddress, restAddress } from './address';
import { requestBody } from './body';
import { restName } from './names';
import { range } from './paging';
import { RestProblem } from './problem';
import { links, type ReadContext, recordJson, sublistJson } from './readRecord';
import { applyBody } from './writeRecord';

/** `/services/rest/record/v1/...` of SuiteTalk REST web services, for every record type that the account has. */
export async function serveRecord(served: Served, caller: Caller, request: Incoming): Promise<Outgoing> {
  const { account } = served;
  const address = restAddress(account, request.path);
  const base = `${originOf(request)}${RECORD_PATH}`;
  const isExpanded = request.query.get('expandSubResources') === 'true';
  const context: ReadContext = { account, base, isExpanded };
  switch (request.method) {
    case 'GET':
      if (request.query.has('q'))
        throw new RestProblem(400, 'SIMULATOR_NOT_SUPPORTED', 'The simulator does not support the parameter q.');
      return address.id === null && address.externalId === null
        ? json(200, collection(context, address.type, request.query))
        : json(200, one(context, caller, address));
    case 'POST':
    case 'PATCH':
    case 'PUT': {
      const type = await served.perform(write(context, caller, address, request));
      return { status: 204, headers: [['Location', `${base}/${restName(type.type)}/${type.id}`]] };
    }
    case 'DELETE':
      await served.perform(deleteRecord(account, caller, { type: address.type, id: existing(address, request) }));
      return { status: 204 };
    default:
      throw new RestProblem(405, 'INVALID_METHOD', `The method ${request.method} is not supported.`);
  }
}

/** Addresses of a type's records (section_159894563219), a page of them. */
function collection({ account, base }: ReadContext, type: string, query: URLSearchParams) {
  const { table, where } = recordType(account, type);
  const { limit, offset } = range(query);
  const condition = where ? `WHERE ${where}` : '';
  const total =
    account.store.get<{ count: number }>(`SELECT COUNT(*) AS count FROM ${quoted(table)} ${condition}`)?.count ?? 0;
  const rows = account.store.all<{ id: number }>(
    `SELECT id FROM ${quoted(table)} ${condition} ORDER BY id LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  const address = `${base}/${restName(type)}`;
  return {
    links: links(address),
    count: rows.length,
    hasMore: offset + rows.length < total,
    items: rows.map(({ id }) => ({ links: links(`${address}/${id}`), id: String(id) })),
    offset,
    totalResults: total,
  };
}

/** A record, or one of its sublists. */
function one(context: ReadContext, caller: Caller, address: RestAddress) {
  const id = existing(address, null);
  const data = loadRecord(context.account, caller, { type: address.type, id, isDynamic: false, defaultValues: {} });
  if (address.part === null) return recordJson(context, data);
  const sublist = recordDefinition(context.account, data.type).sublists.get(address.part);
  if (!sublist) throw new RestProblem(404, 'INVALID_URL', `The record has no sublist ${address.part}.`);
  const lines = data.sublists[sublist.id] ?? [];
  return sublistJson(context, sublist, lines, `${context.base}/${restName(data.type)}/${id}/${restName(sublist.id)}`);
}

/** Creates (POST), updates (PATCH), upserts by external id (PUT) or transforms a record. */
function* write(
  { account }: ReadContext,
  caller: Caller,
  address: RestAddress,
  request: Incoming,
): Operation<{ readonly type: string; readonly id: string }> {
  const body = requestBody(request);
  const replaced = new Set((request.query.get('replace') ?? '').toLowerCase().split(',').filter(Boolean));
  const data = target();
  applyBody(account, data, body, replaced);
  const id = yield* saveRecord(account, caller, { record: data, enableSourcing: true, ignoreMandatoryFields: false });
  return { type: data.type, id };

  function target(): RecordData {
    const { type } = address;
    if (request.method === 'POST') {
      if (address.transformTo !== null) {
        const from = { fromType: type, fromId: existing(address, request), toType: address.transformTo };
        return transformRecord(account, caller, { ...from, isDynamic: false, defaultValues: {} });
      }
      if (address.id !== null || address.externalId !== null) throw wrongMethod(request);
      return createRecord(account, caller, { type, isDynamic: false, defaultValues: {} });
    }
    if (request.method === 'PUT' && address.externalId === null) throw wrongMethod(request);
    if (request.method === 'PUT' && address.id === null) {
      const made = createRecord(account, caller, { type, isDynamic: false, defaultValues: {} });
      made.fields.externalid = address.externalId;
      made.changedFields.push('externalid');
      return made;
    }
    return loadRecord(account, caller, { type, id: existing(address, request), isDynamic: false, defaultValues: {} });
  }
}

function existing(address: RestAddress, request: Incoming | null): string {
  if (address.id !== null) return address.id;
  const place = request ? { url: request.path } : {};
  throw new RestProblem(
    404,
    'NONEXISTENT_ID',
    'The record instance does not exist. Provide a valid record instance ID.',
    place,
  );
}

function wrongMethod(request: Incoming): RestProblem {
  return new RestProblem(405, 'INVALID_METHOD', `The method ${request.method} is not supported for this address.`);
}
