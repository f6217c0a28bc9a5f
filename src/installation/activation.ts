import * as record from 'N/record';
import * as runtime from 'N/runtime';
import { CONNECTION_TYPE, connectionField } from '../settings/fields';
import { loadConnections } from '../settings/load';

/**
 * Activates the connections that were never active in any account: 10 units, and 2 for each. One that was active in
 * another account came here in a copy, and stays passive until somebody activates it.
 */
export function activateNewConnections(): void {
  for (const settings of loadConnections().values()) {
    if (settings.activatedIn !== '') continue;
    record.submitFields({
      type: CONNECTION_TYPE,
      id: settings.recordId,
      values: { [connectionField('account')]: runtime.accountId },
    });
  }
}
