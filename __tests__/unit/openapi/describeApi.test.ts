import { readFileSync } from 'node:fs';
import { describeApi } from '../../../tools/openapi/describeApi';
import { describeOperations } from '../../../tools/openapi/describeOperations';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const descriptions = [
  ['openapi.json', describeApi(version)],
  ['openapi-operations.json', describeOperations(version)],
] as const;

test.each(descriptions)('docs/%s is what the schemas say (npm run openapi)', (file, description) => {
  const published: unknown = JSON.parse(readFileSync(`docs/${file}`, 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(description)));
});

test.each(descriptions)('every reference in docs/%s leads to a schema', (_file, description) => {
  const { components } = description as unknown as { components: { schemas: object } };
  const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(references.length).toBeGreaterThan(0);
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(references));
});
