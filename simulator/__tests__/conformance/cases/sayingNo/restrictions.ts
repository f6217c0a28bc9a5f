import { equal } from '../../harness/assert';
import type { Api, ConformanceCase, ConformancePage, Switch } from '../../harness/case';
import { restlet } from '../../harness/scripts';
import { clerkOf, office } from './clerk';

const RESTRICTIONS = 'src/permissions/restrictions.ts';
const ACCESS = 'src/records/roleAccess.ts';
const ROWS = 'src/permissions/rows.ts';
const FULL = {
  LIST_CUSTJOB: 'FULL',
  LIST_ITEM: 'FULL',
  TRAN_CUSTINVC: 'FULL',
  TRAN_FIND: 'FULL',
  LIST_CONTACT: 'FULL',
};

/** Records of the clerk, of a subordinate, of somebody else and of nobody; codes of what loading each throws. */
const HELPERS = `
  function of(rep, values) { return customer(Object.assign({ companyname: 'Of ' + rep, subsidiary: 1, salesrep: rep }, values)); }
  function below(boss) {
    var made = record.create({ type: 'employee' });
    made.setValue('firstname', 'Sub').setValue('lastname', 'Ordinate').setValue('subsidiary', 1);
    return made.setValue('supervisor', boss).save();
  }
  function work(department) {
    var item = record.create({ type: 'serviceitem', defaultValues: { subtype: 'Sale' } }).setValue('department', department);
    item.setValue('incomeaccount', ids("SELECT id FROM account WHERE accttype = 'Income' ORDER BY id")[0]);
    return item.setValue('itemid', 'Work ' + department + ids('SELECT id FROM item').length).setValue('subsidiary', [1]).setValue('taxschedule', 1).save();
  }
  function invoice(department) {
    var entity = customer({ companyname: 'Buyer ' + department, subsidiary: 1 });
    var made = record.create({ type: 'invoice', defaultValues: { entity: entity } }).setValue('department', department);
    made.setSublistValue({ sublistId: 'item', fieldId: 'item', line: 0, value: work('') });
    return made.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 10 }).save();
  }
  function inSales(clerk) { record.load({ type: 'employee', id: clerk }).setValue('department', 1).save(); }
`;

interface Restricted {
  readonly role: string;
  /** Body of a function that makes records as the administrator; it knows the clerk as \`clerk\`. */
  readonly made: string;
  /** Body of a function of the clerk, who knows what was made as \`made\`. */
  readonly code: string;
}

async function restricted(api: Api, { role, made, code }: Restricted): Promise<unknown> {
  const { site, asAdministrator, asClerk } = await office(api, { permissions: FULL, role });
  const clerk = await clerkOf(site);
  const records = await asAdministrator(`${HELPERS} var clerk = ${clerk.id}; ${made}`);
  return await asClerk(`var made = ${JSON.stringify(records)}; ${code}`);
}

function gives(id: string, rule: string, without: Switch, setup: Restricted, expected: unknown): ConformanceCase {
  return { id, rule, without, run: async (api) => equal(await restricted(api, setup), expected) };
}

const employees = (style: string, more = ''): string => `<employeerestriction>${style}</employeerestriction>${more}`;
const EVERYONE = "return [of(clerk), of(below(clerk)), of(1), of('')];";
const LOADS = `return made.map(function (id) { return failed(function () { load('customer', id); }).split(':')[0]; });`;
const NO = 'INSUFFICIENT_PERMISSION';

export const employeeRestrictions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'bridgehead_4637690919',
  title: 'Setting Employee Restrictions',
  cases: [
    gives(
      'role-own-and-subordinates',
      'Own and subordinates only: records of others, and unassigned ones, are denied.',
      { file: ACCESS, find: 'return value === null ? unassigned : allowed.includes(value);', replace: 'return true;' },
      { role: employees('OWNONLY'), made: EVERYONE, code: LOADS },
      ['nothing', 'nothing', NO, NO],
    ),
    gives(
      'role-own-subordinate-unassigned',
      'Own, subordinate, and unassigned: unassigned records are open too.',
      { file: RESTRICTIONS, find: "unassigned: row.restriction === 'UNASSIGNED',", replace: 'unassigned: false,' },
      { role: employees('UNASSIGNED'), made: EVERYONE, code: LOADS },
      ['nothing', 'nothing', NO, 'nothing'],
    ),
    gives(
      'role-default-to-own',
      'None, default to own: nothing is restricted, and fields of this type select the user by default.',
      { file: 'src/records/createRecord.ts', find: '  fillOwnDefaults(context, data);\n', replace: '' },
      {
        role: employees('DEFAULTTOOWN'),
        made: 'return [of(1)];',
        code: `load('customer', made[0]);
          return record.create({ type: 'customer' }).getValue('salesrep') === String(runtime.getCurrentUser().id);`,
      },
      true,
    ),
    gives(
      'role-selects-its-own',
      'A restricted user can select only the user and subordinates.',
      {
        file: ACCESS,
        find: 'if (value === null || allowed.includes(value)',
        replace: 'if (value !== 0 || allowed.includes(value)',
      },
      {
        role: employees('UNASSIGNED'),
        made: 'return [below(clerk)];',
        code: `return [made[0], 1, ''].map(function (rep) { return failed(function () {
          customer({ companyname: 'New ' + rep, subsidiary: 1, salesrep: rep }); }).split(':')[0]; });`,
      },
      ['nothing', 'INVALID_KEY_OR_REF', 'nothing'],
    ),
    gives(
      'role-allow-viewing',
      'Allow Viewing lets records of others be seen and not edited.',
      { file: RESTRICTIONS, find: "mayViewOthers: row.viewing === 'T',", replace: 'mayViewOthers: false,' },
      {
        role: employees('OWNONLY', '<employeeviewingallowed>T</employeeviewingallowed>'),
        made: 'return [of(1)];',
        code: `var seen = load('customer', made[0]);
          return [ids('SELECT id FROM customer').length, failed(function () { seen.save(); })];`,
      },
      [1, `${NO}: Permission Violation: The restrictions on your role do not allow you to modify this record.`],
    ),
    gives(
      'role-restrictions-in-queries',
      'Queries and searches give a restricted role its own records.',
      { file: ROWS, find: "by(limits, ['employee'], () => `${alias}.salesrep`)", replace: '[]' },
      {
        role: employees('OWNONLY'),
        made: EVERYONE,
        code: `return [ids('SELECT id FROM customer ORDER BY id').join() === made.slice(0, 2).join(),
          search.create({ type: 'customer' }).runPaged().count];`,
      },
      [true, 2],
    ),
    gives(
      'role-restrictions-not-of-contacts',
      'Employee restrictions do not affect contacts.',
      {
        file: ACCESS,
        find: "if (table === 'customer') return by",
        replace: "if (table === 'customer' || table === 'contact') return by",
      },
      {
        role: employees('OWNONLY'),
        made: `var contact = record.create({ type: 'contact' }).setValue('lastname', 'Lee').setValue('company', of(1));
          return [contact.setValue('subsidiary', 1).save()];`,
        code: "return failed(function () { load('contact', made[0]); });",
      },
      'nothing',
    ),
  ],
};

const departments = (style: string, more = ''): string =>
  `<recordrestrictions><recordrestriction><segment>DEPARTMENT</segment><restriction>${style}</restriction>${more}
   </recordrestriction></recordrestrictions>`;
/** The demo company's Sales with Enterprise below it, Services, and none; the clerk is in Sales. */
const INVOICES = "inSales(clerk); return [1, 2, 3, ''].map(invoice);";
const LOADED = `return made.map(function (id) { return failed(function () { load('invoice', id); }).split(':')[0]; });`;

export const classificationRestrictions: ConformancePage = {
  paragraph: 'Saying no',
  page: 'bridgehead_4637695352',
  title: 'Setting Department, Class, and Location Restrictions',
  cases: [
    gives(
      'role-own-department',
      'Own and subordinates only: records of the own department and of those below it.',
      { file: RESTRICTIONS, find: 'JOIN own ON t.${parent} = own.id', replace: 'JOIN own ON t.${parent} = -own.id' },
      { role: departments('OWNONLY'), made: INVOICES, code: LOADED },
      ['nothing', 'nothing', NO, NO],
    ),
    gives(
      'role-department-or-none',
      'Own, subordinate, and unassigned: records without a department are open too, in queries as well.',
      {
        file: ROWS,
        find: 'return unassigned ? `(${listed} OR ${column} IS NULL)` : listed;',
        replace: 'return listed;',
      },
      {
        role: departments('UNASSIGNED'),
        made: INVOICES,
        code: "return [ids('SELECT id FROM transaction ORDER BY id').join() === [made[0], made[1], made[3]].join()];",
      },
      [true],
    ),
    gives(
      'role-restricted-items',
      'Items are restricted where the restriction is applied to items.',
      { file: RESTRICTIONS, find: "items: row.items === 'T',", replace: 'items: false,' },
      {
        role: departments('OWNONLY', '<itemsrestricted>T</itemsrestricted>'),
        made: 'inSales(clerk); return [1, 3].map(work);',
        code: "return made.map(function (id) { return failed(function () { load('serviceitem', id); }).split(':')[0]; });",
      },
      ['nothing', NO],
    ),
  ],
};

/** A role for web services only, over HTTP. */
async function webServicesOnly(api: Api): Promise<readonly [restlet: unknown, rest: number]> {
  const role = `<role scriptid="customrole_webservices"><name>Web Services</name><centertype>ACCOUNTCENTER</centertype>
    <iswebserviceonlyrole>T</iswebserviceonlyrole><permissions>${[
      'ADMI_CUSTOMSCRIPT',
      'ADMI_LOGIN_OAUTH2',
      'ADMI_RESTWEBSERVICES',
      'REPO_ANALYTICS',
      'LIST_CUSTJOB',
    ]
      .map((key) => `<permission><permkey>${key}</permkey><permlevel>FULL</permlevel></permission>`)
      .join('')}</permissions></role>`;
  const site = await api.site({ scripts: [restlet('{ get: function () { return "got"; } }')], objects: [role] });
  const headers = { 'Content-Type': 'application/json' };
  const called = await site.http('/app/site/hosting/restlet.nl?script=customscript_rest&deploy=customdeploy_rest', {
    headers,
  });
  const text = await called.text();
  const rest = await site.http('/services/rest/record/v1/customer/999999');
  return [
    [called.status, text.startsWith('{') ? (JSON.parse(text) as { error: { code: string } }).error.code : text],
    rest.status,
  ];
}

export const webServicesRoles: ConformancePage = {
  paragraph: 'Saying no',
  page: 'chapter_1529417663',
  title: 'RESTlet Authentication',
  cases: [
    {
      id: 'web-services-only-not-restlets',
      rule: 'RESTlets refuse roles for web services only with INVALID_LOGIN_CREDENTIALS; web services take them.',
      without: {
        file: 'src/auth/authenticate.ts',
        find: "if (scope === 'restlets' && isWebServicesOnly",
        replace: 'if (false && isWebServicesOnly',
      },
      run: async (api) => equal(await webServicesOnly(api), [[401, 'INVALID_LOGIN_CREDENTIALS'], 404]),
    },
  ],
};
