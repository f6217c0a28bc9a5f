import { setPreference } from '../../src/company/settings';
import { recognizeRevenue } from '../../src/records/recognizeRevenue';
import { voidTransaction } from '../../src/records/voidTransaction';
import { revenueAccount } from './revenueAccount';
import { accountant, administrator, codeOf, finish } from './testAccount';

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);

function arm() {
  const a = revenueAccount('ADVANCEDREVENUERECOGNITION');
  const item = a.t.item({ revenuerecognitionrule: a.rule('A quarter') });
  const invoice = (rate = 90, values = {}, customer = a.t.customer()) =>
    a.t.save(a.sale('invoice', customer, [{ item, rate }], values));
  return { ...a, item, invoice };
}

describe('recognition of planned revenue', () => {
  test('the journal entry of a period debits deferral, credits recognition, and is not made twice', () => {
    const a = arm();
    a.invoice();
    const [journal, ...others] = a.recognize('Jul 2026');
    expect(others).toEqual([]);
    expect(journal).toMatchObject({ source: 'plans', count: 1, amount: '30' });
    expect(a.impact(String(journal?.id))).toEqual({ '2400': 30, '4010': -30 });
    const record = a.t.load('journalentry', String(journal?.id));
    expect(record.fields.trandate).toEqual(day(2026, 7, 31));
    expect(record.fields.postingperiod).toBe(a.t.idOf('accountingperiod', 'periodname', 'Jul 2026'));
    expect(a.planned()).toEqual(['30*', '30', '30']);
    expect(a.plans()[0]).toMatchObject({ status: 'INPROGRESS', totalrecognized: 30, remainingdeferredbalance: 60 });
    expect(a.elementStatus()).toEqual(['INPROGRESS']);
    expect(a.recognize('Jul 2026')).toEqual([]);
  });

  test('prior periods are recognized only where they are asked for; the last one completes the plan', () => {
    const a = arm();
    a.invoice();
    expect(a.recognize('Aug 2026')).toMatchObject([{ count: 1 }]);
    expect(a.recognize('Sep 2026', { includePriorPeriods: true })).toMatchObject([{ count: 2, amount: '60' }]);
    expect(a.plans()[0]).toMatchObject({ status: 'COMPLETED', remainingdeferredbalance: 0 });
    expect(a.elementStatus()).toEqual(['COMPLETED']);
  });

  test('it posts in the base currency of each subsidiary, one journal entry for each', () => {
    const a = arm();
    a.invoice(100, {}, a.t.customer({ currency: a.t.eur() }));
    const german = a.t.customer({ subsidiary: a.t.de(), currency: a.t.eur() });
    a.t.save(a.sale('invoice', german, [{ item: a.item, rate: 60 }]));
    const journals = a.recognize('Jul 2026');
    const rows = journals.map(({ id }) =>
      a.t.store.get('SELECT currency, exchangerate, foreigntotal FROM "transaction" WHERE id = ?', [Number(id)]),
    );
    // 100 EUR at 1.1 are 110 USD, a third of them is 36.67.
    expect(rows).toEqual([
      { currency: Number(a.t.usd()), exchangerate: 1, foreigntotal: 36.67 },
      { currency: Number(a.t.eur()), exchangerate: 1, foreigntotal: 20 },
    ]);
    expect(a.recognize('Aug 2026', { subsidiary: 'Northwind Analytics GmbH' })).toMatchObject([{ amount: '20' }]);
    expect(codeOf(() => a.recognize('Aug 2026', { subsidiary: 'Nowhere' }))).toContain('no subsidiary');
  });

  test('what is taken back debits recognition', () => {
    const a = arm();
    a.t.save(a.sale('creditmemo', a.t.customer(), [{ item: a.item, rate: 30 }]));
    const [journal] = a.recognize('Jul 2026');
    expect(a.impact(String(journal?.id))).toEqual({ '2400': -10, '4010': 10 });
  });

  test('summarized journal entries add up equal accounts and classes', () => {
    const a = arm();
    setPreference(a.t.account, 'ACCOUNTING_PREFERENCES', 'REVRECJOURNALSINGL', 'Summary');
    for (const rate of [30, 60, 90]) a.invoice(rate);
    const [journal] = a.recognize('Jul 2026');
    const lines = a.t.load('journalentry', String(journal?.id)).sublists.line ?? [];
    expect(lines.map(({ fields }) => [fields.debit, fields.credit, fields.entity])).toEqual([
      [60, null, null],
      [null, 60, null],
    ]);
    expect(journal).toMatchObject({ count: 3, amount: '60' });
  });

  test('detailed ones have two lines for each plan, with its customer and class, 1,000 at most', () => {
    const a = arm();
    const cls = a.t.idOf('classification', 'name', 'Support');
    const customer = a.t.customer();
    a.t.save(a.sale('invoice', customer, [{ item: a.item, rate: 3, class: cls }]));
    // A plan of one line in July gets 500 more.
    a.t.store.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
       INSERT INTO revenueplanplannedrevenue (revenueplan, plannedperiod, amount, deferredrevenueaccount,
         recognitionaccount, isrecognized)
       SELECT revenueplan, plannedperiod, amount, deferredrevenueaccount, recognitionaccount, 'F'
       FROM (SELECT * FROM revenueplanplannedrevenue ORDER BY id LIMIT 1), n`,
    );
    const journals = a.recognize('Jul 2026');
    expect(journals.map(({ count }) => count)).toEqual([500, 1]);
    const [first] = a.t.load('journalentry', String(journals[1]?.id)).sublists.line ?? [];
    expect(first?.fields).toMatchObject({ entity: customer, class: cls, debit: 1 });
  });

  test('plans of a closed period post in the next open one', () => {
    const a = arm();
    a.invoice(90, { trandate: day(2026, 7, 1) });
    a.t.store.run("UPDATE accountingperiod SET closed = 'T', alllocked = 'T' WHERE periodname = 'Jul 2026'");
    expect(a.recognize('Jul 2026')).toMatchObject([
      { postingPeriod: Number(a.t.idOf('accountingperiod', 'periodname', 'Aug 2026')) },
    ]);
  });

  test('a plan on hold is left out, and catches up when it is released', () => {
    const a = arm();
    a.invoice();
    const plan = String(a.plans()[0]?.id);
    a.t.save(a.t.set(a.t.load('revenueplan', plan), { holdrevenuerecognition: true }));
    expect(a.plans()[0]?.status).toBe('ONHOLD');
    expect(a.recognize('Jul 2026')).toEqual([]);
    a.t.clock.set(Date.parse('2026-08-10T17:00:00Z'));
    a.t.save(a.t.set(a.t.load('revenueplan', plan), { holdrevenuerecognition: false }));
    expect(a.planned()).toEqual(['60', '30']);
    expect(a.recognize('Aug 2026')).toMatchObject([{ amount: '60' }]);
  });

  test('a line that somebody recognized by hand is left out', () => {
    const a = arm();
    a.invoice();
    const plan = a.t.load('revenueplan', String(a.plans()[0]?.id));
    a.t.save(a.setLine(plan, 0, { isrecognized: true }, 'plannedrevenue'));
    expect(a.recognize('Jul 2026')).toEqual([]);
    expect(a.plans()[0]).toMatchObject({ status: 'INPROGRESS', totalrecognized: 30 });
  });

  test('where journal entries require approval they post when they are approved, with the box or later', () => {
    const a = arm();
    setPreference(a.t.account, 'ACCOUNTING_PREFERENCES', 'JOURNALAPPROVALS', true);
    a.invoice();
    const id = String(a.recognize('Jul 2026')[0]?.id);
    expect([a.impact(id), a.recognize('Jul 2026')]).toEqual([{}, []]);
    a.t.save(a.t.set(a.t.load('journalentry', id), { approved: true }));
    expect(a.impact(id)).toEqual({ '2400': 30, '4010': -30 });
    const [approved] = a.recognize('Aug 2026', { approve: true });
    expect(a.impact(String(approved?.id))).toEqual({ '2400': 30, '4010': -30 });
  });

  test('a journal entry that is deleted or voided leaves its revenue due again', () => {
    const a = arm();
    a.invoice();
    const [first] = a.recognize('Jul 2026');
    a.t.remove('journalentry', String(first?.id));
    expect(a.planned()).toEqual(['30', '30', '30']);
    const [second] = a.recognize('Jul 2026');
    voidTransaction(a.t.account, administrator, { type: 'journalentry', id: String(second?.id) });
    expect(a.plans()[0]).toMatchObject({ status: 'NOTSTARTED', totalrecognized: 0 });
    expect(a.recognize('Jul 2026')).toHaveLength(1);
  });

  test('accounts, amounts and segments of the journal entry cannot be changed, its memo can', () => {
    const a = arm();
    a.invoice();
    const id = String(a.recognize('Jul 2026')[0]?.id);
    const load = () => a.t.load('journalentry', id);
    const changes = [{ debit: 29 }, { account: a.t.accountNumbered('2300') }, { class: '1' }];
    for (const change of changes) {
      expect(codeOf(() => a.t.save(a.setLine(load(), 0, change, 'line')))).toContain('USER_ERROR: You cannot change');
    }
    a.t.save(a.t.set(load(), { memo: 'July' }));
    expect(
      a.t.store.all('SELECT DISTINCT isrevrectransaction AS r FROM transactionline WHERE "transaction" = ?', [id]),
    ).toEqual([{ r: 'T' }]);
  });

  test('who may not do both of it is refused; reclassification is refused by name', () => {
    const a = arm();
    a.invoice();
    a.t.store.run("DELETE FROM rolepermissions WHERE permkey = 'LIST_REVRECSCHEDULE'");
    const work = () => finish(recognizeRevenue(a.t.account, accountant, { period: 'Jul 2026' }));
    expect(codeOf(work)).toContain('INSUFFICIENT_PERMISSION');
    expect(codeOf(() => a.recognize('Jul 2026', { process: 'reclassification' }))).toContain('SIMULATOR_NOT_SUPPORTED');
    expect(codeOf(() => a.recognize('July'))).toContain('There is no base period');
  });
});

describe('what recognition forbids', () => {
  test('a source is neither deleted nor voided before its journal entries, and keeps its lines and items', () => {
    const a = arm();
    const id = a.invoice();
    const [journal] = a.recognize('Jul 2026');
    expect(codeOf(() => a.t.remove('invoice', id))).toContain('TRANS_IN_USE');
    expect(codeOf(() => voidTransaction(a.t.account, administrator, { type: 'invoice', id }))).toContain(
      'TRANS_IN_USE',
    );
    const plain = a.t.load('invoice', id);
    expect(codeOf(() => a.t.save(a.setLine(plain, 0, { item: a.t.item() })))).toContain('REV_REC_UPDATE_DISALLWD');
    a.t.remove('journalentry', String(journal?.id));
    a.t.remove('invoice', id);
    expect(a.plans()).toEqual([]);
  });

  test('another amount is spread over the periods that are left; an edit of nothing moves nothing', () => {
    const a = arm();
    const id = a.invoice(100);
    a.recognize('Jul 2026');
    a.t.save(a.t.set(a.t.load('invoice', id), { memo: 'Same' }));
    expect(a.planned()).toEqual(['33.33*', '33.33', '33.34']);
    a.t.save(a.setLine(a.t.load('invoice', id), 0, { rate: 133.33, amount: 133.33 }));
    expect(a.planned()).toEqual(['33.33*', '50', '50']);
    expect(a.plans()[0]).toMatchObject({ remainingdeferredbalance: 100 });
  });

  test('the first day of a started plan stays, the last one moves after what is recognized', () => {
    const a = arm();
    a.invoice();
    a.recognize('Jul 2026');
    const load = () => a.t.load('revenueplan', String(a.plans()[0]?.id));
    const start = () => a.t.save(a.t.set(load(), { revrecstartdate: day(2026, 7, 20) }));
    expect(codeOf(start)).toContain('REV_REC_UPDATE_DISALLWD');
    expect(codeOf(() => a.t.save(a.t.set(load(), { revrecenddate: day(2026, 7, 31) })))).toContain('USER_ERROR');
    a.t.save(a.t.set(load(), { revrecenddate: day(2026, 8, 31) }));
    expect(a.planned()).toEqual(['30*', '60']);
  });

  test('a line that a journal entry recognized cannot be changed, others can to the same total', () => {
    const a = arm();
    a.invoice();
    a.recognize('Jul 2026');
    const load = () => a.t.load('revenueplan', String(a.plans()[0]?.id));
    const set = (index: number, amount: number, plan = load()) => a.setLine(plan, index, { amount }, 'plannedrevenue');
    expect(codeOf(() => a.t.save(set(0, 20, set(1, 40))))).toContain('REV_REC_UPDATE_DISALLWD');
    expect(codeOf(() => a.t.save(set(1, 40)))).toContain('must equal the amount of the revenue plan');
    a.t.save(set(1, 40, set(2, 20)));
    expect(a.planned()).toEqual(['30*', '40', '20']);
  });

  test('the trigger of an element cannot be changed once revenue is recognized', () => {
    const a = arm();
    a.invoice();
    const arrangement = () => a.t.load('revenuearrangement', a.t.idOf('transaction', 'type', 'RevArrng'));
    a.recognize('Jul 2026');
    const change = a.setLine(arrangement(), 0, { createrevenueplanson: '-2' }, 'revenueelement');
    expect(codeOf(() => a.t.save(change))).toContain('REV_REC_UPDATE_DISALLWD');
  });
});

describe('recognition of schedules', () => {
  function classic() {
    const a = revenueAccount('REVENUERECOGNITION');
    const template = a.t.save(a.t.create('revrectemplate', { name: 'Evenly', amortizationperiod: 3 }));
    const item = a.t.item({ deferredrevenueaccount: a.t.accountNumbered('2400'), revrecschedule: template });
    const id = a.t.save(a.t.invoice(a.t.customer(), [{ item, rate: 90, revrecstartdate: day(2026, 7, 1) }]));
    const schedule = () => a.t.load('revrecschedule', a.t.idOf('revrecschedule', 'sourcetransaction', id));
    return { ...a, id, schedule };
  }

  test('the journal entry of a period is made once and shows in the schedule', () => {
    const a = classic();
    const [journal] = a.recognize('Jul 2026');
    expect(journal).toMatchObject({ source: 'schedules', amount: '30' });
    expect(a.impact(String(journal?.id))).toEqual({ '2400': 30, '4010': -30 });
    const lines = a.schedule().sublists.recurrence ?? [];
    expect(lines.map(({ fields }) => fields.journal)).toEqual([journal?.id, null, null]);
    expect(a.t.load('invoice', a.id).fields).toMatchObject({ recognizedrevenue: 30, deferredrevenue: 60 });
    expect(a.recognize('Jul 2026')).toEqual([]);
  });

  test('periods that are closed or locked for A/R take none', () => {
    const a = classic();
    a.t.store.run("UPDATE accountingperiod SET arlocked = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => a.recognize('Jul 2026'))).toContain('TRAN_PERIOD_CLOSED');
    a.t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => a.recognize('Jul 2026'))).toContain('CLOSED_TRAN_PRD');
    expect(a.t.store.all('SELECT id FROM "transaction" WHERE type = \'Journal\'')).toEqual([]);
  });

  test('dates, template and amount of a recognized line stay; the invoice can be edited otherwise', () => {
    const a = classic();
    a.recognize('Jul 2026');
    const before = a.schedule();
    const load = () => a.t.load('invoice', a.id);
    const changes = [
      { revrecstartdate: day(2026, 7, 2) },
      { revrecenddate: day(2026, 10, 31) },
      { rate: 80, amount: 80 },
      { revrecschedule: null },
    ];
    for (const change of changes) {
      expect(codeOf(() => a.t.save(a.setLine(load(), 0, change)))).toContain('REV_REC_UPDATE_DISALLWD');
    }
    a.t.save(a.t.set(load(), { memo: 'Later' }));
    expect(a.schedule()).toEqual(before);
    expect(codeOf(() => a.t.remove('invoice', a.id))).toContain('TRANS_IN_USE');
  });
});
