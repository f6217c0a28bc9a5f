import { baseCurrency, isValidIn, rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import type { RecordData } from '../data';
import { amount, select } from '../fieldList';
import { recordStock } from '../inventory/recordStock';
import {
  adjustmentSublist,
  checkAdjustmentLines,
  completeAdjustmentLines,
  readAdjustmentLines,
  sourceAdjustmentLine,
} from '../inventoryAdjustment/adjustmentLines';
import { writeAdjustmentLines } from '../inventoryAdjustment/writeAdjustment';
import { documentNumber } from '../numbering';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { transactionFields } from '../transaction/bodyFields';
import { removeTransaction } from '../transaction/remove';
import { checkPeriod } from '../transaction/rules';
import { transactionColumns } from '../transaction/sale';
import { completeBody, sourceBody } from '../transaction/sourceBody';
import { requireStockLocations } from '../transaction/stockLocations';
import { invalidKey, missingValues } from '../validation';

const kind = {
  recordType: 'inventoryadjustment',
  code: 'InvAdjst',
  abbreviation: 'INVADJST',
  label: 'Inventory Adjustment',
  isPosting: true,
};

/**
 * Inventory adjustments (Records Browser: inventoryadjustment): they change the quantity and the value of inventory items
 * without a purchase (section_161981111273). What is added posts to the inventory asset at its unit cost, what is taken
 * away at the average cost, against the adjustment account.
 */
export const inventoryAdjustment: RecordType = {
  id: 'inventoryadjustment',
  label: 'Inventory Adjustment',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'inventoryadjustment'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'inventory', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields
      .filter((each) => each.id !== 'createdfrom')
      .map((each) => (each.id === 'subsidiary' ? { ...each, mandatory: true } : each)),
    select('account', 'Adjustment Account', 'account', { mandatory: true }),
    select('customer', 'Customer', 'customer', { column: 'entity' }),
    select('adjlocation', 'Adjustment Location', 'location', { column: 'location' }),
    select('class', 'Class', 'classification'),
    select('department', 'Department', 'department'),
    amount('estimatedtotalvalue', 'Estimated Total Value', { readOnly: true, column: null }),
  ],
  sublists: [adjustmentSublist],

  initialize: (context, data) => {
    if (!isFeatureInEffect(context.account, 'SUBSIDIARIES')) {
      data.fields.subsidiary = String(rootSubsidiary(context.account));
    }
    completeAdjustment(context, data);
  },
  readDetails: (context, data, id) => {
    data.sublists.inventory = readAdjustmentLines(context, id);
    completeAdjustment(context, data);
  },
  prepareCopy: (context, data) => {
    for (const fieldId of UNCOPIED) data.fields[fieldId] = null;
    for (const line of data.sublists.inventory ?? []) Object.assign(line.fields, { line: null, lineuniquekey: null });
    completeAdjustment(context, data);
  },
  source: (context, data, change, kept) => {
    if (change.sublistId === 'inventory') sourceAdjustmentLine(data, change, kept);
    if (change.sublistId === undefined) sourceBody(context, data, change, kept);
    completeAdjustment(context, data);
  },
  complete: completeAdjustment,
  validate: (context, data, stored) => {
    const subsidiary = keyIn(data.fields.subsidiary);
    if (subsidiary === null) throw missingValues(['Subsidiary']);
    checkAdjustmentAccount(context, data, subsidiary);
    checkAdjustmentLines(context, data, subsidiary);
    requireStockLocations(context, data, 'inventory');
    checkPeriod(context, data, []);
    const before = stored === null ? null : textIn(stored.fields.tranid) || null;
    data.fields.tranid = documentNumber(context.account, kind.recordType, textIn(data.fields.tranid) || null, before);
  },
  rowExtras: (context, data, stored) => ({ ...transactionColumns(context, data, stored, kind), status: null }),
  writeDetails: (context, data, _stored, id) => {
    writeAdjustmentLines(context, data, id);
    recordStock(context.account, id);
  },
  remove: removeTransaction,
};

const UNCOPIED = ['tranid', 'transactionnumber', 'trandate', 'postingperiod', 'createddate', 'lastmodifieddate'];

/** Stock is valued in the base currency of the subsidiary. */
function completeAdjustment(context: RecordContext, data: RecordData): void {
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary !== null) data.fields.currency = String(baseCurrency(context.account, subsidiary));
  completeBody(context.account, data);
  completeAdjustmentLines(context, data);
}

/** Any account that posts in the subsidiary, but receivables and payables, which need a name (assumed). */
function checkAdjustmentAccount({ account }: RecordContext, data: RecordData, subsidiary: number): void {
  const id = keyIn(data.fields.account);
  const row = account.store.get<{ accttype: string; subsidiary: string | null; includechildren: string | null }>(
    'SELECT accttype, subsidiary, includechildren FROM account WHERE id = ?',
    [id],
  );
  const isRefused = row === null || ['NonPosting', 'Stat', 'AcctRec', 'AcctPay'].includes(row.accttype);
  if (isRefused || !isValidIn(account, row, subsidiary)) throw invalidKey('account', String(id));
}
