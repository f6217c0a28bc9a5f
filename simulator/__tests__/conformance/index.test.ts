import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe as describeRules } from '../../../tools/conformance/describe';
import { pages } from './cases';

test('the index says what the suite checks (npm run conformance:index)', () => {
  const file = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(describeRules(pages));
});
