import { money, sum } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import type { RecordData } from '../data';
import { amount, computed, date, field, moment, select, sublist, text, textArea } from '../fieldList';
import { keyIn, lineOf, type RecordContext, type RecordType } from '../recordType';
import { refreshArrangement } from '../revenue/arrangements';
import { dissolveArrangement } from '../revenue/dissolve';
import { refreshPlans } from '../revenue/plans';
import { isElementStarted, updateDisallowed } from '../revenue/recognized';
import { statusKey, statusName } from '../transaction/statuses';
import { userError } from '../validation';
import { fromColumn, toColumn } from '../values/columns';

const readOnly = { readOnly: true } as const;

/** Columns of the elements; those that are not read-only can be changed on the arrangement (section_4370935868). */
const elementSublist = sublist(
  'revenueelement',
  'Revenue Elements',
  [
    select('revenueelement', 'Revenue Element', 'revenueelement', { ...readOnly, column: 'id' }),
    text('source', 'Source', 255, readOnly),
    date('sourcedate', 'Source Date', { ...readOnly, column: 'elementdate' }),
    select('item', 'Item', 'item', readOnly),
    field('quantity', 'Quantity', 'float', readOnly),
    amount('salesamount', 'Sales Amount', readOnly),
    amount('discountedsalesamount', 'Discounted Sales Amount', readOnly),
    amount('allocationamount', 'Revenue Amount'),
    select('revenuerecognitionrule', 'Revenue Recognition Rule', 'revenuerecognitionrule', readOnly),
    select('createrevenueplanson', 'Create Revenue Plans On', 'createrevenueplanson'),
    select('revrecforecastrule', 'Rev Rec Forecast Rule', 'revenuerecognitionrule'),
    date('revrecstartdate', 'Start Date'),
    date('revrecenddate', 'End Date'),
    date('forecaststartdate', 'Forecast Start Date'),
    date('forecastenddate', 'Forecast End Date'),
    text('referenceid', 'Reference ID', 99),
    select('deferralaccount', 'Deferral Account', 'account', readOnly),
    select('recognitionaccount', 'Recognition Account', 'account', readOnly),
    text('linkedelement', 'Linked Element', 30, readOnly),
    text('revenueplanstatus', 'Revenue Plan Status', 30, readOnly),
  ],
  { staticLines: true },
);

/**
 * Revenue arrangements (Records Browser: revenuearrangement, section_4333740355): what sales promise, for recognition.
 * They come from their sources; scripts read them, change their elements and delete them. Making and copying one by script
 * is not supported. Column ids of the elements are those of SuiteQL (assumed).
 */
export const revenueArrangement: RecordType = {
  id: 'revenuearrangement',
  label: 'Revenue Arrangement',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'revenuearrangement'",
  externalIdSpace: 'transaction',
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    text('tranid', 'Number', 45, readOnly),
    text('transactionnumber', 'Transaction Number', 45, readOnly),
    date('trandate', 'Date', { mandatory: true }),
    select('entity', 'Customer', 'customer', readOnly),
    select('subsidiary', 'Subsidiary', 'subsidiary', readOnly),
    select('currency', 'Currency', 'currency', readOnly),
    field('exchangerate', 'Exchange Rate', 'currency2', readOnly),
    select('createdfrom', 'Created From', 'transaction', readOnly),
    textArea('memo', 'Memo', 999, { submitFields: true }),
    amount('totalrevenueamount', 'Total Revenue Amount', { ...readOnly, column: null }),
    amount('totalsellingamount', 'Transaction Total', { ...readOnly, column: null }),
    text('externalid', 'External ID', 255),
    computed('status', 'Status', 'text', { column: null }),
    computed('statusref', 'Status', 'text', { column: null }),
    moment('createddate', 'Date Created', readOnly),
    moment('lastmodifieddate', 'Last Modified', readOnly),
  ],
  sublists: [elementSublist],

  initialize: () => {
    throw notSupported('creating a revenue arrangement by script');
  },
  prepareCopy: () => {
    throw notSupported('copying a revenue arrangement');
  },
  readDetails: readElements,
  validate: (_context, data) => {
    const lines = data.sublists.revenueelement ?? [];
    const total = sum(lines.map((line) => money(line.fields.allocationamount)));
    if (!total.eq(sum(lines.map((line) => money(line.fields.discountedsalesamount))))) {
      throw userError('The total revenue amount must equal the transaction total.');
    }
  },
  writeDetails: writeElements,
  remove: ({ account }, _data, id) => dissolveArrangement(account, id),
};

function readElements({ account }: RecordContext, data: RecordData, id: number): void {
  const rows = account.store.all('SELECT * FROM revenueelement WHERE revenuearrangement = ? ORDER BY id', [id]);
  data.sublists.revenueelement = rows.map((row) => {
    const line = lineOf({});
    for (const each of elementSublist.fields.values()) {
      line.fields[each.id] = each.column === undefined ? null : fromColumn(each, row[each.column]);
    }
    return line;
  });
  const total = (column: string): number => sum(rows.map((row) => money(row[column]))).toNumber();
  data.fields.totalrevenueamount = total('allocationamount');
  data.fields.totalsellingamount = total('discountedsalesamount');
  const status = account.store.get<{ status: string | null }>('SELECT status FROM "transaction" WHERE id = ?', [id]);
  data.fields.status = statusName('RevArrng', status?.status ?? null);
  data.fields.statusref = statusKey(data.fields.status);
}

function writeElements({ account }: RecordContext, data: RecordData, _stored: RecordData | null, id: number): void {
  for (const line of data.sublists.revenueelement ?? []) {
    const element = keyIn(line.fields.revenueelement);
    if (element === null) continue;
    refuseOtherTrigger(account, element, keyIn(line.fields.createrevenueplanson));
    for (const each of elementSublist.fields.values()) {
      if (each.readOnly || each.column === undefined) continue;
      account.store.run(`UPDATE revenueelement SET "${each.column}" = ? WHERE id = ? AND revenuearrangement = ?`, [
        toColumn(each, line.fields[each.id]),
        element,
        id,
      ]);
    }
    refreshPlans(account, element);
  }
  refreshArrangement(account, id);
}

/** Create Revenue Plans On is read-only when revenue of any plan has been recognized (section_4370935868). */
function refuseOtherTrigger(account: Account, element: number, trigger: number | null): void {
  const row = account.store.get('SELECT createrevenueplanson FROM revenueelement WHERE id = ?', [element]);
  if (row !== null && row.createrevenueplanson !== trigger && isElementStarted(account, element)) {
    throw updateDisallowed('Create Revenue Plans On');
  }
}
