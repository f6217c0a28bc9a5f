import { setPreference } from '../../src/company/settings';
import { revenueAccount } from './revenueAccount';
import { codeOf } from './testAccount';

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);

function plansAccount() {
  const a = revenueAccount('ADVANCEDREVENUERECOGNITION');
  const shipped = a.t.item({
    revenuerecognitionrule: a.rule('By quantity'),
    createrevenueplanson: '-3',
    isfulfillable: true,
  });
  return { ...a, shipped };
}

describe('plans that fulfillment makes', () => {
  test('each shipment makes a plan of its share of the quantity', () => {
    const a = plansAccount();
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: a.shipped, rate: 10, quantity: 4 }]));
    expect(a.planned()).toEqual([]);
    const ship = (quantity: number) =>
      a.t.save(a.setLine(a.transform('salesorder', order, 'itemfulfillment'), 0, { quantity }));
    const first = ship(1);
    ship(3);
    expect(a.planned()).toEqual(['10', '30']);
    a.t.remove('itemfulfillment', first);
    expect(a.planned()).toEqual(['30']);
    a.recognize('Jul 2026');
    const last = a.t.idOf('transaction', 'type', 'ItemShip');
    expect(codeOf(() => a.t.remove('itemfulfillment', last))).toContain('TRANS_IN_USE');
  });

  test('an edited shipment changes its plan, a receipt of a return makes a negative one', () => {
    const a = plansAccount();
    const customer = a.t.customer();
    const order = a.t.save(a.sale('salesorder', customer, [{ item: a.shipped, rate: 10, quantity: 4 }]));
    const shipment = a.t.save(a.transform('salesorder', order, 'itemfulfillment'));
    a.t.save(a.setLine(a.t.load('itemfulfillment', shipment), 0, { quantity: 2 }));
    expect(a.planned()).toEqual(['20']);
    const back = a.t.save(a.sale('returnauthorization', customer, [{ item: a.shipped, rate: 10, quantity: 4 }]));
    a.t.save(a.setLine(a.transform('returnauthorization', back, 'itemreceipt'), 0, { quantity: 1 }));
    expect(a.planned()).toEqual(['20', '-10']);
  });

  test('what cannot be fulfilled has its plan with the invoice; a credit memo is fulfilled when it is made', () => {
    const a = plansAccount();
    const service = a.t.item({ revenuerecognitionrule: a.rule('By quantity'), createrevenueplanson: '-3' });
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: service, rate: 10 }]));
    expect(a.planned()).toEqual([]);
    a.t.save(a.transform('salesorder', order, 'invoice'));
    a.t.save(a.sale('creditmemo', a.t.customer(), [{ item: a.shipped, rate: 7 }]));
    expect(a.planned()).toEqual(['10', '-7']);
  });
});

describe('forecast plans', () => {
  test('the forecast is of the whole amount, from the date of the source, before any event', () => {
    const a = plansAccount();
    const item = a.t.item({
      revenuerecognitionrule: a.rule('A quarter'),
      revrecforecastrule: a.rule('A quarter'),
      createrevenueplanson: '-2',
    });
    const order = a.sale('salesorder', a.t.customer(), [{ item, rate: 90 }], { trandate: day(2026, 8, 3) });
    a.t.save(order);
    expect([a.planned('FORECAST'), a.planned()]).toEqual([['30', '30', '30'], []]);
    expect(a.t.store.get('SELECT status, totalrecognized, revrecstartdate FROM revenueplan')).toEqual({
      status: null,
      totalrecognized: null,
      revrecstartdate: '2026-08-03',
    });
    expect(a.recognize('Aug 2026')).toEqual([]);
  });

  test('it takes the forecast dates of the element', () => {
    const a = plansAccount();
    const dated = a.rule('By its dates');
    const item = a.t.item({ revenuerecognitionrule: dated, revrecforecastrule: dated });
    a.t.save(a.sale('salesorder', a.t.customer(), [{ item, rate: 90 }]));
    const record = a.t.load('revenuearrangement', a.t.idOf('transaction', 'type', 'RevArrng'));
    const dates = { forecaststartdate: day(2026, 9, 1), forecastenddate: day(2026, 10, 31) };
    a.t.save(a.setLine(record, 0, dates, 'revenueelement'));
    expect([a.planned('FORECAST'), a.planned()]).toEqual([['45', '45'], []]);
  });

  test('a preference keeps them from being made, and they cannot be on hold', () => {
    const a = plansAccount();
    const quarter = a.rule('A quarter');
    const item = a.t.item({ revenuerecognitionrule: quarter, revrecforecastrule: quarter });
    a.t.save(a.sale('invoice', a.t.customer(), [{ item, rate: 90 }]));
    const forecast = a.t.load('revenueplan', a.t.idOf('revenueplan', 'revenueplantype', 'FORECAST'));
    const hold = a.t.set(forecast, { holdrevenuerecognition: true });
    expect(codeOf(() => a.t.save(hold))).toContain('USER_ERROR');
    setPreference(a.t.account, 'ACCOUNTING_PREFERENCES', 'DISABLEFORECASTPLANS', true);
    a.t.save(a.sale('invoice', a.t.customer(), [{ item, rate: 30 }]));
    expect(a.planned('FORECAST')).toEqual(['30', '30', '30']);
    expect(a.planned()).toHaveLength(6);
  });
});
