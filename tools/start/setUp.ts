import { jsonOf } from '../client/answer';
import type { NetSuiteClient, Restlet } from '../client/netSuiteClient';

export const settingsRestlet: Restlet = {
  script: 'customscript_obc_settings',
  deployment: 'customdeploy_obc_settings',
};

/** Answer of the settings RESTlet. */
interface SettingsAnswer {
  readonly outcome: 'saved' | 'rejected';
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: string }[];
}

/**
 * The demo company's tax schedule Not Taxable: the platforms compute the tax, and NetSuite adds none. Tax schedules have
 * no names that SuiteQL could look up.
 */
const taxSchedule = { id: '2' };

/** Items that stand for taxes: their name, the account to which they post, the tax codes of the platforms. */
const taxItems = [
  { name: 'Sales Tax', account: '2200', nue: ['US-CA-SF'], zuora: ['CA-STATE', 'CA-LOCAL'] },
  { name: 'VAT Germany', account: '2210', nue: ['DE-VAT-19'], zuora: ['VAT-DE-19'] },
  { name: 'VAT United Kingdom', account: '2220', nue: ['GB-VAT-20'], zuora: ['VAT-GB-20'] },
] as const;

const settings = {
  defaultSubsidiary: { name: 'Northwind Analytics' },
  receivablesAccount: { name: 'Accounts Receivable' },
  taxSchedule,
  incomeAccounts: {
    subscription: { name: 'Revenue : Subscription Revenue' },
    entitlement: { name: 'Revenue : Support Revenue' },
    asset: { name: 'Revenue : Hardware Revenue' },
    charge: { name: 'Revenue : Usage Revenue' },
  },
  inventoryAccounts: { costOfGoodsSold: { name: 'Cost of Goods Sold' }, asset: { name: 'Inventory Asset' } },
  itemName: 'Use Source Name',
  numbering: {
    customer: 'Use Number From Source Record',
    transaction: 'Use Number From Source Record',
  },
};

/**
 * Does what an administrator does after installation: makes the items that stand for taxes, chooses accounts for both
 * connections, and maps the platforms' tax codes.
 * @param client acts in a role that may do all this
 */
export async function setUp(client: NetSuiteClient): Promise<void> {
  const items = await createTaxItems(client);
  for (const connection of ['nue', 'zuora'] as const) {
    const mappings = taxItems.flatMap((tax) =>
      tax[connection].map((source) => ({ kind: 'Tax Item', source, value: { id: items.get(tax.name) } })),
    );
    const answer = await client.callRestlet(settingsRestlet, 'PUT', { body: { connection, settings, mappings } });
    const { outcome, problems } = jsonOf<SettingsAnswer>(answer);
    if (outcome !== 'saved') {
      const list = problems.map((problem) => `  ${problem.path}: ${problem.message}`).join('\n');
      throw new Error(`The settings of ${connection} were refused:\n${list}`);
    }
  }
}

/** Internal ids of the tax items by name. */
async function createTaxItems(client: NetSuiteClient): Promise<Map<string, string>> {
  const accounts = new Map(
    (await client.suiteql('SELECT id, acctnumber FROM account')).map((row) => [row.acctnumber, row.id]),
  );
  const [root] = await client.suiteql('SELECT id FROM subsidiary WHERE parent IS NULL');
  const ids = new Map<string, string>();
  for (const { name, account } of taxItems) {
    const id = await client.createRecord('nonInventorySaleItem', {
      itemId: name,
      subsidiary: { items: [{ id: root?.id }] },
      includeChildren: true,
      incomeAccount: { id: accounts.get(account) },
      taxSchedule,
    });
    ids.set(name, id);
  }
  return ids;
}
