import * as record from 'N/record';
import type { CalendarDate, Decimal } from '../../../src/documents/values';
import type { RecordPlan } from '../../../src/posting/plan';
import { submitPlan } from '../../../src/posting/submit';

const create = jest.spyOn(record, 'create');
const load = jest.spyOn(record, 'load');
/** What N/record's create and load give back. */
const target = {
  setValue: jest.fn<unknown, [{ fieldId: string; value: unknown }]>(),
  setSublistValue: jest.fn<unknown, [Record<string, unknown>]>(),
  getSublistValue: jest.fn<unknown, [{ line: number }]>(),
  getLineCount: jest.fn<number, [unknown]>(),
  save: jest.fn<number, [unknown]>(),
};

const plan: RecordPlan = {
  action: 'create',
  recordType: 'invoice',
  recordId: null,
  externalId: 'obc-nue-invoice-1',
  initialValues: { subtype: 'Sale' },
  fields: {
    entity: { id: '7' },
    trandate: { date: '2026-03-31' as CalendarDate },
    memo: { text: 'Hello' },
    istaxable: { checked: false },
    subsidiary: { ids: ['1', '2'] },
  },
  sublists: { item: [{ fields: { item: { id: '5' }, rate: { decimal: '0.12345678' as Decimal } } }] },
  expected: null,
  notes: [],
};

beforeEach(() => {
  jest.resetAllMocks();
  create.mockReturnValue(target as unknown as ReturnType<typeof record.create>);
  load.mockReturnValue(target as unknown as ReturnType<typeof record.load>);
  target.getLineCount.mockReturnValue(0);
  target.save.mockReturnValue(99);
});

describe('a planned record', () => {
  test('is created with its external id, values by their kind, and the stamp of its transfer, in one save', () => {
    expect(submitPlan(plan, 'transaction', 12)).toBe('99');
    expect(create).toHaveBeenCalledWith({ type: 'invoice', isDynamic: false, defaultValues: { subtype: 'Sale' } });
    expect(target.setValue.mock.calls.map(([options]) => options)).toEqual([
      { fieldId: 'externalid', value: 'obc-nue-invoice-1' },
      { fieldId: 'entity', value: '7' },
      { fieldId: 'trandate', value: new Date(2026, 2, 31) },
      { fieldId: 'memo', value: 'Hello' },
      { fieldId: 'istaxable', value: false },
      { fieldId: 'subsidiary', value: ['1', '2'] },
      { fieldId: 'custbody_obc_transfer', value: 12 },
    ]);
    expect(target.setSublistValue.mock.calls.map(([options]) => options)).toEqual([
      { sublistId: 'item', fieldId: 'item', line: 0, value: '5' },
      { sublistId: 'item', fieldId: 'rate', line: 0, value: 0.12345678 },
    ]);
    expect(target.save).toHaveBeenCalledTimes(1);
  });

  test('that exists is loaded, and keeps the external id that it has', () => {
    submitPlan({ ...plan, action: 'update', recordId: '55', sublists: {} }, 'customer', 12);
    expect(load).toHaveBeenCalledWith({ type: 'invoice', id: '55', isDynamic: false });
    expect(create).not.toHaveBeenCalled();
    const fields = target.setValue.mock.calls.map(([options]) => options.fieldId);
    expect(fields).not.toContain('externalid');
    expect(fields).toContain('custentity_obc_transfer');
  });

  test('changes the lines that it finds again and adds the others', () => {
    const labels = ['Old', 'Bill To'];
    target.getLineCount.mockReturnValue(labels.length);
    target.getSublistValue.mockImplementation(({ line }) => labels[line]);
    const line = (label: string) => ({ fields: { label: { text: label } }, matchBy: 'label' });
    const sublists = { addressbook: [line('Bill To'), line('Ship To')] };
    submitPlan({ ...plan, action: 'update', recordId: '55', fields: {}, sublists }, 'customer', 12);
    expect(target.setSublistValue.mock.calls.map(([options]) => options)).toEqual([
      { sublistId: 'addressbook', fieldId: 'label', line: 1, value: 'Bill To' },
      { sublistId: 'addressbook', fieldId: 'label', line: 2, value: 'Ship To' },
    ]);
  });
});
