/**
 * Billing Connector for NetSuite: the transaction hub.
 *
 * @NApiVersion 2.1
 * @NScriptType Suitelet
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { showHub } from '../screens/hub/page';

export const onRequest: EntryPoints.Suitelet.onRequest = ({ request, response }) =>
  response.writePage(showHub(request.parameters));
