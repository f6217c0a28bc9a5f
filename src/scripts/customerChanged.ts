/**
 * Billing Connector for NetSuite: notices that a customer was changed, for the platform that it came from.
 *
 * @NApiVersion 2.1
 * @NScriptType UserEventScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { customerSaved } from '../transfers/outbound/customerEvent';

export const afterSubmit: EntryPoints.UserEvent.afterSubmit = (context) => customerSaved(context);
