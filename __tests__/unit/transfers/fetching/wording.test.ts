import { expect, test } from '@jest/globals';
import { fetched, notFound, notGiven } from '../../../../src/transfers/fetching/policy/wording';

const CUSTOMER = { kind: 'customer', id: 'c-1' } as const;

test('a document that the platform does not have is named, with the platform, in message and remedy', () => {
  const { code, message, remedy } = notFound(CUSTOMER, 'Zuora');
  expect(code).toBe('NOT_FOUND_IN_PLATFORM');
  expect(message).toMatch(/customer "c-1".*Zuora/);
  expect(remedy).toMatch(/customer "c-1" in Zuora.*by itself/);
});

test('a refusal keeps the platform’s code, words and remedy', () => {
  const refusal = { code: 'ZUORA_50000010', message: 'No permission.', remedy: 'Give the rights.' };
  expect(notGiven(CUSTOMER, 'Zuora', refusal)).toMatchObject({
    code: 'ZUORA_50000010',
    message: expect.stringMatching(/customer "c-1".*No permission\.$/),
    remedy: expect.stringMatching(/^Give the rights\. .*customer "c-1".*by itself/),
  });
});

test('what was fetched is waited for as if it had been sent', () => {
  expect(fetched(CUSTOMER, 'Zuora')).toMatchObject({
    code: 'WAITING_FOR_DOCUMENT',
    remedy: expect.stringMatching(/None needed/),
  });
});
