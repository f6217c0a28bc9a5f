/**
 * Billing Connector for NetSuite: what people do with transfers (retry, hold, release, cancel, mark, edit).
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { jsonResponse } from '../netsuite/jsonResponse';
import { operate } from '../transfers/operations/operate';
import { type ProgressParameters, showProgress } from '../transfers/operations/progress';

export const post: EntryPoints.RESTlet.post<object, object> = (body) => jsonResponse(operate(body));

export const get: EntryPoints.RESTlet.get<ProgressParameters, object> = (parameters) =>
  jsonResponse(showProgress(parameters ?? {}));
