import type { ItemDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import { externalId } from '../../netsuite/externalIds';
import type { ConnectionSettings, ItemRecordType } from '../../settings/settings';
import { FieldWriter } from '../fields';
import { keptRecord } from '../keptRecord';
import { itemLimits } from '../limits';
import type { Directory, PostedRecord, PostingProblem, RecordPlan } from '../plan';
import { findClassification, findSubsidiary } from '../references';
import { itemAccounts } from './accounts';

const RECORD_TYPES: Readonly<Record<NonNullable<ItemDocument['itemType']>, ItemRecordType>> = {
  noninventory: 'noninventorysaleitem',
  service: 'servicesaleitem',
  inventory: 'inventoryitem',
};

/**
 * An item as a NetSuite item of the type that the platform names, else of the one chosen for its category. An item's
 * type cannot change: an update writes the record that exists. Name and subsidiary are written on create only; people
 * may have renamed it. Where the connection does not allow updates, one that exists is kept.
 */
export function planItem(
  document: ItemDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<RecordPlan, PostingProblem> {
  if (existing !== null && !settings.allowsUpdates.item) return { ok: true, value: keptRecord(document, existing) };
  const notes: string[] = [];
  const record = new FieldWriter(notes);

  if (existing === null) {
    const subsidiary = findSubsidiary(document.subsidiary, directory, settings);
    if (!subsidiary.ok) return subsidiary;
    const owner = subsidiary.value ?? settings.defaultSubsidiary;
    record
      .text('itemid', 'Item Name', itemName(document, settings), itemLimits.itemid)
      .ids('subsidiary', owner === '' ? [] : [owner]);
    if (owner !== '') record.checked('includechildren', document.includeChildren);
  }
  record
    .text('displayname', 'Display Name', document.name, itemLimits.displayname)
    .text('salesdescription', 'Sales Description', document.description, itemLimits.salesdescription);

  const accounts = itemAccounts(document, directory, settings);
  if (!accounts.ok) return accounts;
  const classification = findClassification(document.classification, directory, settings);
  if (!classification.ok) return classification;
  record
    .id('incomeaccount', accounts.value.income)
    .id('deferredrevenueaccount', accounts.value.deferredRevenue)
    .id('taxschedule', settings.taxSchedule)
    .id('class', classification.value.class)
    .id('department', classification.value.department)
    .id('location', classification.value.location);

  const recordType =
    existing?.recordType ??
    (document.itemType === null ? settings.itemTypes[document.category] : RECORD_TYPES[document.itemType]);
  // An inventory item that was sold keeps its accounts.
  if (recordType === 'inventoryitem' && existing === null) {
    const { costOfGoodsSold, asset } = settings.inventoryAccounts;
    record.id('cogsaccount', costOfGoodsSold).id('assetaccount', asset);
  }

  return {
    ok: true,
    value: {
      action: existing === null ? 'create' : 'update',
      recordType,
      recordId: existing?.recordId ?? null,
      externalId: externalId(document),
      initialValues: {},
      fields: record.fields,
      sublists: {},
      expected: null,
      notes,
    },
  };
}

/** What NetSuite is to call the item: the platform's number of it, or its name, which must then be unique. */
function itemName(document: ItemDocument, settings: ConnectionSettings): string {
  return settings.itemName === 'Id' ? document.number : document.name;
}
