import { createAccount, type SimulatedAccount } from '../../src/index';
import { folderOf, removeProjects } from '../sdf/projects';

/** Scripts as people write them, in an account customization project: old syntax, shared modules, libraries. */
const MODERN = `/**
 * Copyright (c) Somebody
 */
/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
define(['N/record', 'N/search', 'N/runtime', 'N/format', './lib/shared', 'SuiteScripts/lib/umd.min', '/SuiteScripts/lib/plain.js'],
  (record, search, runtime, format, shared, umd, plain) => {
    const makeCustomer = ({ name, email }) => {
      const rec = record.create({ type: record.Type.CUSTOMER, isDynamic: true });
      const fields = { companyname: name, subsidiary: 1, email };
      for (const fieldId in fields) if (fields.hasOwnProperty(fieldId)) rec.setValue(fieldId, fields[fieldId]);
      rec.selectNewLine({ sublistId: 'addressbook' });
      rec.setCurrentSublistValue({ sublistId: 'addressbook', fieldId: 'label', value: 'Office' });
      const address = rec.getCurrentSublistSubrecord({ sublistId: 'addressbook', fieldId: 'addressbookaddress' });
      address.setValue({ fieldId: 'country', value: 'US' });
      address.setValue({ fieldId: 'city', value: 'Oakland' });
      rec.commitLine({ sublistId: 'addressbook' });
      return rec.save({ enableSourcing: true, ignoreMandatoryFields: true });
    };
    const doings = {
      makeCustomer,
      searchInRanges: () => {
        const set = search.create({
          type: search.Type.CUSTOMER,
          filters: [['email', 'contains', '@idioms.example'], 'AND', ['isinactive', 'is', 'F']],
          columns: ['companyname', search.createColumn({ name: 'email', sort: search.Sort.DESC })],
        }).run();
        const names = [];
        for (let start = 0, page = []; start === 0 || page.length === 2; start += 2) {
          page = set.getRange({ start, end: start + 2 });
          for (const i in page) names.push(page[i].getValue({ name: 'companyname' }));
        }
        const each = [];
        set.each((result) => { each.push(result.getValue(set.columns[0]) + ' ' + result.id); return each.length < 2; });
        const paged = search.create({ type: 'customer', filters: [['email', 'contains', '@idioms.example']] }).runPaged({ pageSize: 5 });
        let fetched = 0;
        paged.pageRanges.forEach((range) => paged.fetch({ index: range.index }).data.forEach(() => { fetched += 1; }));
        return { names, each: each.length, count: paged.count, fetched };
      },
      parameter: () => {
        const script = runtime.getCurrentScript();
        return [script.getParameter({ name: 'custscript_limit' }), script.getParameter('custscript_nothing'), typeof script.getRemainingUsage()];
      },
      json: ({ id }) => {
        const customer = record.load({ type: 'customer', id, isDynamic: true });
        const text = JSON.stringify(customer);
        return { same: JSON.parse(text).fields.companyname, lines: Object.keys(JSON.parse(text).sublists.addressbook).length };
      },
      editLine: ({ id }) => {
        const customer = record.load({ type: 'customer', id, isDynamic: true });
        const line = customer.findSublistLineWithValue({ sublistId: 'addressbook', fieldId: 'label', value: 'Office' });
        customer.selectLine({ sublistId: 'addressbook', line });
        customer.setCurrentSublistValue({ sublistId: 'addressbook', fieldId: 'label', value: 'Depot' });
        customer.commitLine({ sublistId: 'addressbook' });
        customer.save();
        return record.load({ type: 'customer', id }).getSublistValue({ sublistId: 'addressbook', fieldId: 'label', line: 0 });
      },
      formats: () => [
        format.format({ value: new Date(2026, 6, 4), type: format.Type.DATE }),
        format.parse({ value: '7/4/2026', type: format.Type.DATE }).getDate(),
      ],
      libraries: () => {
        const lengths = [];
        util.each(['a', 'bcd'], (text) => { lengths.push(text.length); });
        return [umd.chunk([1, 2, 3], 2), plain.name, shared.greet('you'), lengths, util.isArray([]), util.extend({ a: 1 }, { b: 2 })];
      },
      required: () => {
        let seen = null;
        require(['N/search', './lib/shared'], (inner, module) => { seen = [typeof inner.create, module === shared]; });
        return seen;
      },
      logs: () => {
        log.debug('object', { a: [1, null], nested: { date: true } });
        log.audit({ title: 'titled', details: 'text' });
        log.error('caught', new Error('plain'));
        return null;
      },
    };
    return { post: (body) => ({ value: doings[body.do](body) }) };
  });
`;

const SHARED = `define(['N/log', 'N/currentRecord', 'N/render'], function (log, currentRecord, render) {
  function greet(name) { log.debug('greet', name); return 'Hello ' + name; }
  function refused() { return currentRecord.get(); }
  return { greet: greet, refused: refused };
});`;

/** As moment and lodash are packed: one file for AMD, CommonJS and browsers. */
const UMD = `!function(e,t){"object"==typeof exports&&"undefined"!=typeof module?module.exports=t():"function"==typeof define&&define.amd?define(t):e.lib=t()}(this,function(){"use strict";return{chunk:function(e,t){for(var n=[],r=0;r<e.length;r+=t)n.push(e.slice(r,r+t));return n}}});`;

const CLASSIC = `/**
 *@NApiVersion 2.x
 *@NScriptType ScheduledScript
 */
define(['N/search', 'N/record', 'N/email', 'N/runtime'],
function(search, record, email, runtime) {
    var SENDER = -5;
    function execute(context) {
        var sent = 0;
        try {
            var found = search.create({
                type: search.Type.CUSTOMER,
                filters: [search.createFilter({ name: 'email', operator: search.Operator.CONTAINS, values: 'idioms.example' })],
                columns: [search.createColumn({ name: 'entityid' }), search.createColumn({ name: 'email' })]
            });
            found.run().each(function(result) {
                if (runtime.getCurrentScript().getRemainingUsage() < 100) return false;
                email.send({ author: SENDER, recipients: [result.getValue('email')], subject: 'Due', body: 'Dear ' + result.getValue({ name: 'entityid' }) });
                record.submitFields({ type: record.Type.CUSTOMER, id: result.id, values: { comments: 'reminded' } });
                sent++;
                return true;
            });
        } catch (e) {
            log.error({ title: e.name, details: e.message });
        }
        log.audit({ title: 'sent ' + context.type, details: sent });
    }
    return {
        execute: execute
    };
});`;

const FILES = {
  'manifest.xml': `<manifest projecttype="ACCOUNTCUSTOMIZATION"><projectname>Idioms</projectname><frameworkversion>1.0</frameworkversion>
    <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies></manifest>`,
  'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteScripts/*</path></files><objects><path>~/Objects/*</path></objects></deploy>`,
  'FileCabinet/SuiteScripts/modern.js': MODERN,
  'FileCabinet/SuiteScripts/classic.js': CLASSIC,
  'FileCabinet/SuiteScripts/lib/shared.js': SHARED,
  'FileCabinet/SuiteScripts/lib/umd.min.js': UMD,
  'FileCabinet/SuiteScripts/lib/plain.js': "define({ name: 'plain' });",
  'Objects/customscript_modern.xml': `<restlet scriptid="customscript_modern"><name>Modern</name>
    <scriptfile>[/SuiteScripts/modern.js]</scriptfile><scriptcustomfields><scriptcustomfield scriptid="custscript_limit">
    <label>Limit</label><fieldtype>INTEGER</fieldtype></scriptcustomfield></scriptcustomfields><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_modern"><status>RELEASED</status><title>Modern</title><allroles>T</allroles>
    <loglevel>DEBUG</loglevel><custscript_limit>25</custscript_limit></scriptdeployment></scriptdeployments></restlet>`,
  'Objects/customscript_classic.xml': `<scheduledscript scriptid="customscript_classic"><name>Classic</name>
    <scriptfile>[/SuiteScripts/classic.js]</scriptfile><scriptdeployments><scriptdeployment scriptid="customdeploy_classic">
    <status>NOTSCHEDULED</status><title>Classic</title></scriptdeployment></scriptdeployments></scheduledscript>`,
};

let account: SimulatedAccount;
let ids: number[];

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  await account.install(folderOf(FILES));
  ids = [];
  for (const name of ['Ant', 'Bee', 'Cat']) {
    ids.push((await use('makeCustomer', { name, email: `${name.toLowerCase()}@idioms.example` })) as number);
  }
});

afterAll(async () => {
  removeProjects();
  await account.close();
});

async function use(doing: string, body: object = {}): Promise<unknown> {
  const { status, body: text } = await account.callRestlet({
    script: 'customscript_modern',
    deploy: 'customdeploy_modern',
    method: 'POST',
    body: { ...body, do: doing },
  });
  if (status !== 200) throw new Error(text);
  return (JSON.parse(text) as { value: unknown }).value;
}

describe('scripts as people write them', () => {
  it('read searches by ranges, with for-in, each and pages', async () => {
    expect(await use('searchInRanges')).toEqual({ names: ['Cat', 'Bee', 'Ant'], each: 2, count: 3, fetched: 3 });
  });

  it('read parameters by name, set or not', async () => {
    expect(await use('parameter')).toEqual([25, null, 'number']);
  });

  it('write records as JSON and read it again', async () => {
    expect(await use('json', { id: ids[0] })).toEqual({ same: 'Ant', lines: 1 });
  });

  it('change a line in dynamic mode', async () => {
    expect(await use('editLine', { id: ids[1] })).toBe('Depot');
  });

  it('write and read dates by the preferences', async () => {
    expect(await use('formats')).toEqual(['7/4/2026', 4]);
  });

  it('use shared modules, packed libraries, plain objects and the global util', async () => {
    expect(await use('libraries')).toEqual([[[1, 2], [3]], 'plain', 'Hello you', [1, 3], true, { a: 1, b: 2 }]);
  });

  it('require modules while they run', async () => {
    expect(await use('required')).toEqual(['function', true]);
  });

  it('log objects, options and errors', async () => {
    await use('logs');
    const lines = account
      .log({ script: 'customscript_modern' })
      .map(({ type, title, details }) => [type, title, details]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['DEBUG', 'object', '{"a":[1,null],"nested":{"date":true}}'],
        ['AUDIT', 'titled', 'text'],
        ['ERROR', 'caught', expect.stringContaining('plain')],
      ]),
    );
  });

  it('send mail from scheduled scripts of 2.x and change what they found', async () => {
    await account.run({ script: 'customscript_classic' });
    expect(account.outbox().map(({ recipients }) => recipients[0])).toEqual(
      expect.arrayContaining(['ant@idioms.example', 'bee@idioms.example', 'cat@idioms.example']),
    );
    const rows = await account.suiteql("SELECT COUNT(*) AS n FROM customer WHERE comments = 'reminded'");
    expect(rows).toEqual([{ n: 3 }]);
    expect(account.log({ script: 'customscript_classic' })).toMatchObject([{ type: 'AUDIT', details: '3' }]);
  });
});
