import type { ItemCategory } from '../documents/document';
import { CUSTOMER_NUMBERING, ITEM_NAMES, ITEM_TYPES, TRANSACTION_NUMBERING, UPDATE_POLICIES } from './fields';
import type { ConnectionSettings, ItemRecordType } from './settings';

/** A connection as it is stored: choices by their words, references by internal id, empty where nothing is chosen. */
export interface StoredConnection {
  readonly recordId: string;
  readonly key: string;
  /** The platform's name, `Nue`. */
  readonly platform: string;
  readonly isPaused: boolean;
  readonly scheduledMode: boolean;
  readonly timeZone: string;
  readonly defaultSubsidiary: string;
  readonly receivablesAccount: string;
  readonly taxSchedule: string;
  readonly itemTypes: Readonly<Record<ItemCategory, string>>;
  readonly incomeAccounts: Readonly<Record<ItemCategory, string>>;
  readonly inventoryAccounts: { readonly costOfGoodsSold: string; readonly asset: string };
  readonly customerNumbering: string;
  readonly transactionNumbering: string;
  readonly itemName: string;
  readonly closedPeriod: string;
  readonly documentsPerRun: string;
  readonly updates: { readonly customer: string; readonly item: string };
  readonly linkFields: { readonly customer: string; readonly item: string; readonly transaction: string };
  readonly sends: { readonly customerEdits: boolean; readonly creditMemoCancellations: boolean };
  readonly api: { readonly url: string; readonly clientId: string; readonly secret: string };
  readonly retention: { readonly payload: string; readonly personalData: string };
  readonly recipients: { readonly digest: string; readonly alert: string; readonly sender: string };
  readonly activatedIn: string;
}

export interface MappingRow {
  readonly id: string;
  /** Internal id of the connection. */
  readonly connection: string;
  readonly kind: string;
  readonly source: string;
  /** Internal id of the NetSuite record. */
  readonly value: string;
  readonly label: string;
}

/** What products become where nothing is chosen, as the seeds' defaults say. */
const DEFAULT_ITEM_TYPES: Readonly<Record<ItemCategory, ItemRecordType>> = {
  subscription: 'noninventorysaleitem',
  entitlement: 'servicesaleitem',
  asset: 'inventoryitem',
  charge: 'servicesaleitem',
};

/** The settings that a stored connection and its mappings mean. Where nothing is chosen, the safe choice. Pure. */
export function settingsOf(stored: StoredConnection, mappings: readonly MappingRow[]): ConnectionSettings {
  const values = new Map(
    mappings
      .filter((mapping) => mapping.connection === stored.recordId)
      .map((mapping) => [mappingKey(mapping.kind, mapping.source), mapping.value]),
  );
  const itemType = (category: ItemCategory): ItemRecordType =>
    ITEM_TYPES[stored.itemTypes[category]] ?? DEFAULT_ITEM_TYPES[category];
  return {
    recordId: stored.recordId,
    key: stored.key,
    platform: stored.platform.toLowerCase(),
    isPaused: stored.isPaused,
    scheduledMode: stored.scheduledMode,
    timeZone: stored.timeZone === '' ? 'UTC' : stored.timeZone,
    defaultSubsidiary: stored.defaultSubsidiary,
    receivablesAccount: stored.receivablesAccount,
    taxSchedule: stored.taxSchedule,
    itemTypes: {
      subscription: itemType('subscription'),
      entitlement: itemType('entitlement'),
      asset: itemType('asset'),
      charge: itemType('charge'),
    },
    incomeAccounts: stored.incomeAccounts,
    inventoryAccounts: stored.inventoryAccounts,
    numbering: {
      customer: meaning(CUSTOMER_NUMBERING, stored.customerNumbering, 'Auto-Number'),
      transaction: meaning(TRANSACTION_NUMBERING, stored.transactionNumbering, 'Auto-Number'),
    },
    itemName: meaning(ITEM_NAMES, stored.itemName, 'Id'),
    closedPeriod:
      stored.closedPeriod === 'First Open Period' || stored.closedPeriod === 'Reject' ? stored.closedPeriod : 'Ask',
    documentsPerRun: wholeNumber(stored.documentsPerRun),
    allowsUpdates: {
      customer: meaning(UPDATE_POLICIES, stored.updates.customer, true),
      item: meaning(UPDATE_POLICIES, stored.updates.item, true),
    },
    linkFields: stored.linkFields,
    sends: stored.sends,
    api: stored.api,
    retention: {
      payload: wholeNumber(stored.retention.payload),
      personalData: wholeNumber(stored.retention.personalData),
    },
    recipients: {
      digest: addresses(stored.recipients.digest),
      alert: addresses(stored.recipients.alert),
      sender: stored.recipients.sender,
    },
    activatedIn: stored.activatedIn,
    mapping: (kind, source) => values.get(mappingKey(kind, source)) ?? null,
  };
}

/** Null where there is no whole number from 1 on. */
function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Addresses that are separated by commas, semicolons or white space. */
export function addresses(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== '');
}

function meaning<Meaning extends string | boolean>(
  words: Readonly<Record<string, Meaning>>,
  stored: string,
  otherwise: Meaning,
): Meaning {
  return words[stored] ?? otherwise;
}

function mappingKey(kind: string, source: string): string {
  return `${kind}|${source}`;
}
