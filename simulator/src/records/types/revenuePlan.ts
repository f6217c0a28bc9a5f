import { amount, checkbox, date, field, select, sublist, text } from '../fieldList';
import { keyIn, lineOf, type RecordType, textIn } from '../recordType';
import { spreadPlan } from '../revenue/plans';
import { userError } from '../validation';

const readOnly = { readOnly: true } as const;

/**
 * Revenue recognition plans (Records Browser: revenueplan, section_4351787245): they can be read, updated and searched.
 * What is planned follows the dates that are set here, from then on.
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
    amount('totalrecognized', 'Total Recognized', readOnly),
    amount('remainingdeferredbalance', 'Remaining Deferred Balance', readOnly),
    text('comments', 'Comments', 200),
  ],
  sublists: [
    sublist(
      'plannedrevenue',
      'Planned Revenue',
      [
        select('plannedperiod', 'Planned Period', 'accountingperiod'),
        text('plannedrevenuetype', 'Type', 30),
        amount('amount', 'Amount'),
        select('deferredrevenueaccount', 'Deferral Account', 'account'),
        select('recognitionaccount', 'Recognition Account', 'account'),
        checkbox('isrecognized', 'Is Recognized'),
      ],
      { staticLines: true },
    ),
  ],
  readDetails: ({ account }, data, id) => {
    data.sublists.plannedrevenue = account.store
      .all('SELECT * FROM revenueplanplannedrevenue WHERE revenueplan = ? ORDER BY id', [id])
      .map((row) =>
        lineOf({
          plannedperiod: key(row.plannedperiod),
          plannedrevenuetype: textIn(row.plannedrevenuetype),
          amount: row.amount ?? null,
          deferredrevenueaccount: key(row.deferredrevenueaccount),
          recognitionaccount: key(row.recognitionaccount),
          isrecognized: row.isrecognized === 'T',
        }),
      );
  },
  validate: (_context, data) => {
    const { revrecstartdate: start, revrecenddate: end } = data.fields;
    if (start instanceof Date && end instanceof Date && end < start) {
      throw userError('The revenue recognition end date cannot be before the start date.');
    }
  },
  writeDetails: ({ account }, data, stored, id) => {
    const isSame = ['revrecstartdate', 'revrecenddate'].every(
      (fieldId) => String(data.fields[fieldId]) === String(stored?.fields[fieldId]),
    );
    if (isSame) return;
    account.store.run("UPDATE revenueplan SET isedited = 'T' WHERE id = ?", [id]);
    spreadPlan(account, id);
  },
};

function key(value: string | number | null | undefined): string | null {
  const found = keyIn(value);
  return found === null ? null : String(found);
}
