import { rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect, isPreferred } from '../../company/settings';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { RecordData } from '../data';
import type { FieldDefinition } from '../definition';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { invalidKey, isEmpty, missingValues } from '../validation';
import { writeFullName } from './fullName';
import { discountFields, inventoryFields, STOCK_FIELDS, saleItemFields } from './itemFields';
import { priceSublists, pricesOf, writePrices } from './itemPrices';

interface ItemKind {
  readonly id: string;
  readonly label: string;
  /** `item.itemtype` and `item.subtype` in SuiteQL (section_N3188567). */
  readonly itemType: string;
  readonly subtype: string | null;
  readonly fields: readonly FieldDefinition[];
}

function itemType({ id, label, itemType: type, subtype, fields }: ItemKind): RecordType {
  return {
    id,
    label,
    group: 'item',
    table: 'item',
    where: `recordtype = '${id}'`,
    externalIdSpace: 'item',
    customFields: { body: 'itemcustomfield' },
    fields,
    sublists: priceSublists,
    initialize: (context, data) => {
      data.fields.subtype = subtype;
      data.fields.itemtype = type;
      Object.assign(data.sublists, pricesOf(context.account, null));
    },
    readDetails: (context, data, itemId) => {
      data.fields.itemtype = type;
      Object.assign(data.sublists, pricesOf(context.account, itemId));
      if (type === 'InvtPart') Object.assign(data.fields, stockOf(context, itemId));
    },
    prepareCopy: (_context, data) => {
      const stock = STOCK_FIELDS.map((each) => each.id);
      for (const fieldId of ['itemid', 'createddate', 'lastmodifieddate', ...stock]) {
        if (fieldId in data.fields) data.fields[fieldId] = null;
      }
    },
    complete: ({ account }, data) => {
      if (!isFeatureInEffect(account, 'SUBSIDIARIES')) data.fields.subsidiary = [String(rootSubsidiary(account))];
    },
    validate: (context, data) => {
      if (isEmpty(data.fields.subsidiary)) throw missingValues(['Subsidiary']);
      checkUnique(context, data);
      checkAccounts(context, data);
      checkCosting(data);
    },
    rowExtras: () => ({ itemtype: type, subtype, recordtype: id }),
    writeDetails: (context, data, stored, itemId) => {
      writeFullName(context, 'item', 'itemid', itemId);
      const { store } = context.account;
      store.run('DELETE FROM itemsubsidiarymap WHERE item = ?', [itemId]);
      const subsidiaries = data.fields.subsidiary;
      for (const subsidiary of Array.isArray(subsidiaries) ? subsidiaries : []) {
        store.run('INSERT OR IGNORE INTO itemsubsidiarymap (item, subsidiary) VALUES (?, ?)', [
          itemId,
          Number(subsidiary),
        ]);
      }
      writePrices(context, data, stored, itemId);
    },
    remove: ({ account }, _data, itemId) => {
      account.store.run('DELETE FROM itemsubsidiarymap WHERE item = ?', [itemId]);
      account.store.run('DELETE FROM pricing WHERE item = ?', [itemId]);
    },
  };
}

export const nonInventorySaleItem = itemType({
  id: 'noninventorysaleitem',
  label: 'Non-inventory Item for Sale',
  itemType: 'NonInvtPart',
  subtype: 'Sale',
  fields: saleItemFields,
});

export const serviceSaleItem = itemType({
  id: 'servicesaleitem',
  label: 'Service for Sale',
  itemType: 'Service',
  subtype: 'Sale',
  fields: saleItemFields,
});

export const inventoryItem = itemType({
  id: 'inventoryitem',
  label: 'Inventory Item',
  itemType: 'InvtPart',
  subtype: null,
  fields: inventoryFields,
});

export const discountItem = itemType({
  id: 'discountitem',
  label: 'Discount',
  itemType: 'Discount',
  subtype: null,
  fields: discountFields,
});

/** Quantities and costs, which belong to no save of the item. */
function stockOf({ account }: RecordContext, itemId: number): Record<string, number | null> {
  const row = account.store.get<Record<string, number | null>>(
    `SELECT ${STOCK_FIELDS.map((each) => each.id).join(', ')} FROM item WHERE id = ?`,
    [itemId],
  );
  return Object.fromEntries(STOCK_FIELDS.map((each) => [each.id, row?.[each.id] ?? null]));
}

/** Average is NetSuite's own default (section_N2191818), and the one costing method that is kept here. */
function checkCosting(data: RecordData): void {
  const method = textIn(data.fields.costingmethod);
  if (method !== '' && method !== 'AVG') throw notSupported(`the costing method ${method}`);
}

/** Names are unique among the items with the same parent. */
function checkUnique({ account }: RecordContext, data: RecordData): void {
  const other = account.store.get(
    'SELECT 1 AS found FROM item WHERE LOWER(itemid) = LOWER(?) AND COALESCE(parent, 0) = ? AND id <> ?',
    [textIn(data.fields.itemid), keyIn(data.fields.parent) ?? 0, Number(data.id ?? 0)],
  );
  if (other) {
    throw new NetSuiteError(
      'DUP_ITEM',
      'Uniqueness error - there is already an item with that name or name/parent combination.',
    );
  }
}

/** Types of account that each account field offers; Expand Account Lists offers every posting account (section_N1385293). */
const ACCOUNT_TYPES: Readonly<Record<string, readonly string[]>> = {
  incomeaccount: ['Income', 'OthIncome'],
  cogsaccount: ['COGS'],
  assetaccount: ['OthCurrAsset', 'FixedAsset', 'OthAsset'],
  deferredrevenueaccount: ['DeferRevenue'],
};

/** The preference widens these; a deferred revenue account must always be one (section_4340443927). */
const EXPANDABLE = new Set(['incomeaccount', 'cogsaccount', 'assetaccount']);

function checkAccounts({ account }: RecordContext, data: RecordData): void {
  const expanded = isPreferred(account, 'ASSETCOGSITEMACCTS');
  for (const [fieldId, types] of Object.entries(ACCOUNT_TYPES)) {
    const id = keyIn(data.fields[fieldId]);
    if (id === null) continue;
    const row = account.store.get<{ accttype: string }>('SELECT accttype FROM account WHERE id = ?', [id]);
    const type = row?.accttype ?? '';
    const allowed =
      expanded && EXPANDABLE.has(fieldId)
        ? !['NonPosting', 'Stat', 'AcctRec', 'AcctPay'].includes(type)
        : types.includes(type);
    if (!allowed) throw invalidKey(fieldId, String(id));
  }
}
