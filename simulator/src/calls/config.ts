import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import type { Caller } from '../kernel/execution';
import { LEVEL_OF, type PermissionAction } from '../permissions/levels';
import { requirePermission } from '../permissions/require';
import { loadConfiguration, saveConfiguration } from '../records/configuration';
import type { RecordData } from '../records/data';

/**
 * The setup permission of a configuration page. NetSuite's words are known for the company information, `'Set Up Company'`;
 * the others are those whose pages they are (NetSuitePermissionsUsage, section_N326485).
 */
const PAGE_PERMISSIONS: Readonly<Record<string, string>> = {
  accountingpreferences: 'ADMI_ACCTSETUP',
  companyfeatures: 'ADMI_ENABLEFEATURES',
  companyinformation: 'ADMI_SETUPCOMPANY',
  companypreferences: 'ADMI_SETUPCOMPANY',
};

/** N/config in the account: 10 units to load a page (section_157072844224), as much as any other record to save it. */
export const configCalls: CallTable = {
  'config.load': defineCall<{ readonly type: string }, RecordData>({
    units: 10,
    serve: ({ type }, account, caller) => {
      permit(account, caller, type, 'view');
      return loadConfiguration(account, type);
    },
  }),
  'config.save': defineCall<{ readonly record: RecordData }, null>({
    units: 10,
    serve: ({ record }, account, caller) => {
      permit(account, caller, record.type, 'edit');
      saveConfiguration(account, record);
      return null;
    },
  }),
};

function permit(account: Account, { user }: Caller, page: string, action: PermissionAction): void {
  const permission = PAGE_PERMISSIONS[page.toLowerCase()];
  if (permission) requirePermission(account, user, permission, LEVEL_OF[action]);
}
