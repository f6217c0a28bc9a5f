import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { inputErrorCodes } from '../../../src/documents/inputErrors';
import { postingProblemCodes } from '../../../src/posting/problems';
import { decoded } from './settings';

/** Cells of tables are padded to the width of their column. */
const page = readFileSync(resolve(__dirname, '../../../docs/payloads.md'), 'utf8').replace(/ {2,}\|/g, ' |');

test('every code of a refusal and of a posting problem is explained', () => {
  for (const [code, meaning] of [...Object.entries(inputErrorCodes), ...Object.entries(postingProblemCodes)]) {
    expect(page).toContain(`| \`${code}\` | ${meaning} |`);
  }
});

test('the examples are accepted', () => {
  const examples = Array.from(page.matchAll(/^### `(\w+)`[\s\S]*?(?=^##)/gm)).flatMap((section) =>
    Array.from(section[0].matchAll(/```json\n([\s\S]*?)```/g), (example) => ({
      platform: page.indexOf(section[0]) < page.indexOf('## Zuora') ? ('nue' as const) : ('zuora' as const),
      kind: section[1] ?? '',
      data: JSON.parse(example[1] ?? '') as unknown,
    })),
  );
  expect(examples).toHaveLength(5);
  for (const { platform, kind, data } of examples) expect(decoded(platform, kind, data).document.kind).toBe(kind);
});
