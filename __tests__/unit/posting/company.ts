import { referenceKey } from '../../../src/documents/keys';
import type { CalendarDate } from '../../../src/documents/values';
import type { AccountingPeriod, Directory, PlannedValue, PostedRecord, Receivable } from '../../../src/posting/plan';
import type { ConnectionSettings, MappingKind } from '../../../src/settings/settings';

type Mappings = Partial<Record<MappingKind, Readonly<Record<string, string>>>>;

/** Settings of a connection; `mappings` by kind and source. */
export function settings(changes: Partial<ConnectionSettings> = {}, mappings: Mappings = {}): ConnectionSettings {
  return {
    recordId: '1',
    key: 'test',
    platform: 'zuora',
    isPaused: false,
    scheduledMode: false,
    timeZone: 'America/Los_Angeles',
    defaultSubsidiary: '1',
    receivablesAccount: '119',
    taxSchedule: '1',
    itemTypes: {
      subscription: 'noninventorysaleitem',
      entitlement: 'servicesaleitem',
      asset: 'inventoryitem',
      charge: 'noninventorysaleitem',
    },
    inventoryAccounts: { costOfGoodsSold: '501', asset: '131' },
    incomeAccounts: { subscription: '401', entitlement: '402', asset: '403', charge: '404' },
    numbering: { customer: 'Source Number', transaction: 'Source Number' },
    itemName: 'Id',
    closedPeriod: 'Ask',
    documentsPerRun: null,
    allowsUpdates: { customer: true, item: true },
    linkFields: { customer: '', item: '', transaction: '' },
    sends: { customerEdits: false, creditMemoCancellations: false },
    api: { url: '', clientId: '', secret: '' },
    retention: { payload: null, personalData: null },
    recipients: { digest: [], alert: [], sender: '' },
    activatedIn: '',
    mapping: (kind, source) => mappings[kind]?.[source] ?? null,
    ...changes,
  };
}

export interface Company {
  readonly documents: Readonly<Record<string, PostedRecord>>;
  readonly accounts: Readonly<Record<string, { id: string; type: string; isInactive: boolean }>>;
  readonly currencies: Readonly<Record<string, string>>;
  readonly subsidiaries: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly classifications: Readonly<Record<string, string>>;
  /** Months as `YYYY-MM`, in order. */
  readonly closedMonths: readonly string[];
  readonly lockedMonths: readonly string[];
  readonly months: readonly string[];
  /** By internal id. */
  readonly receivables: Readonly<Record<string, Receivable>>;
}

export const company: Company = {
  documents: {},
  accounts: {
    '4010 Revenue : Subscription Revenue': { id: '54', type: 'Income', isInactive: false },
    '4900 Legacy': { id: '60', type: 'Income', isInactive: true },
    '2400 Deferred Revenue': { id: '24', type: 'DeferRevenue', isInactive: false },
    '1100 Accounts Receivable': { id: '11', type: 'AcctRec', isInactive: false },
  },
  currencies: { USD: '1', EUR: '2', GBP: '3', KWD: '4' },
  subsidiaries: { 'Northwind Analytics': '1', 'Northwind Analytics : Northwind Analytics GmbH': '2' },
  terms: { 'Net 30': '5' },
  classifications: { 'class:Software : Analytics': '7', 'department:Sales': '8' },
  months: ['2026-06', '2026-07', '2026-08', '2026-09'],
  closedMonths: [],
  lockedMonths: [],
  receivables: {},
};

/** A directory that knows a company, changed where a test says so. */
export function directory(changes: Partial<Company> = {}): Directory {
  const known = { ...company, ...changes };
  const period = (month: string): AccountingPeriod => ({
    id: month.replace('-', ''),
    name: `Period ${month}`,
    isClosed: known.closedMonths.includes(month),
    isReceivablesLocked: known.lockedMonths.includes(month),
  });
  return {
    document: (reference) => known.documents[referenceKey(reference)] ?? null,
    account: (name) => known.accounts[name] ?? null,
    currency: (code) => known.currencies[code] ?? null,
    subsidiary: (name) => known.subsidiaries[name] ?? null,
    term: (name) => known.terms[name] ?? null,
    classification: (kind, name) => known.classifications[`${kind}:${name}`] ?? null,
    period: (date: CalendarDate) => (known.months.includes(date.slice(0, 7)) ? period(date.slice(0, 7)) : null),
    firstOpenPeriod: (date: CalendarDate) => {
      const open = known.months.find(
        (month) =>
          month >= date.slice(0, 7) && !known.closedMonths.includes(month) && !known.lockedMonths.includes(month),
      );
      return open === undefined ? null : period(open);
    },
    receivables: (ids) =>
      new Map(
        ids.flatMap((id): [string, Receivable][] => (known.receivables[id] ? [[id, known.receivables[id]]] : [])),
      ),
  };
}

export function posted(recordType: string, recordId: string, currency: string | null = null): PostedRecord {
  return { recordType, recordId, currency, subsidiary: currency === null ? null : '1' };
}

/** A planned value as the plain thing in it, for comparison. */
export function plain(value: PlannedValue | undefined): unknown {
  return value === undefined ? undefined : Object.values(value)[0];
}

/** All fields as plain values. */
export function plainFields(fields: Readonly<Record<string, PlannedValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, plain(value)]));
}
