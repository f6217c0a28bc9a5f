import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage, Switch } from '../../harness/case';
import { customRecord } from '../../harness/scripts';
import { type ClerkSetup, clerkOf, lacks, lacksLevel, office } from './clerk';

const without = (file: string, find: string, replace: string): Switch => ({ file, find, replace });
const MADE = "return customer({ companyname: 'Acme', subsidiary: 1 });";
const COUNT = (table: string, provider = ''): string =>
  `return query.runSuiteQL({ query: 'SELECT COUNT(*) AS n FROM ${table}'${provider} }).asMappedResults()[0].n;`;
const failed = (code: string): string => `return failed(function () { ${code} });`;

export const permissionList: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N2879931',
  title: 'Setting Up a Permissions List for a Custom Record Type',
  cases: [
    {
      id: 'custom-record-empty-list',
      rule: 'A type without entries on its permission list is open to whoever has Custom Record Entries.',
      without: without(
        'src/permissions/customRecords.ts',
        'if (entries.length === 0 && ofRoles.length === 0) {',
        'if (false) {',
      ),
      run: async (api) => {
        const objects = [customRecord('thing', {}, '<accesstype>USEPERMISSIONLIST</accesstype>')];
        const { asClerk } = await office(api, { objects, permissions: { LIST_CUSTRECORDENTRY: 'CREATE' } });
        equal(await asClerk(failed("record.create({ type: 'customrecord_thing' });")), 'nothing');
      },
    },
  ],
};

export const customRecordSearches: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N2880332',
  title: 'Limiting Search Access to Custom Records',
  cases: [
    {
      id: 'custom-record-list-does-not-restrict-searches',
      rule: 'The permission list of a custom record type does not apply to searches.',
      without: without('src/permissions/searches.ts', '!custom.usesList && ', ''),
      run: async (api) => {
        const list = `<permissions><permission><permittedlevel>FULL</permittedlevel>
          <permittedrole>ACCOUNTANT</permittedrole></permission></permissions>`;
        const objects = [customRecord('thing', {}, `<accesstype>USEPERMISSIONLIST</accesstype>${list}`)];
        const { asClerk } = await office(api, { objects });
        const code = failed("search.create({ type: 'customrecord_thing' }).run().getRange({ start: 0, end: 1 });");
        equal(await asClerk(code), 'nothing');
      },
    },
  ],
};

export const queriesAndPermissions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_157960542026',
  title: 'query.runSuiteQL(options)',
  cases: [
    {
      id: 'suiteql-fails-without-permission',
      rule: 'A query fails that reads a record for which the role lacks the permission.',
      without: without(
        'src/query/tables/exposed.ts',
        "exposure !== 'all' && !maySeeTable(account, user, name)",
        'false',
      ),
      run: async (api) => {
        const { asClerk } = await office(api);
        const answer = await asClerk(failed(COUNT('term').replace('return ', '')));
        equal(answer, "SSS_SEARCH_ERROR_OCCURRED: Search error occurred: Record 'term' was not found.");
      },
    },
    {
      id: 'suiteql-static-gives-no-data',
      rule: 'With metaDataProvider STATIC a query without the permission succeeds and gives no data.',
      without: without('src/query/tables/exposed.ts', "rows: 'FALSE'", "rows: 'TRUE'"),
      run: async (api) => {
        const { asClerk } = await office(api);
        equal(await asClerk(COUNT('term', ", metaDataProvider: 'STATIC'")), 0);
      },
    },
  ],
};

export const recordsCatalog: ConformancePage = {
  paragraph: 'Saying no',
  page: 'article_159376859035',
  title: 'SuiteScript and REST Query API in Records Catalog',
  cases: [
    {
      id: 'suiteql-transactions-need-find-transaction',
      rule: 'The table transaction needs the permission Find Transaction.',
      without: without(
        'src/permissions/tables.ts',
        "return table.includes('transaction') ? 'TRAN_FIND' : null;",
        "return 'ADMI_CUSTOMSCRIPT';",
      ),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { TRAN_CUSTINVC: 'FULL' } });
        const answer = String(await asClerk(failed(COUNT('transaction').replace('return ', ''))));
        holds(answer.endsWith("Record 'transaction' was not found."), answer);
      },
    },
    {
      id: 'suiteql-table-permission',
      rule: 'The table accountingperiod needs the permission Manage Accounting Periods.',
      without: without(
        'src/permissions/tables.ts',
        "accountingperiod: 'ADMI_ACCTPERIODS'",
        "accountingperiod: 'LIST_ACCOUNT'",
      ),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_ACCOUNT: 'FULL' } });
        const answer = String(await asClerk(failed(COUNT('accountingperiod').replace('return ', ''))));
        holds(answer.endsWith("Record 'accountingperiod' was not found."), answer);
      },
    },
  ],
};

const SUBMIT = "task.create({ taskType: 'MAP_REDUCE', scriptId: 'customscript_none' }).submit();";
const SUBMITS = { LIST_FILECABINET: 'VIEW', ADMI_SS_SCHEDULING: 'FULL' };

export const processors: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_1506357231',
  title: 'SuiteCloud Processors Basic Architecture',
  cases: [
    {
      id: 'submit-needs-documents-and-files',
      rule: 'The role that submits a script needs the permission Documents and Files.',
      without: without('src/calls/task.ts', '  LIST_FILECABINET: PERMISSION_LEVELS.VIEW,\n', ''),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { ...SUBMITS, LIST_FILECABINET: 'NONE' } });
        equal(await asClerk(failed(SUBMIT)), lacks('Lists -> Documents and Files'));
      },
    },
    {
      id: 'submit-needs-scheduling-in-full',
      rule: 'The role that submits a script needs SuiteScript Scheduling at the level Full.',
      without: without(
        'src/calls/task.ts',
        'ADMI_SS_SCHEDULING: PERMISSION_LEVELS.FULL,',
        'ADMI_SS_SCHEDULING: PERMISSION_LEVELS.EDIT,',
      ),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { ...SUBMITS, ADMI_SS_SCHEDULING: 'EDIT' } });
        equal(await asClerk(failed(SUBMIT)), lacksLevel('SuiteScript Scheduling'));
      },
    },
  ],
};

const READ_ONLY =
  'INSUFFICIENT_PERMISSION: Permission Violation: The restrictions on your role do not allow you to modify this record.';
const DENIED =
  'INSUFFICIENT_PERMISSION: Permission Violation: The subsidiary restrictions on your role deny you access to this record.';

/** What the clerk meets who works with a customer of a subsidiary other than the clerk's own. */
async function withForeignCustomer(api: Api, role: string, code: (id: string) => string, more: ClerkSetup = {}) {
  const setup: ClerkSetup = { permissions: { LIST_CUSTJOB: 'FULL' }, ...more, role };
  const { site, asAdministrator, asClerk } = await office(api, setup);
  const { id: clerk } = await clerkOf(site);
  const [other] = await site.account.suiteql(
    'SELECT MAX(id) AS id FROM subsidiary WHERE id <> (SELECT subsidiary FROM employee WHERE id = ?)',
    [Number(clerk)],
  );
  const id = await asAdministrator(MADE.replace('subsidiary: 1', `subsidiary: ${other?.id}`));
  return { site, asAdministrator, asClerk, other: String(other?.id), answer: await asClerk(code(String(id))) };
}

const LOADS = (id: string): string => failed(`load('customer', ${id});`);

export const subsidiaryRestrictions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'bridgehead_N286421',
  title: 'Restricting Role Access to Subsidiaries (OneWorld Only)',
  cases: [
    {
      id: 'role-user-subsidiary',
      rule: 'With User Subsidiary a role reaches the records of the user’s own subsidiary alone.',
      without: without('src/permissions/subsidiaries.ts', "case 'OWN':", "case 'NEVER':"),
      run: async (api) => {
        const { answer } = await withForeignCustomer(api, '<subsidiaryoption>OWN</subsidiaryoption>', LOADS);
        equal(answer, DENIED);
      },
    },
    {
      id: 'role-all-subsidiaries',
      rule: 'With All a role reaches the records of every subsidiary.',
      without: without(
        'src/permissions/subsidiaries.ts',
        '    default:\n      return null;',
        '    default:\n      return [];',
      ),
      run: async (api) => {
        const { answer } = await withForeignCustomer(api, '<subsidiaryoption>ALL</subsidiaryoption>', LOADS);
        equal(answer, 'nothing');
      },
    },
    {
      id: 'role-active-subsidiaries',
      rule: 'With Active a role does not reach records of inactive subsidiaries.',
      without: without(
        'src/permissions/subsidiaries.ts',
        "SELECT id FROM subsidiary WHERE isinactive <> 'T'",
        'SELECT id FROM subsidiary',
      ),
      run: async (api) => {
        const found = await withForeignCustomer(
          api,
          '<subsidiaryoption>ALLACTIVE</subsidiaryoption>',
          (id) => `${LOADS(id)}`,
        );
        equal(found.answer, 'nothing');
        found.site.account.account.store.run("UPDATE subsidiary SET isinactive = 'T' WHERE id = ?", [
          Number(found.other),
        ]);
        const [customer] = await found.site.account.suiteql('SELECT MAX(id) AS id FROM customer');
        equal(await found.asClerk(LOADS(String(customer?.id))), DENIED);
      },
    },
    {
      id: 'role-cross-subsidiary-viewing',
      rule: 'Allow Cross-Subsidiary Record Viewing lets records of other subsidiaries be seen and not edited.',
      without: without('src/permissions/subsidiaries.ts', "if (action !== 'view') throw deniedToModify();", ''),
      run: async (api) => {
        const role = '<subsidiaryoption>OWN</subsidiaryoption><subsidiaryviewingallowed>T</subsidiaryviewingallowed>';
        const code = (id: string): string =>
          `var found = load('customer', ${id}); return failed(function () { found.setValue('comments', 'x').save(); });`;
        equal((await withForeignCustomer(api, role, code)).answer, READ_ONLY);
      },
    },
    {
      id: 'role-subsidiaries-in-queries',
      rule: 'Queries give a role no records of subsidiaries that it is not to see.',
      without: without('src/permissions/rows.ts', "return all(customers(limits, 'r'));", 'return null;'),
      run: async (api) => {
        const { answer } = await withForeignCustomer(
          api,
          '<subsidiaryoption>OWN</subsidiaryoption>',
          (id) => `return ids('SELECT id FROM customer WHERE id = ${id}');`,
        );
        equal(answer, []);
      },
    },
  ],
};

export const apiPermissions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'article_0320025211',
  title: 'Roles and Permission Considerations for APIs',
  cases: [
    {
      id: 'restlet-needs-suitescript',
      rule: 'A role needs the permission SuiteScript to call a RESTlet.',
      without: without('src/scripts/restlet.ts', 'if (level === PERMISSION_LEVELS.NONE) {', 'if (level < 0) {'),
      run: async (api) => {
        const { site } = await office(api, { permissions: { ADMI_CUSTOMSCRIPT: 'NONE' } });
        const answer = await site.call('POST', { code: 'return 1;' }, { user: await clerkOf(site) });
        equal([answer.status, JSON.parse(answer.body).error.code], [400, 'INSUFFICIENT_PERMISSION']);
      },
    },
    {
      id: 'transactions-of-types-not-permitted',
      rule: 'What a role sees of transactions are the types that it has the permission for.',
      without: without(
        'src/permissions/rows.ts',
        '${alias}.recordtype IN (${types.join(',
        '${alias}.recordtype NOT IN (${[].join(',
      ),
      run: async (api) => {
        const { asAdministrator, asClerk } = await office(api, {
          permissions: { TRAN_FIND: 'FULL', TRAN_SALESORD: 'FULL' },
        });
        const counts = 'return ids("SELECT id FROM transaction").length;';
        const order = `sale('invoice').save(); ${counts}`;
        equal([await asAdministrator(order), await asClerk(counts)], [1, 0]);
      },
    },
  ],
};

export const restPermissions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'article_5085602973',
  title: 'Prerequisites and Setup for REST Web Services',
  cases: [
    {
      id: 'rest-needs-permissions',
      rule: 'REST web services need the permissions REST Web Services and SuiteAnalytics Workbook.',
      without: without('src/http/rest/serve.ts', "['ADMI_RESTWEBSERVICES', 'REPO_ANALYTICS']", "['ADMI_LOGIN_OAUTH2']"),
      run: async (api) => {
        const ask = async (permissions: Readonly<Record<string, string>>): Promise<number> => {
          const given = { ADMI_LOGIN_OAUTH2: 'FULL', LIST_CUSTJOB: 'VIEW', ...permissions };
          const { site } = await office(api, { permissions: given });
          return (await site.http('/services/rest/record/v1/customer/999999')).status;
        };
        equal(
          [
            await ask({ ADMI_RESTWEBSERVICES: 'FULL', REPO_ANALYTICS: 'EDIT' }),
            await ask({ ADMI_RESTWEBSERVICES: 'FULL' }),
            await ask({ REPO_ANALYTICS: 'EDIT' }),
          ],
          [404, 403, 403],
        );
      },
    },
  ],
};
