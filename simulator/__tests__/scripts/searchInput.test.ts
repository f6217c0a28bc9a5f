import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

/** What getInputData returns is chosen by a parameter; map logs what it gets. */
const READER = script(
  'MapReduceScript',
  `{
    getInputData: () => {
      const of = (more) => search.create({ type: 'customer', filters: [['email', 'isnotempty', '']], columns: ['companyname', 'subsidiary'], ...more });
      switch (runtime.getCurrentScript().getParameter({ name: 'custscript_x_form' })) {
        case 'search': return of({});
        case 'saved': return search.load({ id: of({ id: 'customsearch_x_saved', title: 'Saved' }).save() });
        case 'reference': of({ id: 'customsearch_x_reference', title: 'Reference' }).save();
          return { type: 'search', id: 'customsearch_x_reference' };
        case 'results': return of({}).run().getRange({ start: 0, end: 10 });
        default: return search.create({ type: 'nosuchtype' });
      }
    },
    map: (context) => log.audit('map', context.key + ' ' + context.value),
  }`,
  ['N/search', 'N/runtime', 'N/log'],
);

const MAKER = script(
  'Restlet',
  `{ post: ({ name }) => {
    const made = record.create({ type: 'customer' });
    made.setValue('companyname', name);
    made.setValue('subsidiary', 1);
    made.setValue('email', name + '@example.com');
    return { id: made.save() };
  } }`,
  ['N/record'],
);

let account: SimulatedAccount;
let start: ReturnType<SimulatedAccount['snapshot']>;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  const deployment = (id: string, status: string, more = ''): string =>
    `<scriptdeployments><scriptdeployment scriptid="customdeploy_${id}"><status>${status}</status><title>T</title>${more}
     </scriptdeployment></scriptdeployments>`;
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/reader.js`]: READER,
        [`FileCabinet/SuiteApps/${APP}/maker.js`]: MAKER,
        ...object(`<mapreducescript scriptid="customscript_x_reader"><name>Reader</name>
          <scriptfile>[/SuiteApps/${APP}/reader.js]</scriptfile><scriptcustomfields>
          <scriptcustomfield scriptid="custscript_x_form"><label>Form</label><fieldtype>TEXT</fieldtype></scriptcustomfield>
          </scriptcustomfields>${deployment('x_reader', 'NOTSCHEDULED')}</mapreducescript>`),
        ...object(`<restlet scriptid="customscript_x_maker"><name>Maker</name>
          <scriptfile>[/SuiteApps/${APP}/maker.js]</scriptfile>${deployment('x_maker', 'RELEASED', '<allroles>T</allroles>')}</restlet>`),
      }),
    ),
  );
  for (const name of ['Ant', 'Bee']) {
    const call = { script: 'customscript_x_maker', deploy: 'customdeploy_x_maker', method: 'POST' as const };
    await account.callRestlet({ ...call, body: { name } });
  }
  start = account.snapshot();
});

beforeEach(() => account.restore(start));
afterAll(async () => {
  removeProjects();
  await account.close();
});

async function mapped(form: string): Promise<{ key: string; value: Record<string, unknown> }[]> {
  await account.run({ script: 'customscript_x_reader', params: { custscript_x_form: form } });
  return account.log({ script: 'customscript_x_reader', type: 'AUDIT' }).map(({ details }) => {
    const place = details.indexOf(' ');
    return { key: details.slice(0, place), value: JSON.parse(details.slice(place)) as Record<string, unknown> };
  });
}

describe('getInputData', () => {
  it.each(['search', 'saved', 'reference'])('gives each row of a search by its internal id: %s', async (form) => {
    const rows = await mapped(form);
    expect(rows.map(({ key, value }) => [key === value.id, value.recordType])).toEqual([
      [true, 'customer'],
      [true, 'customer'],
    ]);
    expect(rows.map(({ value }) => value.values)).toEqual([
      { companyname: 'Ant', subsidiary: { value: '1', text: 'Northwind Analytics' } },
      { companyname: 'Bee', subsidiary: { value: '1', text: 'Northwind Analytics' } },
    ]);
  });

  it('gives results that the script read itself by their place, as JSON', async () => {
    const rows = await mapped('results');
    expect(rows.map(({ key }) => key)).toEqual(['0', '1']);
    expect(rows[0]?.value).toMatchObject({ recordType: 'customer', values: { subsidiary: [{ value: '1' }] } });
  });
});
