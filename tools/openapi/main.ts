import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeApi } from './describeApi';

const file = resolve('docs', 'openapi.json');

/** `npm run openapi`: writes the description of the RESTlet's contract from the schemas that check it. */
export async function main(): Promise<number> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  writeFileSync(file, `${JSON.stringify(describeApi(version), null, 2)}\n`);
  console.log('Written: docs/openapi.json');
  return 0;
}
