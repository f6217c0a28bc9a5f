import { equal, holds } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { books } from './books';

const ONE_WORLD = 'src/company/oneWorld.ts';

export const subsidiaryRecord: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_157607424766',
  title: 'Subsidiary',
  cases: [
    {
      id: 'subsidiary-record-needs-oneworld',
      rule: 'The subsidiary record is there only in OneWorld accounts.',
      without: {
        file: 'src/records/catalogue.ts',
        find: 'if (feature !== undefined && !isFeatureInEffect(account, feature)) return null;',
        replace: '',
      },
      run: async (api) => {
        const { run } = await books(api, { company: 'single' });
        const code = "return caught(function () { record.load({ type: 'subsidiary', id: 1 }); });";
        equal(await run(code), 'INVALID_RCRD_TYPE');
      },
    },
    {
      id: 'subsidiary-table-needs-oneworld',
      rule: 'SuiteQL on the table subsidiary fails in an account without OneWorld.',
      without: {
        file: 'src/query/tables/features.ts',
        find: "  subsidiary: 'SUBSIDIARIES',\n  customersubsidiaryrelationship",
        replace: '  customersubsidiaryrelationship',
      },
      run: async (api) => {
        const { run } = await books(api, { company: 'single' });
        const found = await run("return caught(function () { rows('SELECT id FROM subsidiary'); });");
        holds(found !== 'nothing', found);
      },
    },
    {
      id: 'subsidiary-field-needs-oneworld',
      rule: 'Records of an account without OneWorld have no field subsidiary.',
      without: {
        file: ONE_WORLD,
        find: 'if (isOneWorld(account)) return record;',
        replace: 'if (account) return record;',
      },
      run: async (api) => {
        const { run } = await books(api, { company: 'single' });
        const code = `var rec = record.load({ type: 'invoice', id: invoice().save() });
          return [rec.getValue('subsidiary') || null, rec.getText('entity') !== ''];`;
        equal(await run(code), [null, true]);
      },
    },
    {
      id: 'subsidiary-value-ignored-without-oneworld',
      rule: 'A subsidiary that a script gives is ignored in an account without OneWorld.',
      without: { file: 'src/records/validation.ts', find: '  inOnlySubsidiary(context, data);\n', replace: '' },
      run: async (api) => {
        const { run } = await books(api, { company: 'single' });
        equal(await run('return caught(function () { customer({ subsidiary: 7 }); });'), 'nothing');
      },
    },
  ],
};
