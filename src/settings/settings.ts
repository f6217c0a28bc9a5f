import type { ItemCategory } from '../documents/document';

/** NetSuite item types that the connector makes, by their N/record types. */
export type ItemRecordType = 'noninventorysaleitem' | 'servicesaleitem' | 'inventoryitem';

/** What a `customrecord_obc_mapping` row is about. */
export type MappingKind =
  | 'Income Account'
  | 'Deferred Revenue Account'
  | 'Tax Item'
  | 'Subsidiary'
  | 'Currency'
  | 'Term'
  | 'Class'
  | 'Department'
  | 'Location';

/** The settings of one connection (one platform tenant), as planning needs them. */
export interface ConnectionSettings {
  /** Internal id of the `customrecord_obc_connection` row. */
  readonly recordId: string;
  /** Chosen once; part of every external id. */
  readonly key: string;
  readonly platform: string;
  readonly isPaused: boolean;
  readonly scheduledMode: boolean;
  /** IANA name, for turning timestamps into dates. */
  readonly timeZone: string;
  /** Internal ids; empty where not chosen. */
  readonly defaultSubsidiary: string;
  readonly receivablesAccount: string;
  readonly taxSchedule: string;
  readonly itemTypes: Readonly<Record<ItemCategory, ItemRecordType>>;
  readonly incomeAccounts: Readonly<Record<ItemCategory, string>>;
  /** What an inventory item posts to besides its income account. */
  readonly inventoryAccounts: { readonly costOfGoodsSold: string; readonly asset: string };
  readonly numbering: {
    readonly customer: 'Source Number' | 'Source Name' | 'Auto-Number';
    readonly transaction: 'Source Number' | 'Auto-Number';
  };
  readonly itemName: 'Id' | 'Name';
  readonly closedPeriod: 'Ask' | 'First Open Period' | 'Reject';
  /** At most so many documents of the connection are posted by one run; null: as many as NetSuite allows. */
  readonly documentsPerRun: number | null;
  /** Whether a newer version of a posted document changes its record. */
  readonly allowsUpdates: { readonly customer: boolean; readonly item: boolean };
  /**
   * The field in which records that were in NetSuite before carry the platform's id: `externalid` or the script id of a
   * custom field; empty: none are linked.
   */
  readonly linkFields: { readonly customer: string; readonly item: string; readonly transaction: string };
  /** What is sent back to the platform. */
  readonly sends: { readonly customerEdits: boolean; readonly creditMemoCancellations: boolean };
  readonly api: {
    /** `https://rest.na.zuora.com`; empty: the platform's usual address. */
    readonly url: string;
    readonly clientId: string;
    /** Script id of the API secret that holds the key or client secret, `custsecret_zuora`. */
    readonly secret: string;
  };
  /** Days after which payloads are removed; null: never. `personalData`: of customers, and their names. */
  readonly retention: { readonly payload: number | null; readonly personalData: number | null };
  /** E-mail addresses, and the internal id of the employee as whom the connector writes; empty: the first employee. */
  readonly recipients: {
    readonly digest: readonly string[];
    readonly alert: readonly string[];
    readonly sender: string;
  };
  /** The NetSuite account id in which the connection was activated; elsewhere nothing is pulled or sent. */
  readonly activatedIn: string;
  /**
   * Value of a mapping row: an internal id of what the kind says. Null where there is no row. `source` is compared
   * exactly; it is the platform's own value (an account's name, a tax code, a currency code, a path), or an
   * {@link ItemCategory} for the accounts that apply to a whole category.
   */
  mapping(kind: MappingKind, source: string): string | null;
}
