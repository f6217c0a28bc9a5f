import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pages } from '../../simulator/__tests__/conformance/cases';
import { simulatorFolder } from './build';
import { choose } from './choose';
import { describe } from './describe';
import { type Bite, bite } from './teeth';

/**
 * `npm run conformance:index` writes simulator/docs/conformance.md. `npm run conformance:teeth` switches rules off, one
 * at a time, and shows that their own cases notice: `-- --rules 40 --seed 7`, `-- --rule id`, `-- --all`.
 */
export async function main([command = '', ...options]: string[]): Promise<number> {
  if (command === 'index') {
    const file = join(simulatorFolder(), 'docs', 'conformance.md');
    writeFileSync(file, describe(pages));
    console.log(`Wrote ${file}`);
    return 0;
  }
  if (command !== 'teeth') throw new Error('conformance index | conformance teeth');
  return await teeth(options);
}

async function teeth(options: string[]): Promise<number> {
  const { values } = parseArgs({
    args: options,
    options: {
      rules: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      rule: { type: 'string', multiple: true },
      all: { type: 'boolean', default: false },
    },
  });
  const all = pages.flatMap(({ cases }) => cases);
  const named = values.rule;
  const chosen = named
    ? all.filter(({ id }) => named.some((name) => id.startsWith(name)))
    : choose(all, values.all ? all.length : Number(values.rules), Number(values.seed));
  const bites = await bite(chosen, (one) => console.log(line(one)));
  const missed = bites.filter(({ noticed }) => !noticed);
  console.log(`${bites.length - missed.length} of ${bites.length} cases noticed that their rule was switched off.`);
  return missed.length === 0 && bites.length > 0 ? 0 : 1;
}

function line({ id, noticed, message }: Bite): string {
  const [why = ''] = message.split('\n').filter((text) => text.trim() !== '');
  return `${noticed ? 'noticed ' : 'UNNOTICED'} ${id.padEnd(48)} ${why.slice(0, 100)}`;
}
