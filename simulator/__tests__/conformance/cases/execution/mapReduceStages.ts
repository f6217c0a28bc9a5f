import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { mapReduce } from '../../harness/scripts';
import { ECHO_MAP, input, JOIN_REDUCE, stages } from './summary';

const SPLIT_MAP =
  "map: function (context) { var parts = context.value.split(':'); context.write({ key: parts[0], value: parts[1] }); }";

export const mapReduceStages: ConformancePage = {
  paragraph: 'Execution',
  page: 'bridgehead_4387802529',
  title: 'Map/Reduce Script Stages',
  cases: [
    {
      id: 'shuffle-groups-values-by-key',
      rule: 'Reduce is called once for each key that map wrote, with all of its values.',
      without: {
        file: 'src/scripts/mapReduce/shuffle.ts',
        find: 'if (group) group.push(value);',
        replace: "if (group) groups.set(key + ' ', [value]);",
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [mapReduce(stages(input("['b:2', 'a:1', 'b:1']"), SPLIT_MAP, JOIN_REDUCE))],
        });
        await site.run();
        equal(site.logged('output'), ['a=1;b=1,2']);
      },
    },
    {
      id: 'map-reduce-without-map',
      rule: 'Without map, what getInputData gives goes to reduce.',
      without: {
        file: 'src/scripts/mapReduce/run.ts',
        find: 'else queueShuffle(run, pairs);',
        replace: 'else queueShuffle(run, []);',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [mapReduce(stages(input('{ b: 2, a: 1 }'), JOIN_REDUCE))] });
        await site.run();
        equal(site.logged('output'), ['a=1;b=2']);
      },
    },
    {
      id: 'map-reduce-without-reduce',
      rule: 'Without reduce, what map writes is the output that summarize sees.',
      without: {
        file: 'src/scripts/mapReduce/keyStage.ts',
        find: "if (stage.name === 'map' && run.script.functions.includes('reduce')) {",
        replace: "if (stage.name === 'map') {",
      },
      run: async (api) => {
        const site = await api.site({ scripts: [mapReduce(stages(input("['x']"), ECHO_MAP))] });
        await site.run();
        equal(site.logged('output'), ['0=x']);
      },
    },
    {
      id: 'map-reduce-needs-map-or-reduce',
      rule: 'A script must have getInputData and one of map and reduce.',
      without: {
        file: 'src/scripts/mapReduce/run.ts',
        find: "!(functions.includes('map') || functions.includes('reduce'))",
        replace: 'false',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [mapReduce(stages(input("['x']")))] });
        equal([(await site.run()).status, site.logged('output')], ['FAILED', []]);
      },
    },
    {
      id: 'map-reduce-stage-after-stage',
      rule: 'Reduce begins when the last pair has been mapped.',
      without: {
        file: 'src/scripts/mapReduce/keyStage.ts',
        find: 'if (stage.jobs > 0) return;',
        replace: 'if (stage.jobs > 1) return;',
      },
      run: async (api) => {
        // One of two jobs ends at once; the other still has a long pair.
        const map = `map: function (context) {
          for (var i = 0; i < (context.value === 'a' ? 30 : 1); i += 1) runtime.isFeatureInEffect({ feature: 'X' });
          context.write(context.value, '');
        }`;
        const script = mapReduce(stages(input("['a', 'b']"), map, JOIN_REDUCE), {
          deployment: '<concurrencylimit>2</concurrencylimit>',
        });
        const site = await api.site({ scripts: [script] });
        await site.run();
        equal(site.logged('output'), ['a=;b=']);
      },
    },
    {
      id: 'map-reduce-values-are-text',
      rule: 'Keys and values between stages are text; what is no text is made JSON.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: "return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');",
        replace: 'return String(value);',
      },
      run: async (api) => {
        const map = `map: function (context) {
          context.write(context.key, typeof context.value + ' ' + context.value);
          context.write({ key: { a: 1 }, value: [1, 'b'] });
        }`;
        const site = await api.site({ scripts: [mapReduce(stages(input('[{ n: 1 }]'), map))] });
        await site.run();
        equal(site.logged('output'), ['0=string {"n":1};{"a":1}=[1,"b"]']);
      },
    },
  ],
};

export const getInputData: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4412447940',
  title: 'getInputData(inputContext)',
  cases: [
    {
      id: 'input-array',
      rule: 'Elements of an array are keyed by their index.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: '({ key: String(index), value: text(value) })',
        replace: '({ key: String(index + 1), value: text(value) })',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [mapReduce(stages(input("['a', 'b']"), ECHO_MAP))] });
        await site.run();
        equal(site.logged('output'), ['0=a;1=b']);
      },
    },
    {
      id: 'input-object',
      rule: 'Properties of an object are pairs of key and value.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: 'Object.entries(returned).map(([key, value]) => ({ key, value: text(value) }))',
        replace: 'Object.keys(returned).map((key, index) => ({ key: String(index), value: key }))',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [mapReduce(stages(input('{ a: 10, b: 20 }'), ECHO_MAP))] });
        await site.run();
        equal(site.logged('output'), ['a=10;b=20']);
      },
    },
    {
      id: 'input-suiteql',
      rule: 'A reference to SuiteQL text is run with its parameters; the values of a row come as JSON.',
      without: { file: 'src/query/inputRows.ts', find: 'query, params, given)', replace: 'query, [], given)' },
      run: async (api) => {
        const reference = "{ type: 'suiteql', query: 'SELECT symbol FROM currency WHERE symbol = ?', params: ['EUR'] }";
        const map = 'map: function (context) { context.write(JSON.parse(context.value).values[0], ""); }';
        const site = await api.site({ scripts: [mapReduce(stages(input(reference), map))] });
        await site.run();
        equal(site.logged('output'), ['EUR=']);
      },
    },
    {
      id: 'input-file',
      rule: 'A file gives one pair for each line.',
      without: { file: 'src/scripts/mapReduce/fileRows.ts', find: '/\\r\\n|\\n|\\r/', replace: '/\\0/' },
      run: async (api) => {
        const contents = input("file.create({ name: 'n', fileType: 'CSV', contents: 'a,1\\nb,2' })");
        const site = await api.site({ scripts: [mapReduce(stages(contents, ECHO_MAP))] });
        await site.run();
        equal(site.logged('output'), ['0=a,1;1=b,2']);
      },
    },
  ],
};
