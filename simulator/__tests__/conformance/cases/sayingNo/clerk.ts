import type { Api, SiteSetup } from '../../harness/case';
import { restlet } from '../../harness/scripts';
import type { Site } from '../../harness/site';

/** An account whose RESTlet runs the code that it is given, as the Administrator or as a clerk. */
export interface Office {
  readonly site: Site;
  asAdministrator(code: string): Promise<unknown>;
  asClerk(code: string): Promise<unknown>;
}

export interface ClerkSetup extends SiteSetup {
  /** Permissions of the clerk's role with their levels, besides SuiteScript. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Further elements of the role, `<subsidiaryoption>`. */
  readonly role?: string;
}

/** `failed` gives code and message of what the work throws. */
const HELPERS = `
  function failed(work) { try { work(); return 'nothing'; } catch (thrown) { return thrown.name + ': ' + thrown.message; } }
  function customer(values) {
    var made = record.create({ type: 'customer' });
    Object.keys(values).forEach(function (id) { made.setValue(id, values[id]); });
    return made.save();
  }
  function sale(type) {
    var income = ids("SELECT id FROM account WHERE accttype = 'Income' ORDER BY id")[0];
    var item = record.create({ type: 'serviceitem', defaultValues: { subtype: 'Sale' } });
    item.setValue('itemid', 'Work').setValue('incomeaccount', income).setValue('subsidiary', [1]).setValue('taxschedule', 1);
    var entity = customer({ companyname: 'Acme', subsidiary: 1 });
    var made = record.transform({ fromType: 'customer', fromId: entity, toType: type });
    made.setSublistValue({ sublistId: 'item', fieldId: 'item', line: 0, value: item.save() });
    return made.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 10 });
  }
  function load(type, id) { return record.load({ type: type, id: id }); }
  function ids(sql) { return query.runSuiteQL({ query: sql }).asMappedResults().map(function (row) { return row.id; }); }
`;

export async function office(api: Api, { permissions = {}, role = '', ...setup }: ClerkSetup = {}): Promise<Office> {
  const all = Object.entries({ ADMI_CUSTOMSCRIPT: 'VIEW', ...permissions }).filter(([, level]) => level !== 'NONE');
  const clerk = `<role scriptid="customrole_clerk"><name>Clerk</name><centertype>ACCOUNTCENTER</centertype>${role}
    <permissions>${all
      .map(([key, level]) => `<permission><permkey>${key}</permkey><permlevel>${level}</permlevel></permission>`)
      .join('')}</permissions></role>`;
  const script = restlet(
    `{ post: function (body) { ${HELPERS} return { value: eval('(function () {' + body.code + '})()') }; } }`,
    { modules: ['N/record', 'N/query', 'N/runtime', 'N/config', 'N/search', 'N/task', 'N/file'] },
  );
  const site = await api.site({
    ...setup,
    scripts: [script, ...(setup.scripts ?? [])],
    objects: [clerk, ...(setup.objects ?? [])],
  });
  const post = async (code: string, user: Parameters<Site['post']>[1] = {}): Promise<unknown> =>
    ((await site.post({ code }, user)) as { value?: unknown }).value;
  return {
    site,
    asAdministrator: (code) => post(code),
    asClerk: async (code) => await post(code, { user: await clerkOf(site) }),
  };
}

/** Internal ids of the clerk and the clerk's role. */
export async function clerkOf(site: Site): Promise<{ readonly id: string; readonly role: string }> {
  const [clerk] = await site.account.suiteql(
    `SELECT r.entity, r.role FROM employeerolesforsearch r JOIN role ON role.id = r.role
     WHERE LOWER(role.scriptid) = 'customrole_clerk'`,
  );
  return { id: String(clerk?.entity), role: String(clerk?.role) };
}

/** NetSuite's refusal for want of a permission. */
export const lacks = (name: string, need = 'the'): string =>
  `INSUFFICIENT_PERMISSION: Permission Violation: You need ${need} '${name}' permission to access this page. Please contact your account administrator.`;

/** NetSuite's refusal for a permission at too low a level. */
export const lacksLevel = (name: string): string => lacks(name, 'a higher level of the');
