const hub = '/app/site/hosting/scriptlet.nl?script=customscript_obc_hub&deploy=customdeploy_obc_hub';

/** Path of the transaction hub in a local account: logs in as an accountant first, and then leads to the hub. */
export const hubAddress = `/simulator/login?role=customrole_obc_accountant&next=${encodeURIComponent(hub)}`;
