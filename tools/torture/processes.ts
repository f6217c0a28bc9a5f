import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A piece of work for a process of its own. */
export type Work =
  | { readonly kind: 'flow'; readonly flow: string; readonly part: number; readonly of: number }
  | { readonly kind: 'seeds'; readonly seeds: readonly number[] };

export type Done<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly said: string };

/**
 * Shares work out over processes of this tool; each takes the next piece when it has done one.
 * @param told is given each result as soon as it is there
 * @throws Error where a process fails
 */
export async function shareOut<Result>(
  pieces: readonly Work[],
  jobs: number,
  told: (piece: Work, result: Result) => void,
): Promise<void> {
  const waiting = [...pieces];
  const workers = Array.from({ length: Math.min(jobs, pieces.length) }, async () => {
    const child = startWorker();
    const death = died(child);
    try {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
        child.send(piece);
        const [done] = (await Promise.race([once(child, 'message'), death])) as [Done<Result>];
        if (!done.ok) throw new Error(done.said);
        told(piece, done.result);
      }
    } finally {
      // It is meant to end now.
      death.catch(() => undefined);
      child.kill();
    }
  });
  await Promise.all(workers);
}

/** Does the pieces that the parent process sends, one after the other. */
export async function work(serve: (piece: Work) => Promise<unknown>): Promise<void> {
  process.on('message', (piece: Work) => {
    serve(piece).then(
      (result) => process.send?.({ ok: true, result }),
      (thrown: unknown) =>
        process.send?.({
          ok: false,
          said: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        }),
    );
  });
  await once(process, 'disconnect');
}

function startWorker(): ChildProcess {
  const code = `import(${JSON.stringify(import.meta.url)}).then(({ main }) => main(['--worker']))`;
  return spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // NetSuite's servers run in Pacific time.
    env: { ...process.env, TZ: 'America/Los_Angeles' },
  });
}

async function died(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`A process of the proof ended with code ${code}.`);
}
