import { amount, checkbox, date, field, select, sublist, text } from '../fieldList';
import type { RecordType } from '../recordType';
import { catchUp, checkPlan, differs, readPlannedRevenue, writePlannedRevenue } from '../revenue/plannedRevenue';
import { refreshPlanStatus } from '../revenue/recognized';
import { spreadPlan } from '../revenue/spreadPlan';
import { userError } from '../validation';

const readOnly = { readOnly: true } as const;

/**
 * Revenue recognition plans (Records Browser: revenueplan, section_4351787245): they can be read, updated and searched.
 * What is planned follows the dates that are set here, from then on; lines that are not recognized can be changed, neither
 * added nor removed.
 */
export const revenuePlan: RecordType = {
  id: 'revenueplan',
  label: 'Revenue Recognition Plan',
  group: 'list',
  table: 'revenueplan',
  forbidden: ['create', 'copy', 'delete'],
  fields: [
    text('recordnumber', 'Number', 99, readOnly),
    select('createdfrom', 'Created From', 'revenueelement', readOnly),
    text('revenueplantype', 'Revenue Plan Type', 30, readOnly),
    text('status', 'Status', 30, readOnly),
    select('item', 'Item', 'item', readOnly),
    amount('amount', 'Amount', readOnly),
    text('amountsource', 'Amount Source', 99, readOnly),
    field('exchangerate', 'Exchange Rate', 'currency2', readOnly),
    select('revenueplancurrency', 'Currency', 'currency', readOnly),
    select('revenuerecognitionrule', 'Revenue Recognition Rule', 'revenuerecognitionrule', readOnly),
    text('recognitionmethod', 'Recognition Method', 99, readOnly),
    date('revrecstartdate', 'Rev Rec Start Date', { mandatory: true }),
    text('revrecstartdatesource', 'Rev Rec Start Date Source', 99, readOnly),
    date('revrecenddate', 'Rev Rec End Date', { mandatory: true }),
    text('revrecenddatesource', 'Rev Rec End Date Source', 99, readOnly),
    field('terminmonths', 'Term in Months', 'integer', readOnly),
    field('recognitionperiod', 'Recognition Period', 'integer', readOnly),
    checkbox('holdrevenuerecognition', 'Hold Revenue Recognition'),
    select('catchupperiod', 'Catch Up Period', 'accountingperiod'),
    amount('totalrecognized', 'Total Recognized', readOnly),
    amount('remainingdeferredbalance', 'Remaining Deferred Balance', readOnly),
    text('comments', 'Comments', 200),
  ],
  sublists: [
    sublist(
      'plannedrevenue',
      'Planned Revenue',
      [
        text('plannedrevenue', 'Planned Revenue', 20, readOnly),
        select('plannedperiod', 'Planned Period', 'accountingperiod'),
        text('plannedrevenuetype', 'Type', 30, readOnly),
        amount('amount', 'Amount'),
        select('deferredrevenueaccount', 'Deferral Account', 'account', readOnly),
        select('recognitionaccount', 'Recognition Account', 'account', readOnly),
        checkbox('isrecognized', 'Is Recognized'),
        text('journal', 'Journal', 20, readOnly),
        select('postingperiod', 'Posting Period', 'accountingperiod', readOnly),
        date('dateexecuted', 'Date Executed', readOnly),
        field('percentrecognizedinperiod', '% Recognized in Period', 'percent', readOnly),
        field('percenttotalrecognized', '% Total Recognized', 'percent', readOnly),
        field('lineexchangerate', 'Line Exchange Rate', 'float', readOnly),
      ],
      { staticLines: true },
    ),
  ],
  readDetails: ({ account }, data, id) => {
    data.sublists.plannedrevenue = readPlannedRevenue(account, id);
  },
  validate: ({ account }, data, stored) => {
    checkPlan(account, data, stored);
    if (data.fields.revenueplantype === 'FORECAST' && data.fields.holdrevenuerecognition === true) {
      throw userError('A forecast revenue plan cannot be placed on hold.');
    }
  },
  writeDetails: ({ account }, data, stored, id) => {
    const isReleased = stored?.fields.holdrevenuerecognition === true && data.fields.holdrevenuerecognition !== true;
    const isMoved = stored !== null && ['revrecstartdate', 'revrecenddate'].some((each) => differs(data, stored, each));
    if (isMoved) {
      account.store.run("UPDATE revenueplan SET isedited = 'T' WHERE id = ?", [id]);
      spreadPlan(account, id);
    } else writePlannedRevenue(account, data, id);
    if (isReleased) catchUp(account, data, id);
    refreshPlanStatus(account, id);
  },
};
