/**
 * Billing Connector for NetSuite: takes documents of billing platforms and answers what became of them.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { jsonResponse } from '../netsuite/jsonResponse';
import { acceptRequest } from '../transfers/acceptance/accept';
import { type LookupParameters, lookUp } from '../transfers/lookup';
import { withdraw } from '../transfers/withdraw';

export const post: EntryPoints.RESTlet.post<object, object> = (body) => jsonResponse(acceptRequest(body));

export const put: EntryPoints.RESTlet.put<object, object> = (body) => jsonResponse(acceptRequest(body));

export const get: EntryPoints.RESTlet.get<LookupParameters, object> = (parameters) =>
  jsonResponse(lookUp(parameters ?? {}));

const remove: EntryPoints.RESTlet.delete_<LookupParameters, object> = (parameters) =>
  jsonResponse(withdraw(parameters ?? {}));

export { remove as delete };
