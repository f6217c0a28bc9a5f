import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredModules } from './declaredMembers';
import { describeSupport } from './describe';

/** `npm run supported` writes simulator/docs/supported.md. */
export async function main(): Promise<number> {
  const file = join('simulator', 'docs', 'supported.md');
  writeFileSync(file, describeSupport(declaredModules(join('node_modules', '@hitc', 'netsuite-types'))));
  console.log(`Wrote ${file}`);
  return 0;
}
