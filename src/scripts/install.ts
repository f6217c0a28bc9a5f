/**
 * Billing Connector for NetSuite: makes defaults after installation, and brings stored rows up to date after an upgrade.
 *
 * @NApiVersion 2.1
 * @NScriptType SDFInstallationScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { afterInstallation } from '../installation/install';

export const run: EntryPoints.SDFInstallation.run = ({ fromVersion }) => afterInstallation(fromVersion || null);
