import { readFileSync } from 'node:fs';
import { describeApi } from '../../../tools/openapi/describeApi';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('docs/openapi.json is what the schemas say (npm run openapi)', () => {
  const published: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(describeApi(version))));
});

test('every reference in the description leads to a schema', () => {
  const description = JSON.stringify(describeApi(version));
  const { components } = describeApi(version) as { components: { schemas: object } };
  const references = [...description.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
  expect(references.length).toBeGreaterThan(0);
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(references));
});
