import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeApi } from './describeApi';
import { describeOperations } from './describeOperations';

/** `npm run openapi`: writes the descriptions of the RESTlets' contracts from the schemas that check them. */
export async function main(): Promise<number> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const files = { 'openapi.json': describeApi(version), 'openapi-operations.json': describeOperations(version) };
  for (const [name, description] of Object.entries(files)) {
    writeFileSync(resolve('docs', name), `${JSON.stringify(description, null, 2)}\n`);
    console.log(`Written: docs/${name}`);
  }
  return 0;
}
