/**
 * Billing Connector for NetSuite: notices that a credit memo was voided or deleted, for the platform that it came from.
 *
 * @NApiVersion 2.1
 * @NScriptType UserEventScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { creditMemoSaved } from '../transfers/outbound/creditMemoEvent';

export const afterSubmit: EntryPoints.UserEvent.afterSubmit = (context) => creditMemoSaved(context);
