import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { ReferenceList } from '../../../src/settings/fields';
import { type StoredConnection, settingsOf } from '../../../src/settings/interpret';
import { planSettings } from '../../../src/settings/plan';
import { settingsRequestSchema } from '../../../src/settings/request';
import type { ReferenceEntry } from '../../../src/settings/resolve';

const accounts: readonly ReferenceEntry[] = [
  { id: '10', names: ['Sales', '4000'], type: 'Income', isInactive: false },
  { id: '11', names: ['Old Sales', '4001'], type: 'Income', isInactive: true },
  { id: '12', names: ['Receivables', '1100'], type: 'AcctRec', isInactive: false },
  { id: '13', names: ['Twin', '1'], type: 'Income', isInactive: false },
  { id: '14', names: ['Twin', '2'], type: 'Income', isInactive: false },
];
const entries = (list: ReferenceList) => (list === 'account' ? accounts : list === 'taxSchedule' ? null : []);

function plan(body: Record<string, unknown>) {
  const request = v.parse(settingsRequestSchema, { connection: 'nue', ...body });
  return planSettings(request, entries, (zone) => zone === 'Europe/Berlin');
}

const empty = { subscription: '', entitlement: '', asset: '', charge: '' };
const stored: StoredConnection = {
  recordId: '3',
  key: 'nue',
  platform: 'Nue',
  isPaused: false,
  scheduledMode: false,
  timeZone: '',
  defaultSubsidiary: '',
  receivablesAccount: '',
  taxSchedule: '',
  itemTypes: { ...empty, charge: 'Inventory' },
  incomeAccounts: { ...empty, asset: '10' },
  inventoryAccounts: { costOfGoodsSold: '', asset: '' },
  customerNumbering: 'Use Name From Source Record',
  transactionNumbering: '',
  itemName: 'Use Source Name',
  closedPeriod: '',
  documentsPerRun: '25',
  updates: { customer: 'Do Not Allow Updates', item: '' },
  linkFields: { customer: '', item: '', transaction: '' },
  sends: { customerEdits: false, creditMemoCancellations: false },
  api: { url: '', clientId: '', secret: '' },
  retention: { payload: '400', personalData: '0' },
  recipients: { digest: 'a@example.com, b@example.com', alert: '', sender: '' },
  activatedIn: '',
};

describe('stored settings', () => {
  test('mean what their words say, and the safe choice where nothing is chosen', () => {
    expect(settingsOf(stored, [])).toMatchObject({
      platform: 'nue',
      timeZone: 'UTC',
      itemTypes: {
        subscription: 'noninventorysaleitem',
        entitlement: 'servicesaleitem',
        asset: 'inventoryitem',
        charge: 'inventoryitem',
      },
      numbering: { customer: 'Source Name', transaction: 'Auto-Number' },
      itemName: 'Name',
      closedPeriod: 'Ask',
      documentsPerRun: 25,
      allowsUpdates: { customer: false, item: true },
      retention: { payload: 400, personalData: null },
      recipients: { digest: ['a@example.com', 'b@example.com'], alert: [], sender: '' },
    });
  });

  test('map values of their own connection only', () => {
    const row = { id: '1', kind: 'Tax Item', source: 'VAT', value: '55', label: '' };
    const settings = settingsOf(stored, [
      { ...row, connection: '3' },
      { ...row, connection: '4', source: 'GST' },
    ]);
    expect(settings.mapping('Tax Item', 'VAT')).toBe('55');
    expect(settings.mapping('Tax Item', 'vat')).toBeNull();
    expect(settings.mapping('Tax Item', 'GST')).toBeNull();
    expect(settings.mapping('Term', 'VAT')).toBeNull();
  });
});

describe('a change of the settings', () => {
  test('finds records by name, by number and by id', () => {
    const { plan: written, problems } = plan({
      settings: {
        receivablesAccount: { name: '1100' },
        incomeAccounts: { subscription: { name: 'Sales' }, asset: { id: 10 }, entitlement: null },
        taxSchedule: { id: '1' },
        timeZone: 'Europe/Berlin',
        itemTypes: { asset: 'Inventory' },
        paused: true,
      },
    });
    expect(problems).toEqual([]);
    expect(written.fields).toEqual([
      { field: 'custrecord_obc_conn_paused', by: 'value', value: true },
      { field: 'custrecord_obc_conn_time_zone', by: 'value', value: 'Europe/Berlin' },
      { field: 'custrecord_obc_conn_receivables', by: 'value', value: '12' },
      { field: 'custrecord_obc_conn_tax_schedule', by: 'value', value: '1' },
      { field: 'custrecord_obc_conn_type_asset', by: 'text', value: 'Inventory' },
      { field: 'custrecord_obc_conn_income_subscription', by: 'value', value: '10' },
      { field: 'custrecord_obc_conn_income_entitlement', by: 'value', value: '' },
      { field: 'custrecord_obc_conn_income_asset', by: 'value', value: '10' },
    ]);
  });

  test('lists every problem with its path', () => {
    const { problems } = plan({
      settings: {
        timeZone: 'Mars',
        receivablesAccount: { name: 'Sales' },
        taxSchedule: { name: 'Default' },
        incomeAccounts: { subscription: { name: 'Nowhere' }, entitlement: { id: 11 }, asset: { name: 'Twin' } },
      },
      mappings: [{ kind: 'Tax Item', source: 'VAT', value: { id: '9' } }],
    });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['UNKNOWN_TIME_ZONE', 'settings.timeZone'],
      ['WRONG_ACCOUNT_TYPE', 'settings.receivablesAccount'],
      ['NAME_NOT_KNOWN', 'settings.taxSchedule'],
      ['NOT_FOUND', 'settings.incomeAccounts.subscription'],
      ['INACTIVE', 'settings.incomeAccounts.entitlement'],
      ['AMBIGUOUS_NAME', 'settings.incomeAccounts.asset'],
      ['NOT_FOUND', 'mappings[0].value'],
    ]);
  });

  test('refuses members that it does not know, so that none is lost to a slip of the pen', () => {
    expect(v.safeParse(settingsRequestSchema, { connection: 'nue', settings: { pause: true } }).success).toBe(false);
    expect(v.safeParse(settingsRequestSchema, { connection: 'Nue US' }).success).toBe(false);
  });
});
