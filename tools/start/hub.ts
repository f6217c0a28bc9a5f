const hub = '/app/site/hosting/scriptlet.nl?script=customscript_obc_hub&deploy=customdeploy_obc_hub';

/**
 * Path of the transaction hub in a local account: logs in as an accountant first, and then leads to the hub.
 * @param filter of the hub's own parameters, for example `{ kind: 'invoice' }`
 */
export function hubAddress(filter: Readonly<Record<string, string>> = {}): string {
  const parameters = Object.entries(filter).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
  return `/simulator/login?role=customrole_obc_accountant&next=${encodeURIComponent(hub + parameters.join(''))}`;
}
