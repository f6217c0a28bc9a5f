import type { Api, SiteSetup } from '../../harness/case';
import { restlet } from '../../harness/scripts';
import type { Site } from '../../harness/site';

/** Short forms of what the scripts of these cases do; `company` names are those of the demo company. */
const HELPERS = `
  function rows(sql, params) { return query.runSuiteQL({ query: sql, params: params || [] }).asMappedResults(); }
  function idOf(table, column, value) { return String(rows('SELECT id FROM ' + table + ' WHERE ' + column + ' = ?', [value])[0].id); }
  function period(name) { return idOf('accountingperiod', 'periodname', name); }
  function ledger(number) { return idOf('account', 'acctnumber', number); }
  function fill(rec, values) {
    Object.keys(values || {}).forEach(function (key) { rec.setValue({ fieldId: key, value: values[key] }); });
    return rec;
  }
  var made = 0;
  function customer(values) {
    return fill(record.create({ type: 'customer' }), Object.assign({ companyname: 'Customer ' + (++made), subsidiary: 1 }, values)).save();
  }
  function item(values, type) {
    return fill(record.create({ type: type || 'noninventoryitem', defaultValues: { subtype: 'Sale' } }),
      Object.assign({ itemid: 'Item ' + (++made), incomeaccount: ledger('4010'), taxschedule: idOf('taxschedule', 'name', 'Not Taxable'),
        subsidiary: [1], includechildren: true }, values)).save();
  }
  function sale(type, entity, itemId, values, line) {
    var rec = fill(record.create({ type: type, defaultValues: { entity: entity } }), values);
    var cells = Object.assign({ item: itemId, amount: 100 }, line);
    Object.keys(cells).forEach(function (key) {
      rec.setSublistValue({ sublistId: 'item', fieldId: key, line: 0, value: cells[key] });
    });
    return rec;
  }
  function invoice(values, line) { return sale('invoice', customer(), item(), values, line); }
  function change(type, id, values) { return fill(record.load({ type: type, id: id }), values).save(); }
  function prefer(values) { fill(config.load({ type: config.Type.ACCOUNTING_PREFERENCES }), values).save(); }
  function gl(id) {
    return rows('SELECT a.acctnumber AS n, tal.amount AS v FROM transactionaccountingline tal JOIN account a ON a.id = tal.account ' +
      "WHERE tal.transaction = ? AND tal.posting = 'T' ORDER BY tal.transactionline", [id]).map(function (row) { return row.n + ' ' + row.v; });
  }
`;

/** Posts sales, and may not override period restrictions. */
const CLERK = `<role scriptid="customrole_clerk"><name>Clerk</name><centertype>ACCOUNTCENTER</centertype>
  <subsidiaryoption>ALL</subsidiaryoption><permissions>${[
    'ADMI_CUSTOMSCRIPT',
    'TRAN_CUSTINVC',
    'LIST_CUSTJOB',
    'LIST_ITEM',
    'LIST_ACCOUNT',
  ]
    .map((key) => `<permission><permkey>${key}</permkey><permlevel>FULL</permlevel></permission>`)
    .join('')}</permissions></role>`;

/** An account whose RESTlet runs the code that it is given. */
export interface Books {
  readonly site: Site;
  /** Runs code in the RESTlet, as the administrator, and gives what it returns. */
  run(code: string): Promise<unknown>;
  /** The same as somebody who posts sales and may not override period restrictions. */
  asClerk(code: string): Promise<unknown>;
}

export async function books(api: Api, setup: SiteSetup = {}): Promise<Books> {
  const script = restlet(
    `{ post: function (body) { ${HELPERS} return { value: eval('(function () {' + body.code + '})()') }; } }`,
    { modules: ['N/record', 'N/query', 'N/runtime', 'N/config', 'N/search', 'N/transaction'] },
  );
  const site = await api.site({
    ...setup,
    scripts: [script, ...(setup.scripts ?? [])],
    objects: [CLERK, ...(setup.objects ?? [])],
  });
  const post = async (code: string, user: Parameters<Site['post']>[1] = {}): Promise<unknown> =>
    ((await site.post({ code }, user)) as { value?: unknown }).value;
  return {
    site,
    run: (code) => post(code),
    asClerk: async (code) => {
      const [clerk] = await site.account.suiteql(
        `SELECT r.entity, r.role FROM employeerolesforsearch r JOIN role ON role.id = r.role
         WHERE LOWER(role.scriptid) = 'customrole_clerk'`,
      );
      return await post(code, { user: { id: String(clerk?.entity), role: String(clerk?.role) } });
    },
  };
}
