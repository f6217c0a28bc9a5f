import { equal, holds } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, SiteSetup, Switch } from '../../harness/case';
import { customRecord, restlet } from '../../harness/scripts';
import type { Site } from '../../harness/site';
import { books } from '../setup/books';

const FIELDS = {
  custrecord_text: 'TEXT',
  custrecord_short: 'TEXT <maxlength>5</maxlength>',
  custrecord_number: 'INTEGER',
  custrecord_day: 'DATE',
  custrecord_on: 'CHECKBOX',
  custrecord_currency: 'SELECT <selectrecordtype>-122</selectrecordtype>',
};
const THING: SiteSetup = { objects: [customRecord('thing', FIELDS)] };
const CREATE = "var thing = record.create({ type: 'customrecord_thing' });";

/** What a save of a thing throws after the given calls. */
function refused(
  id: string,
  rule: string,
  code: string,
  set: string,
  without: Switch,
  objects = THING,
): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      equal(await api.script(`${CREATE} return [caught(function () { ${set} thing.save(); })];`, objects), [code]);
    },
  };
}

export const optimisticLocking: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N2877583',
  title: 'Enabling Optimistic Locking for Custom Records',
  cases: [
    {
      id: 'optimistic-locking',
      rule: 'A record that was saved by someone else since it was loaded cannot be saved: RCRD_HAS_BEEN_CHANGED.',
      without: {
        file: 'src/records/saveRecord.ts',
        find: 'context.definition.optimisticLocking && loaded !== null && loaded !== version',
        replace: 'false',
      },
      run: async (api) => {
        const body = `${CREATE} var id = thing.save(); var load = function () { return record.load({ type: 'customrecord_thing', id: id }); };
          var first = load(), second = load(); first.setValue('custrecord_text', 'first').save(); second.setValue('custrecord_text', 'second');
          return [caught(function () { second.save(); }), load().getValue('custrecord_text')];`;
        equal(await api.script(body, THING), ['RCRD_HAS_BEEN_CHANGED', 'first']);
      },
    },
    {
      id: 'optimistic-locking-off',
      rule: 'Where optimistic locking is off for a custom record type, the last save wins.',
      without: {
        file: 'src/records/types/customRecord.ts',
        find: "optimisticLocking: row.enableoptimisticlocking === 'T'",
        replace: 'optimisticLocking: true',
      },
      run: async (api) => {
        const body = `${CREATE} var id = thing.save(); var load = function () { return record.load({ type: 'customrecord_thing', id: id }); };
          var first = load(), second = load(); first.setValue('custrecord_text', 'first').save(); second.setValue('custrecord_text', 'second');
          return [caught(function () { second.save(); }), load().getValue('custrecord_text')];`;
        const setup = {
          objects: [customRecord('thing', FIELDS, '<enableoptimisticlocking>F</enableoptimisticlocking>')],
        };
        equal(await api.script(body, setup), ['nothing', 'second']);
      },
    },
    {
      id: 'optimistic-locking-between-scripts',
      rule: 'Of two scripts that load a record at the same time and save it, one fails.',
      without: {
        file: 'src/records/saveRecord.ts',
        find: 'if (stored?.id) checkVersion(context, stored.id, data.version);',
        replace: '',
      },
      run: async (api) => {
        const script = restlet(`{ post: function (body) {
          if (!body.id) return [record.create({ type: 'customrecord_thing' }).save()];
          var thing = record.load({ type: 'customrecord_thing', id: body.id });
          for (var i = 0; i < 5; i += 1) runtime.isFeatureInEffect({ feature: 'X' });
          return [caught(function () { thing.setValue('custrecord_text', body.who).save(); })]; } }`);
        const site = await api.site({ ...THING, scripts: [script] });
        const [id] = (await site.post({})) as number[];
        const release = site.account.hold();
        const calls = ['a', 'b'].map((who) => site.post({ id, who }));
        release();
        const codes = (await Promise.all(calls)).flat().sort();
        equal(codes, ['RCRD_HAS_BEEN_CHANGED', 'nothing']);
      },
    },
  ],
};

export const recordSave: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4267286323',
  title: 'Record.save(options)',
  cases: [
    {
      id: 'mandatory-by-preference-ignored',
      rule: 'With ignoreMandatoryFields what company preferences require is ignored.',
      without: {
        file: 'src/records/transaction/rules.ts',
        find: '  if (context.ignoresMandatory) return;\n',
        replace: '',
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `prefer({ DEPTMANDATORY: true });
          var made = invoice();
          var refused = message(function () { made.save(); });
          return [refused, made.save({ ignoreMandatoryFields: true }) > 0];`;
        equal(await run(code), ['Please enter value(s) for: Department', true]);
      },
    },
    {
      id: 'mandatory-field',
      rule: 'A mandatory field without a value prevents the save.',
      without: {
        file: 'src/records/validation.ts',
        find: 'if (missing.length > 0) throw missingValues(missing);',
        replace: '',
      },
      run: async (api) => {
        const objects = [customRecord('thing', { custrecord_text: 'TEXT <ismandatory>T</ismandatory>' })];
        equal(await api.script(`${CREATE} return [message(function () { thing.save(); })];`, { objects }), [
          'Please enter value(s) for: custrecord_text',
        ]);
      },
    },
    {
      id: 'ignore-mandatory-fields',
      rule: 'With ignoreMandatoryFields, fields that customization requires may be empty.',
      without: {
        file: 'src/records/validation.ts',
        find: 'field.mandatory === true && !field.custom',
        replace: 'field.mandatory === true',
      },
      run: async (api) => {
        const objects = [customRecord('thing', { custrecord_text: 'TEXT <ismandatory>T</ismandatory>' })];
        const body = `${CREATE} return [caught(function () { thing.save({ ignoreMandatoryFields: true }); })];`;
        equal(await api.script(body, { objects }), ['nothing']);
      },
    },
    {
      id: 'save-returns-a-number',
      rule: 'save returns the internal id as a number.',
      without: {
        file: 'src/script/record/recordBody.ts',
        find: 'return Number(id);',
        replace: 'return String(id) as unknown as number;',
      },
      run: async (api) => {
        equal(await api.script(`${CREATE} return [typeof thing.save()];`, THING), ['number']);
      },
    },
  ],
};

export const errorCodes: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N3539978',
  title: 'Error Status Codes',
  cases: [
    {
      id: 'record-does-not-exist',
      rule: 'Loading a record that is not there is RCRD_DSNT_EXIST.',
      without: {
        file: 'src/records/rows.ts',
        find: "new NetSuiteError('RCRD_DSNT_EXIST', `That",
        replace: "new NetSuiteError('INVALID_KEY_OR_REF', `That",
      },
      run: async (api) => {
        equal(await api.script("return [caught(function () { record.load({ type: 'customer', id: 99999 }); })];"), [
          'RCRD_DSNT_EXIST',
        ]);
      },
    },
    {
      id: 'invalid-record-type',
      rule: 'A record type that is not there is INVALID_RCRD_TYPE.',
      without: { file: 'src/records/catalogue.ts', find: "'INVALID_RCRD_TYPE'", replace: "'RCRD_DSNT_EXIST'" },
      run: async (api) => {
        equal(await api.script("return [caught(function () { record.create({ type: 'customrecord_none' }); })];"), [
          'INVALID_RCRD_TYPE',
        ]);
      },
    },
    refused(
      'invalid-key',
      'A select field with an id that is not in its list is INVALID_KEY_OR_REF.',
      'INVALID_KEY_OR_REF',
      "thing.setValue('custrecord_currency', 99999);",
      {
        file: 'src/records/validation.ts',
        find: 'throw invalidKey(field.id, id);',
        replace: 'continue;',
      },
    ),
    refused(
      'text-too-long',
      'A text longer than its field is EXCEEDED_MAX_FIELD_LENGTH.',
      'EXCEEDED_MAX_FIELD_LENGTH',
      "thing.setValue('custrecord_text', 'x'.repeat(301));",
      { file: 'src/records/values/checked.ts', find: 'text: 300,', replace: 'text: 3000,' },
    ),
    refused(
      'text-longer-than-its-field-says',
      'A field may have a length of its own, over which EXCEEDED_MAX_FIELD_LENGTH is thrown.',
      'EXCEEDED_MAX_FIELD_LENGTH',
      "thing.setValue('custrecord_short', '123456');",
      {
        file: 'src/records/values/checked.ts',
        find: 'field.maxLength ?? MAX_LENGTH[field.type]',
        replace: 'MAX_LENGTH[field.type]',
      },
    ),
    refused(
      'invalid-field-value',
      'A value that does not fit the type of its field is INVALID_FLD_VALUE.',
      'INVALID_FLD_VALUE',
      "thing.setValue('custrecord_number', 'many');",
      { file: 'src/script/record/fieldValues.ts', find: "'INVALID_FLD_VALUE',", replace: "'USER_ERROR'," },
    ),
    {
      id: 'missing-argument',
      rule: 'A required argument that is missing is SSS_MISSING_REQD_ARGUMENT, with method and argument.',
      without: {
        file: 'src/script/errors.ts',
        find: "scriptError('SSS_MISSING_REQD_ARGUMENT'",
        replace: "scriptError('SSS_INVALID_TYPE_ARG'",
      },
      run: async (api) => {
        const body =
          "return [caught(function () { record.load({ type: 'customer' }); }), message(function () { record.load({ type: 'customer' }); })];";
        equal(await api.script(body), ['SSS_MISSING_REQD_ARGUMENT', 'record.load: Missing a required argument: id']);
      },
    },
    {
      id: 'record-of-another-type',
      rule: 'Loading a record as a type that it does not have is SSS_RECORD_TYPE_MISMATCH.',
      without: {
        file: 'src/records/loadRecord.ts',
        find: "'SSS_RECORD_TYPE_MISMATCH'",
        replace: "'RCRD_DSNT_EXIST'",
      },
      run: async (api) => {
        const body = `var item = record.create({ type: 'serviceitem' }); item.setValue('itemid', 'S');
          var first = function (table) { return query.runSuiteQL({ query: 'SELECT MIN(id) AS id FROM ' + table }).asMappedResults()[0].id; };
          item.setValue('subsidiary', [first('subsidiary')]);
          item.setValue('incomeaccount', query.runSuiteQL({ query: "SELECT MIN(id) AS id FROM account WHERE accttype = 'Income'" }).asMappedResults()[0].id);
          item.setValue('taxschedule', 1);
          var id = item.save(); return [caught(function () { record.load({ type: 'inventoryitem', id: id }); })];`;
        equal(await api.script(body), ['SSS_RECORD_TYPE_MISMATCH']);
      },
    },
  ],
};

export const errorCreate: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4243803203',
  title: 'error.create(options)',
  cases: [
    {
      id: 'error-create-name-and-message',
      rule: 'error.create makes an error with the given name and message and does not throw it.',
      without: {
        file: 'src/script/modules/error.ts',
        find: 'return new SuiteScriptError(String(options.name), text, callStack(), options.notifyOff === true, options.cause);',
        replace:
          'throw new SuiteScriptError(String(options.name), text, callStack(), options.notifyOff === true, options.cause);',
      },
      run: async (api) => {
        const body =
          "var made = error.create({ name: 'MINE', message: 'text', notifyOff: true }); return [made.name, made.message, made.notifyOff, made.type];";
        equal(await api.script(body), ['MINE', 'text', true, 'error.SuiteScriptError']);
      },
    },
    {
      id: 'error-create-needs-name-and-message',
      rule: 'Without a name or a message error.create throws SSS_MISSING_REQD_ARGUMENT.',
      without: {
        file: 'src/script/modules/error.ts',
        find: "if (options.message === undefined || options.message === null) throw missingArgument('error.create', 'message');",
        replace: '',
      },
      run: async (api) => {
        const body =
          "return [caught(function () { error.create({ name: 'A' }); }), caught(function () { error.create({ message: 'a' }); })];";
        equal(await api.script(body), ['SSS_MISSING_REQD_ARGUMENT', 'SSS_MISSING_REQD_ARGUMENT']);
      },
    },
  ],
};

export const externalIds: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N3436356',
  title: 'Shared Internal and External IDs',
  cases: [
    {
      id: 'external-id-unique-in-its-group',
      rule: 'Two records of one group of types, such as customer and contact, cannot have the same external id.',
      without: {
        file: 'src/records/externalId.ts',
        find: 'if (changes === 0) throw duplicateExternalId(account);',
        replace: '',
      },
      run: async (api) => {
        const body = `var first = query.runSuiteQL({ query: 'SELECT MIN(id) AS id FROM subsidiary' }).asMappedResults()[0].id;
          var make = function (name) { var customer = record.create({ type: 'customer' }); customer.setValue('companyname', name);
            customer.setValue('subsidiary', first); customer.setValue('externalid', 'same'); return customer.save(); };
          make('A'); return [caught(function () { make('B'); })];`;
        const [code] = (await api.script(body)) as string[];
        holds(code === 'DUP_RCRD' || code === 'UNIQUE_RCRD_ID_REQD', code);
      },
    },
  ],
};

/** Somebody in the role Accountant, which may call RESTlets here. */
async function accountant({ account }: Site): Promise<{ readonly id: string; readonly role: string }> {
  const [who] = await account.suiteql("SELECT id FROM employee WHERE email LIKE 'ada%'");
  const [role] = await account.suiteql("SELECT id FROM role WHERE LOWER(scriptid) = 'accountant'");
  const permission = 'INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (?, ?, 1)';
  account.account.store.run(permission, [Number(role?.id), 'ADMI_CUSTOMSCRIPT']);
  return { id: String(who?.id), role: String(role?.id) };
}

export const audience: ConformancePage = {
  paragraph: 'Saying no',
  page: 'chapter_N2999041',
  title: 'Defining Script Audience',
  cases: [
    {
      id: 'audience-empty-owner-only',
      rule: 'A script without an audience runs for nobody but its owner.',
      without: {
        file: 'src/scripts/availability.ts',
        find: 'return owner !== null && owner === user.id;',
        replace: 'return owner !== null;',
      },
      run: async (api) => {
        const script = restlet('{ post: function () { return {}; } }', {
          deployment: '<status>RELEASED</status><title>Case</title>',
        });
        const site = await api.site({ scripts: [script] });
        // The owner is who installed the project.
        equal((await site.call('POST', {})).status, 400);
      },
    },
    {
      id: 'audience-roles',
      rule: 'A script runs only in the roles of its audience.',
      without: {
        file: 'src/scripts/availability.ts',
        find: 'roles.includes(user.roleScriptId)',
        replace: 'roles.length > 0',
      },
      run: async (api) => {
        const script = restlet('{ post: function () { return {}; } }', {
          deployment: '<status>RELEASED</status><title>Case</title><audslctrole>ADMINISTRATOR</audslctrole>',
        });
        const site = await api.site({ scripts: [script] });
        const other = { user: await accountant(site) };
        equal([(await site.call('POST', {})).status, (await site.call('POST', {}, other)).status], [200, 400]);
      },
    },
  ],
};
