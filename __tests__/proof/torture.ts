import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What `npm run torture` said: its exit code, the table that it printed, by column, and all of its output. */
export interface Said {
  readonly code: number | null;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly output: string;
}

/**
 * Runs `npm run torture` in a process of its own. A run takes half as long there as within a test, where the whole local
 * account goes through Jest's module loader.
 */
export async function torture(...options: readonly string[]): Promise<Said> {
  const child = spawn(process.execPath, [join('tools', 'run.mjs'), 'torture', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, rows: rowsOf(output), output };
}

function rowsOf(output: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], , ...rows] = output
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}
