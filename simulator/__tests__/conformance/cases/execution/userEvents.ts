import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage, SiteSetup } from '../../harness/case';
import {
  customRecord,
  restlet,
  type ScriptOptions,
  type ScriptSetup,
  scheduled,
  userEvent,
} from '../../harness/scripts';
import type { Site } from '../../harness/site';

const THING = customRecord('thing', { custrecord_a: 'TEXT', custrecord_b: 'TEXT' });
const CREATE = "var thing = record.create({ type: 'customrecord_thing' }); thing.setValue('custrecord_a', 'one');";

const onThing = (entryPoints: string, options?: ScriptOptions): ScriptSetup =>
  userEvent('[scriptid=customrecord_thing]', entryPoints, options);

/** Runs code on an account with the record type and user events. */
async function withEvents(api: Api, body: string, events: readonly ScriptSetup[], more: SiteSetup = {}): Promise<Site> {
  const own = restlet(`{ post: function () { ${body} } }`);
  const site = await api.site({ ...more, objects: [THING], scripts: [own, ...events, ...(more.scripts ?? [])] });
  await site.post();
  return site;
}

/** Logs the type and the values of `custrecord_a` that the event sees. */
const TELL = (entryPoint: string): string => `${entryPoint}: function (context) {
  log.audit('${entryPoint}', [context.type, context.newRecord && context.newRecord.getValue('custrecord_a'),
    context.oldRecord && context.oldRecord.getValue('custrecord_a')].join(' '));
}`;

const EVENTS = 'src/scripts/userEvent.ts';

export const howTheyRun: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1512409310',
  title: 'How User Event Scripts are Executed',
  cases: [
    {
      id: 'user-event-triggers-no-user-event',
      rule: 'What a user event script saves triggers no user event script.',
      without: { file: EVENTS, find: 'if (isWithinUserEvent(caller)) return [];', replace: '' },
      run: async (api) => {
        const events = onThing(`{ afterSubmit: function (context) {
          log.audit('event', context.type);
          if (left() > 900 && context.type === 'create') {
            record.submitFields({ type: 'customrecord_thing', id: context.newRecord.id, values: { custrecord_b: 'x' } });
          }
        } }`);
        const site = await withEvents(api, `${CREATE} thing.save();`, [events]);
        equal(site.logged('event'), ['create']);
      },
    },
    {
      id: 'scheduled-script-triggers-user-events',
      rule: 'What a scheduled script saves triggers user event scripts.',
      without: {
        file: EVENTS,
        find: "execution.request.script.scriptType === 'USEREVENT'",
        replace: "execution.request.script.scriptType !== 'RESTLET'",
      },
      run: async (api) => {
        const timer = scheduled(`{ execute: function () { ${CREATE} thing.save(); } }`);
        const site = await api.site({ objects: [THING], scripts: [timer, onThing(`{ ${TELL('afterSubmit')} }`)] });
        await site.run({ script: 'customscript_timer' });
        equal(site.logged('afterSubmit'), ['create one ']);
      },
    },
    {
      id: 'before-submit-runs-before-the-write',
      rule: 'While beforeSubmit runs the record is not in the database.',
      without: {
        file: 'src/records/saveRecord.ts',
        find: 'const submitted = new Set<string>();',
        replace:
          'const submitted = new Set<string>();\n    if (!stored) account.store.transaction(() => write(context, cloneData(data), stored, request));',
      },
      run: async (api) => {
        const count =
          "query.runSuiteQL({ query: 'SELECT COUNT(*) AS n FROM customrecord_thing' }).asMappedResults()[0].n";
        const site = await withEvents(api, `${CREATE} thing.save();`, [
          onThing(
            `{ beforeSubmit: function () { log.audit('before', ${count}); }, afterSubmit: function () { log.audit('after', ${count}); } }`,
          ),
        ]);
        equal([site.logged('before'), site.logged('after')], [['0'], ['1']]);
      },
    },
    {
      id: 'before-submit-error-prevents-the-write',
      rule: 'An error that beforeSubmit throws prevents the save, with its own code.',
      without: {
        file: EVENTS,
        find: 'throw new NetSuiteError(outcome.error.name, outcome.error.message);',
        replace: 'return undefined;',
      },
      run: async (api) => {
        const site = await api.site({
          objects: [THING],
          scripts: [
            restlet(`{ post: function () { ${CREATE} return caught(function () { thing.save(); }); } }`),
            onThing("{ beforeSubmit: function () { throw error.create({ name: 'NOT_LIKE_THIS', message: 'x' }); } }"),
          ],
        });
        equal((await site.call('POST', {})).body, 'NOT_LIKE_THIS');
        equal(await site.account.suiteql('SELECT id FROM customrecord_thing'), []);
      },
    },
  ],
};

export const beforeLoad: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4407991781',
  title: 'beforeLoad(context)',
  cases: [
    {
      id: 'before-load-on-reading',
      rule: 'beforeLoad runs when a script creates or loads a record.',
      without: {
        file: EVENTS,
        find: '/\\bbeforeLoad\\b/.test(readFile(account, file))',
        replace: "file === ''",
      },
      run: async (api) => {
        const body = `${CREATE} record.load({ type: 'customrecord_thing', id: thing.save() });`;
        const site = await withEvents(api, body, [
          onThing("{ beforeLoad: function (context) { log.audit('load', context.type); } }"),
        ]);
        equal(site.logged('load'), ['create', 'edit']);
      },
    },
    {
      id: 'before-load-changes-new-records-only',
      rule: 'What beforeLoad changes counts for a new record and is ignored for a loaded one.',
      without: {
        file: EVENTS,
        find: 'return given.id === null ? { ...record, isDynamic: given.isDynamic } : given;',
        replace: 'return given;',
      },
      run: async (api) => {
        const seen = "log.audit('seen', String(found.getValue('custrecord_b')));";
        const body = `${CREATE} var found = thing; ${seen} thing.setValue('custrecord_b', 'own');
          found = record.load({ type: 'customrecord_thing', id: thing.save() }); ${seen}`;
        const site = await withEvents(api, body, [
          onThing("{ beforeLoad: function (context) { context.newRecord.setValue('custrecord_b', 'event'); } }"),
        ]);
        equal(site.logged('seen'), ['event', 'own']);
      },
    },
  ],
};

export const beforeSubmit: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4407992070',
  title: 'beforeSubmit(context)',
  cases: [
    {
      id: 'before-submit-changes-count',
      rule: 'What beforeSubmit changes in the new record is saved.',
      without: {
        file: EVENTS,
        find: "if (entryPoint === 'beforeSubmit' && output?.newRecord) record = output.newRecord as unknown as RecordData;",
        replace: '',
      },
      run: async (api) => {
        const site = await withEvents(api, `${CREATE} thing.save();`, [
          onThing("{ beforeSubmit: function (context) { context.newRecord.setValue('custrecord_b', 'set'); } }"),
        ]);
        equal(await site.account.suiteql('SELECT custrecord_b FROM customrecord_thing'), [{ custrecord_b: 'set' }]);
      },
    },
    {
      id: 'event-create',
      rule: 'Saving a new record is the event create, without an old record.',
      without: {
        file: 'src/records/saveRecord.ts',
        find: "const event = data.id === null ? 'create' : 'edit';",
        replace: "const event = 'edit';",
      },
      run: async (api) => {
        const site = await withEvents(api, `${CREATE} thing.save();`, [onThing(`{ ${TELL('beforeSubmit')} }`)]);
        equal(site.logged('beforeSubmit'), ['create one ']);
      },
    },
    {
      id: 'event-edit',
      rule: 'Saving a loaded record is the event edit, and the old record is as it was stored.',
      without: {
        file: EVENTS,
        find: 'oldRecord: (event.stored && asShown(account, event.stored))',
        replace: 'oldRecord: asShown(account, record)',
      },
      run: async (api) => {
        const body = `${CREATE} var id = thing.save(); var again = record.load({ type: 'customrecord_thing', id: id });
          again.setValue('custrecord_a', 'two'); again.save();`;
        const site = await withEvents(api, body, [onThing(`{ ${TELL('beforeSubmit')} }`)]);
        equal(site.logged('beforeSubmit')[1], 'edit two one');
      },
    },
    {
      id: 'event-xedit',
      rule: 'record.submitFields is the event xedit, whose new record has the changed fields only.',
      without: {
        file: 'src/records/submitFields.ts',
        find: 'record.fields = { ...values };',
        replace: "record.fields = { custrecord_b: 'all', ...values };",
      },
      run: async (api) => {
        const body = `${CREATE} thing.setValue('custrecord_b', 'kept'); var id = thing.save();
          record.submitFields({ type: 'customrecord_thing', id: id, values: { custrecord_a: 'two' } });`;
        const tell = `{ beforeSubmit: function (context) { log.audit('fields', context.type + ' ' +
          context.newRecord.getValue('custrecord_a') + ' ' + !!context.newRecord.getValue('custrecord_b')); } }`;
        const site = await withEvents(api, body, [onThing(tell)]);
        equal(site.logged('fields'), ['create one true', 'xedit two false']);
      },
    },
    {
      id: 'event-delete',
      rule: 'Deleting a record is the event delete.',
      without: {
        file: 'src/records/deleteRecord.ts',
        find: "'beforeSubmit', { type: 'delete'",
        replace: "'beforeSubmit', { type: 'none'",
      },
      run: async (api) => {
        const body = `${CREATE} record.delete({ type: 'customrecord_thing', id: thing.save() });`;
        const site = await withEvents(api, body, [onThing(`{ ${TELL('beforeSubmit')} }`)]);
        holds(site.logged('beforeSubmit')[1]?.startsWith('delete') === true, site.logged('beforeSubmit'));
      },
    },
  ],
};

export const afterSubmit: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4407992281',
  title: 'afterSubmit(context)',
  cases: [
    {
      id: 'after-submit-sees-the-stored-record',
      rule: 'afterSubmit sees the record as it was submitted, with its id.',
      without: {
        file: 'src/records/saveRecord.ts',
        find: "yield* runUserEvents(account, caller, 'afterSubmit', { type: event, record: newRecord, stored, submitted });",
        replace:
          "yield* runUserEvents(account, caller, 'afterSubmit', { type: event, record: data, stored, submitted });",
      },
      run: async (api) => {
        const site = await withEvents(api, `${CREATE} log.audit('id', thing.save());`, [
          onThing("{ afterSubmit: function (context) { log.audit('after', context.newRecord.id); } }"),
        ]);
        equal(site.logged('after'), site.logged('id'));
      },
    },
    {
      id: 'after-submit-delete',
      rule: 'afterSubmit of a delete runs when the record is gone.',
      without: {
        file: 'src/records/deleteRecord.ts',
        find: "'afterSubmit', { type: 'delete'",
        replace: "'afterSubmit', { type: 'none'",
      },
      run: async (api) => {
        const count =
          "query.runSuiteQL({ query: 'SELECT COUNT(*) AS n FROM customrecord_thing' }).asMappedResults()[0].n";
        const body = `${CREATE} record.delete({ type: 'customrecord_thing', id: thing.save() });`;
        const site = await withEvents(api, body, [
          onThing(
            `{ afterSubmit: function (context) { if (context.type === context.UserEventType.DELETE) log.audit('left', ${count}); } }`,
          ),
        ]);
        equal(site.logged('left'), ['0']);
      },
    },
    {
      id: 'after-submit-xedit',
      rule: 'afterSubmit of an xedit has the edited fields, and the old record whole.',
      without: {
        file: 'src/records/submitFields.ts',
        find: "yield* runUserEvents(account, caller, 'afterSubmit', { type: 'xedit', record, stored, submitted });",
        replace:
          "yield* runUserEvents(account, caller, 'afterSubmit', { type: 'xedit', record, stored: null, submitted });",
      },
      run: async (api) => {
        const body = `${CREATE} var id = thing.save();
          record.submitFields({ type: 'customrecord_thing', id: id, values: { custrecord_a: 'two' } });`;
        const site = await withEvents(api, body, [onThing(`{ ${TELL('afterSubmit')} }`)]);
        equal(site.logged('afterSubmit')[1], 'xedit two one');
      },
    },
  ],
};

export const scriptOrder: ConformancePage = {
  paragraph: 'Execution',
  page: 'article_1029021012',
  title: 'Execution Order of Deployed Scripts',
  cases: [
    {
      id: 'user-events-by-entry-point',
      rule: 'All beforeSubmit functions run, in the order of the scripts, before any afterSubmit function.',
      without: {
        file: 'src/scripts/registry.ts',
        find: '.all<DeploymentRow>(`${SELECT} ${where} ORDER BY d.primarykey`, params)',
        replace: '.all<DeploymentRow>(`${SELECT} ${where} ORDER BY d.primarykey DESC`, params)',
      },
      run: async (api) => {
        const both = (name: string): string =>
          `{ beforeSubmit: function () { log.audit('order', 'before ${name}'); }, afterSubmit: function () { log.audit('order', 'after ${name}'); } }`;
        const site = await withEvents(api, `${CREATE} thing.save();`, [
          onThing(both('a'), { id: 'event_a' }),
          onThing(both('b'), { id: 'event_b' }),
        ]);
        equal(site.logged('order'), ['before a', 'before b', 'after a', 'after b']);
      },
    },
    {
      id: 'after-submit-first-with-before-submit',
      rule: 'afterSubmit begins with the scripts that have a beforeSubmit function, too.',
      without: { file: EVENTS, find: 'first.concat(later)', replace: 'scripts' },
      run: async (api) => {
        const tell = (entryPoint: string, name: string): string =>
          `${entryPoint}: function () { log.audit('${entryPoint}', '${name}'); }`;
        const site = await withEvents(api, `${CREATE} thing.save();`, [
          onThing(`{ ${tell('afterSubmit', 'a')} }`, { id: 'event_a' }),
          onThing(`{ ${tell('beforeSubmit', 'b')} }`, { id: 'event_b' }),
          onThing(`{ ${tell('afterSubmit', 'c')} }`, { id: 'event_c' }),
          onThing(`{ ${tell('beforeSubmit', 'd')}, ${tell('afterSubmit', 'd')} }`, { id: 'event_d' }),
        ]);
        equal(
          [site.logged('beforeSubmit'), site.logged('afterSubmit')],
          [
            ['b', 'd'],
            ['d', 'a', 'c'],
          ],
        );
      },
    },
  ],
};

export const contextFilter: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_157496034201',
  title: 'Using the Context Filtering Subtab',
  cases: [
    {
      id: 'user-event-context-filter',
      rule: 'A user event script runs only in the execution contexts that its deployment names.',
      without: {
        file: EVENTS,
        find: 'script.executionContexts === null || script.executionContexts.includes(caller.context)',
        replace: 'true',
      },
      run: async (api) => {
        const only = (context: string): ScriptSetup =>
          onThing(`{ afterSubmit: function () { log.audit('ran', '${context}'); } }`, {
            id: `event_${context.toLowerCase()}`,
            deployment: `<executioncontext>${context}</executioncontext>`,
          });
        const site = await withEvents(api, `${CREATE} thing.save();`, [only('USERINTERFACE'), only('RESTLET')]);
        equal(site.logged('ran'), ['RESTLET']);
      },
    },
    {
      id: 'user-event-sees-what-triggered-it',
      rule: 'runtime.executionContext of a user event is that of what triggered it.',
      without: {
        file: EVENTS,
        find: 'context: caller.context,',
        replace: "context: 'USEREVENT',",
      },
      run: async (api) => {
        const site = await withEvents(api, `${CREATE} thing.save();`, [
          onThing("{ afterSubmit: function () { log.audit('context', runtime.executionContext); } }"),
        ]);
        equal(site.logged('context'), ['RESTLET']);
      },
    },
  ],
};

export const executeAsRole: ConformancePage = {
  paragraph: 'Execution',
  page: 'chapter_N2997500',
  title: 'Executing Scripts Using a Specific Role',
  cases: [
    {
      id: 'triggered-script-keeps-the-first-role',
      rule: 'A script that another script triggers runs in the first script’s role, not in that of its own deployment.',
      without: {
        file: EVENTS,
        find: 'caller.execution === null ? inRole(account, caller.user, script.runAsRole) : caller.user',
        replace: 'inRole(account, caller.user, script.runAsRole)',
      },
      run: async (api) => {
        const event = onThing("{ afterSubmit: function () { log.audit('role', runtime.getCurrentUser().roleId); } }", {
          deployment: '<runasrole>ACCOUNTANT</runasrole>',
        });
        const site = await withEvents(api, `${CREATE} thing.save();`, [event]);
        equal(site.logged('role'), ['administrator']);
      },
    },
  ],
};
