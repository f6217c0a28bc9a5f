import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const SOURCES = resolve(__dirname, '../../../src');

/** Source files under a folder, or the file itself. */
function files(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => files(join(path, entry.name)));
}

const pure = [
  'documents',
  'platforms/nue',
  'platforms/zuora',
  'posting/customer',
  'posting/item',
  'posting/invoice',
  'posting/kinds.ts',
  'posting/problems.ts',
  'posting/plan.ts',
  'posting/causes.ts',
  'publishing/kinds.ts',
  'publishing/fingerprint.ts',
  'publishing/customer/baseline.ts',
  'publishing/customer/content.ts',
  'transfers/policy',
  'netsuite/dates.ts',
  'netsuite/externalIds.ts',
  'transfers/policy',
  'transfers/operations/policy',
  'transfers/fetching/policy',
  'platforms/reads.ts',
];

test.each(pure)('%s imports nothing of NetSuite', (room) => {
  for (const file of files(join(SOURCES, room))) {
    expect([file, /from 'N\//.test(readFileSync(file, 'utf8'))]).toEqual([file, false]);
  }
});

test('a Date is made in netsuite/dates only', () => {
  for (const room of ['documents', 'platforms', 'posting']) {
    for (const file of files(join(SOURCES, room))) {
      expect([file, /new Date\(/.test(readFileSync(file, 'utf8').replace(/^\s*\*.*$/gm, ''))]).toEqual([file, false]);
    }
  }
});
