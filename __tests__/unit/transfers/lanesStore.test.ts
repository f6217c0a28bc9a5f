import * as record from 'N/record';
import { takeLane } from '../../../src/transfers/store/lanes';

const load = jest.spyOn(record, 'load');
const submitFields = jest.spyOn(record, 'submitFields');
/** The lane as N/record loads it. */
const row = {
  getValue: jest.fn<string, [{ fieldId: string }]>(),
  setValue: jest.fn<unknown, [unknown]>(),
  save: jest.fn<number, []>(),
};
const NOW = Date.UTC(2026, 2, 31, 12);

beforeEach(() => {
  jest.resetAllMocks();
  load.mockReturnValue(row as unknown as ReturnType<typeof record.load>);
});

function laneHeldBy(holder: string, until: string): void {
  row.getValue.mockImplementation(({ fieldId }) => (fieldId.endsWith('holder') ? holder : until));
}

describe('taking a lane', () => {
  test('is a load and a save, so that NetSuite notices who was quicker', () => {
    laneHeldBy('', '');
    expect(takeLane(4, 'customdeploy_a', NOW)).toBe(true);
    expect(row.setValue.mock.calls.map(([options]) => options)).toEqual([
      { fieldId: 'custrecord_obc_lane_holder', value: 'customdeploy_a' },
      { fieldId: 'custrecord_obc_lane_until', value: '2026-03-31T12:20:00.000Z' },
    ]);
    expect(row.save).toHaveBeenCalledTimes(1);
    expect(submitFields).not.toHaveBeenCalled();
  });

  test('lasts for the lease that is asked for', () => {
    laneHeldBy('', '');
    expect(takeLane(4, 'a call', NOW, 6 * 60_000)).toBe(true);
    expect(row.setValue).toHaveBeenCalledWith({
      fieldId: 'custrecord_obc_lane_until',
      value: '2026-03-31T12:06:00.000Z',
    });
  });

  test('fails where another was quicker', () => {
    laneHeldBy('', '');
    row.save.mockImplementation(() => {
      throw { name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' };
    });
    expect(takeLane(4, 'customdeploy_a', NOW)).toBe(false);
  });

  test('fails without a save where another holds it', () => {
    laneHeldBy('customdeploy_b', '2026-03-31T12:10:00.000Z');
    expect(takeLane(4, 'customdeploy_a', NOW)).toBe(false);
    expect(row.save).not.toHaveBeenCalled();
  });

  test('does not hide other errors', () => {
    laneHeldBy('', '');
    row.save.mockImplementation(() => {
      throw { name: 'INSUFFICIENT_PERMISSION', message: 'You need ...' };
    });
    expect(() => takeLane(4, 'customdeploy_a', NOW)).toThrow(
      expect.objectContaining({ name: 'INSUFFICIENT_PERMISSION' }),
    );
  });
});
