import { equal } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';
import { ledgers } from '../receivables/ledgers';

const JOB = 'src/records/types/job.ts';

const HELPERS = `
  function project(customerId, values) {
    return fill(record.create({ type: 'job' }), Object.assign({ companyname: 'Move', parent: customerId }, values)).save();
  }
`;

function gives(id: string, rule: string, without: Switch, code: string, expected: unknown): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const { companyData } = await import('../../../../src/company/presets');
      const demo = companyData('demo');
      const numbering = [
        ...demo.numbering,
        { recordType: 'job', prefix: 'PRJ', minimumDigits: 3, initial: 1, allowOverride: true, allowUpdate: true },
      ];
      const { run } = await ledgers(api, { company: { ...demo, numbering, features: [...demo.features, 'JOBS'] } });
      equal(await run(`${HELPERS} ${code}`), expected);
    },
  };
}

export const projects: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3645529',
  title: 'Project (Job)',
  cases: [
    {
      id: 'projects-need-the-feature',
      rule: 'Projects are there with the feature Projects.',
      without: { file: 'src/records/catalogue.ts', find: "  job: 'JOBS',\n", replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        equal(await run("return caught(function () { record.create({ type: 'job' }); });"), 'INVALID_RCRD_TYPE');
      },
    },
    gives(
      'project-of-a-customer',
      'A project belongs to a customer, and has the subsidiary of it.',
      { file: JOB, find: 'customer: customer?.id ?? null,', replace: 'customer: null,' },
      `var p = project(customer({ subsidiary: 2 }));
       return rows('SELECT entityid, subsidiary, customer FROM job WHERE id = ?', [p]);`,
      [{ entityid: 'PRJ001', subsidiary: 2, customer: 4 }],
    ),
    gives(
      'project-owes-for-its-customer',
      'What is sold to a project is owed by its customer, whose payments list it.',
      {
        file: 'src/records/application/customerMoney.ts',
        find: 'customers: withProjects(account, withSubcustomers(account, customer)),',
        replace: 'customers: withSubcustomers(account, customer),',
      },
      `var c = customer(); var one = bill(project(c), 100);
       var before = get('customer', c, 'balance');
       tick(payment(c), 'apply', one, 100).save();
       return [before, due(one), get('customer', c, 'balance')];`,
      [100, 0, 0],
    ),
    gives(
      'project-terms-of-its-customer',
      'A transaction of a project takes subsidiary, terms and accounts from its customer.',
      {
        file: 'src/records/transaction/sourceBody.ts',
        find: 'billedCustomer(context.account, keyIn(data.fields.entity))',
        replace: 'keyIn(data.fields.entity)',
      },
      `var c = customer({ terms: idOf('term', 'name', 'Net 30') });
       return record.create({ type: 'invoice', defaultValues: { entity: project(c) } }).getText({ fieldId: 'terms' });`,
      'Net 30',
    ),
  ],
};
