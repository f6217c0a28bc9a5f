/**
 * Billing Connector for NetSuite: reads and changes the settings and mappings of a connection.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { jsonResponse } from '../netsuite/jsonResponse';
import { platformNames } from '../platforms/names';
import { showSettings } from '../settings/show';
import { changeSettingsAndResume } from '../transfers/operations/settingsChanged';

export const get: EntryPoints.RESTlet.get<{ readonly connection: string }, object> = (parameters) =>
  jsonResponse(showSettings(parameters?.connection));

export const put: EntryPoints.RESTlet.put<object, object> = (body) =>
  jsonResponse(changeSettingsAndResume(body, platformNames()));
