import Big from 'big.js';
import { demoCompany } from '../../src/company/presets/demo';
import { straightLine } from '../../src/records/revenue/straightLine';
import { orders } from './orders';
import { codeOf, testAccount } from './testAccount';

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);

function classicAccount() {
  const t = testAccount({ ...demoCompany, features: [...demoCompany.features, 'REVENUERECOGNITION'] });
  const template = t.save(t.create('revrectemplate', { name: 'Evenly', amortizationperiod: 3 }));
  const item = t.item({ deferredrevenueaccount: t.accountNumbered('2400'), revrecschedule: template });
  return { t, template, item, ...orders(t) };
}

function schedulesOf(t: ReturnType<typeof testAccount>, transaction: string) {
  return t.store.all<{ id: number; totalamount: number }>(
    'SELECT id, totalamount FROM revrecschedule WHERE sourcetransaction = ? ORDER BY id',
    [transaction],
  );
}

describe('deferral with classic revenue recognition', () => {
  test('a line with a template credits deferred revenue, its schedule spreads it over the periods', () => {
    const { t, item, impact } = classicAccount();
    const dates = { revrecstartdate: day(2026, 7, 15), revrecenddate: day(2026, 9, 14) };
    const id = t.save(t.invoice(t.customer(), [{ item, rate: 100, ...dates }]));
    expect(impact(id)).toEqual({ '1100': 100, '2400': -100 });
    const [schedule] = schedulesOf(t, id);
    const record = t.load('revrecschedule', String(schedule?.id));
    expect(record.fields.totalamount).toBe(100);
    expect(record.sublists.recurrence?.map((line) => line.fields.recamount)).toEqual([33.33, 33.33, 33.34]);
    expect(codeOf(() => t.save(record))).toContain('RCRD_UNEDITABLE');
  });

  test('a last day that is missing follows from the periods of the template', () => {
    const { t, item } = classicAccount();
    const id = t.save(t.invoice(t.customer(), [{ item, rate: 90, revrecstartdate: day(2026, 7, 15) }]));
    const record = t.load('revrecschedule', String(schedulesOf(t, id)[0]?.id));
    expect(record.fields.revrecenddate).toEqual(day(2026, 9, 30));
    expect(record.sublists.recurrence).toHaveLength(3);
  });

  test('a line without a start date is refused and nothing is stored', () => {
    const { t, item } = classicAccount();
    const customer = t.customer();
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, rate: 90 }])))).toBe(
      'REV_REC_DATE_REQD: No Revenue Recognition Start Date Specified',
    );
    expect(t.store.all('SELECT id FROM "transaction" WHERE type = \'CustInvc\'')).toEqual([]);
  });

  test('an item without a deferred revenue account cannot be sold with a template', () => {
    const { t, template } = classicAccount();
    const line = { item: t.item(), rate: 10, revrecschedule: template, revrecstartdate: day(2026, 7, 1) };
    expect(codeOf(() => t.save(t.invoice(t.customer(), [line])))).toContain('has no deferred revenue account');
  });

  test('cash sales and credit memos defer alike, with the other sign for the latter', () => {
    const { t, item, sale, impact } = classicAccount();
    const line = { item, rate: 60, revrecstartdate: day(2026, 7, 1) };
    const cash = t.save(sale('cashsale', t.customer(), [line]));
    expect(impact(cash)['2400']).toBe(-60);
    const credit = t.save(sale('creditmemo', t.customer(), [line]));
    expect(impact(credit)['2400']).toBe(60);
    expect(schedulesOf(t, credit)[0]?.totalamount).toBe(-60);
  });

  test('an edit remakes the schedule under its id, a deletion takes it away', () => {
    const { t, item, setLine } = classicAccount();
    const line = { item, rate: 60, revrecstartdate: day(2026, 7, 1) };
    const id = t.save(t.invoice(t.customer(), [line]));
    const [before] = schedulesOf(t, id);
    const record = t.load('invoice', id);
    t.save(setLine(record, 0, { rate: 75, amount: 75 }));
    expect(schedulesOf(t, id)).toEqual([{ id: before?.id, totalamount: 75 }]);
    t.remove('invoice', id);
    expect(schedulesOf(t, id)).toEqual([]);
  });

  test('what the simulator lacks of templates is refused by name', () => {
    const { t } = classicAccount();
    const variable = t.create('revrectemplate', { name: 'By project', amortizationtype: 'VARIABLE' });
    expect(codeOf(() => t.save(variable))).toContain('SIMULATOR_NOT_SUPPORTED');
  });
});

describe('deferral with Advanced Revenue Management', () => {
  const rules = [
    {
      name: 'A year',
      method: 'Straight-line, by even periods',
      startDate: 'Event Date',
      endDate: 'Rev Rec Term in Months',
      termInMonths: 12,
    },
  ] as const;
  const account = () => {
    const t = testAccount({
      ...demoCompany,
      features: [...demoCompany.features, 'ADVANCEDREVENUERECOGNITION'],
      revenueRules: rules,
    });
    return { t, rule: t.idOf('revenuerecognitionrule', 'name', 'A year'), ...orders(t) };
  };

  test('an item with a rule defers to the account of the system where it has none of its own', () => {
    const { t, rule, impact } = account();
    const item = t.item({ revenuerecognitionrule: rule });
    expect(impact(t.save(t.invoice(t.customer(), [{ item, rate: 120 }])))).toEqual({ '1100': 120, '2400': -120 });
  });

  test('an item without a rule, or that posts revenue directly, credits income', () => {
    const { t, rule, impact } = account();
    const direct = t.item({ revenuerecognitionrule: rule, directrevenueposting: true });
    const plain = t.item({ deferredrevenueaccount: t.accountNumbered('2400') });
    const id = t.save(
      t.invoice(t.customer(), [
        { item: direct, rate: 10 },
        { item: plain, rate: 5 },
      ]),
    );
    expect(impact(id)).toEqual({ '1100': 15, '4010': -15 });
  });
});

test('without either feature there are no such records, and items with a deferred account credit income', () => {
  const t = testAccount();
  expect(codeOf(() => t.create('revrectemplate'))).toContain('INVALID_RCRD_TYPE');
  const item = t.item({ deferredrevenueaccount: t.accountNumbered('2400') });
  const id = t.save(t.invoice(t.customer(), [{ item, rate: 5 }]));
  expect(orders(t).impact(id)).toEqual({ '1100': 5, '4010': -5 });
});

describe('straight line from August 20 to December 19', () => {
  const shares = (method: Parameters<typeof straightLine>[1]): string[] => {
    const { account } = testAccount();
    const term = { start: '2026-08-20', end: '2026-12-19' };
    return straightLine(account, method, term, new Big(400), 2).map((share) => share.amount.toFixed(2));
  };
  test.each([
    ['Straight-line, by even periods', ['80.00', '80.00', '80.00', '80.00', '80.00']],
    ['Straight-line, prorate first & last period', ['39.34', '99.45', '99.45', '99.46', '62.30']],
    ['Straight-line, using exact days', ['39.34', '98.36', '101.64', '98.36', '62.30']],
    ['Straight-line, prorate first & last period (period-rate)', ['38.71', '100.00', '100.00', '100.00', '61.29']],
  ] as const)('%s', (method, amounts) => {
    expect(shares(method)).toEqual(amounts);
  });
});
