import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, silently while it goes well; throws with all that it printed when it fails.
 * @param title what it is for, shown before it starts
 */
export function run(title: string, command: string, options: readonly string[]): Promise<void> {
  console.log(`${title} ...`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${title} failed: ${command} ${options.join(' ')}\n${output}`));
    });
  });
}
