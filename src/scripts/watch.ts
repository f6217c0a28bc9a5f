/**
 * Billing Connector for NetSuite: tells people when documents stand still, and sends the daily digest.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { watchTransfers } from '../transfers/watch/watch';

export const execute: EntryPoints.Scheduled.execute = () => watchTransfers(Date.now());
