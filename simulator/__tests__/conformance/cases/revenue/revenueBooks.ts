import type { CompanyData } from '../../../../src/company/companyData';
import { demoCompany } from '../../../../src/company/presets/demo';
import type { RecognitionJournal, RecognitionRequest } from '../../../../src/index';
import { equal } from '../../harness/assert';
import type { Api, ConformanceCase, Switch } from '../../harness/case';
import { books } from '../setup/books';

const revenueRules = [
  {
    name: 'A quarter',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Recognition Period',
    recognitionPeriods: 3,
  },
  {
    name: 'A year of months',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Rev Rec Term in Months',
    termInMonths: 12,
  },
  {
    name: 'By its dates',
    method: 'Straight-line, by even periods',
    startDate: 'Revenue Element Start Date',
    endDate: 'Revenue Element End Date',
  },
  {
    name: 'As shipped',
    amountSource: 'Event-Percent based on quantity',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Event Date',
  },
] as const;

/** Short forms of what scripts do with arrangements, plans and schedules, besides those of `books`. */
const HELPERS = `
  function ruled(values, name) {
    return item(Object.assign({ revenuerecognitionrule: idOf('revenuerecognitionrule', 'name', name || 'A quarter') }, values));
  }
  function of(fromType, fromId, toType) { return record.transform({ fromType: fromType, fromId: fromId, toType: toType }); }
  function cell(rec, list, field, value, line) {
    return rec.setSublistValue({ sublistId: list, fieldId: field, line: line || 0, value: value });
  }
  function first(table, where) { return String(rows('SELECT MIN(id) AS id FROM ' + table + ' WHERE ' + where)[0].id); }
  function load(type, id) { return record.load({ type: type, id: id }); }
  function theInvoice() { return load('invoice', first('transaction', "type = 'CustInvc'")); }
  function thePlan(type) { return load('revenueplan', first('revenueplan', "revenueplantype = '" + (type || 'ACTUAL') + "'")); }
  function theArrangement() { return load('revenuearrangement', first('transaction', "type = 'RevArrng'")); }
  function theSchedule() { return load('revrecschedule', first('revrecschedule', 'id > 0')); }
  function planned(type) {
    return rows("SELECT r.amount, BUILTIN.DF(r.plannedperiod) AS p FROM revenueplanplannedrevenue r JOIN revenueplan p ON p.id = r.revenueplan " +
      "WHERE p.revenueplantype = '" + (type || 'ACTUAL') + "' ORDER BY p.id, r.plannedperiod, r.id").map(function (row) { return row.amount; });
  }
  function elements() {
    return rows('SELECT allocationamount AS a FROM revenueelement ORDER BY id').map(function (row) { return row.a; });
  }
  function template(values) {
    return fill(record.create({ type: 'revrectemplate' }), Object.assign({ name: 'Evenly', amortizationperiod: 3 }, values)).save();
  }
  function classic() { return item({ deferredrevenueaccount: ledger('2400'), revrecschedule: template() }); }
  var JULY = new Date(2026, 6, 1);
`;

type RevenueFeature = 'REVENUERECOGNITION' | 'ADVANCEDREVENUERECOGNITION';

/** The demo company with a revenue recognition feature. */
export function withRevenue(feature: RevenueFeature): CompanyData {
  return { ...demoCompany, features: [...demoCompany.features, feature], revenueRules };
}

/** An account with a revenue recognition feature, whose scripts run as the administrator. */
export interface RevenueBooks {
  run(code: string): Promise<unknown>;
  /** Creates the journal entries of a period. */
  recognize(period: string, more?: Omit<RecognitionRequest, 'period'>): Promise<RecognitionJournal[]>;
}

/** A case of what happens in such an account: what its steps give has to be `expected`. */
export function recognizes(
  id: string,
  rule: string,
  without: Switch,
  steps: (account: RevenueBooks) => Promise<unknown>,
  expected: unknown,
  feature: RevenueFeature = 'ADVANCEDREVENUERECOGNITION',
): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api: Api) => {
      const { site, run } = await books(api, { company: withRevenue(feature) });
      const account: RevenueBooks = {
        run: (code) => run(`${HELPERS} ${code}`),
        recognize: (period, more = {}) => site.account.recognizeRevenue({ period, ...more }),
      };
      equal(await steps(account), expected);
    },
  };
}

/** The code of what an operation of the account throws. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as Error).name;
  }
  return 'nothing';
}
