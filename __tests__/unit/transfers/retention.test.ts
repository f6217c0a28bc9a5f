import { retentionLimits } from '../../../src/transfers/housekeeping/retention';
import { settings } from '../posting/company';

const now = Date.UTC(2026, 10, 2);

test('nothing is removed where no days are given', () => {
  expect(retentionLimits(settings(), now)).toEqual({ connection: 'test', personalData: null, payloads: null });
});

test('personal data goes first', () => {
  expect(retentionLimits(settings({ retention: { payload: 90, personalData: 30 } }), now)).toMatchObject({
    personalData: '2026-10-03T00:00:00.000Z',
    payloads: '2026-08-04T00:00:00.000Z',
  });
});

test('personal data never outlives the other payloads', () => {
  const limit = '2026-10-03T00:00:00.000Z';
  for (const personalData of [null, 90]) {
    expect(retentionLimits(settings({ retention: { payload: 30, personalData } }), now)).toMatchObject({
      personalData: limit,
      payloads: limit,
    });
  }
});
