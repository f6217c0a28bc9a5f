import { parseArgs } from 'node:util';
import { errorData, NetSuiteError } from './kernel/errors';

const HELP = `Usage: netsuite-simulator --project DIR|ZIP [--project ...] [options]

Runs a local NetSuite account with the given SuiteCloud projects installed, and prints one line of JSON
when it is ready: { "url", "account", "credentials": { "oauth2", "tba", "administrator" }, "scripts" }.

  --project DIR|ZIP   SuiteApp or account customization to install; may be given several times, in order
  --company NAME|FILE company of a new account: demo (default), empty, or a JSON file
  --data FILE         keeps the account in a file; without it the account ends with the program
  --port N            port to listen at (default: any free one)
  --seed N            decides the order of concurrent work (default 1)
  --role SCRIPTID     role that the printed credentials log in as (default: the first custom role in a RESTlet's audience)
  --now ISO           sets the clock, which then stands until it is moved; without it, it goes with the machine's
  --help              shows this text
`;

interface CommandLine {
  readonly projects: readonly string[];
  readonly company: string;
  readonly data: string | null;
  readonly port: number;
  readonly seed: number | null;
  readonly role: string | null;
  readonly now: string;
}

/** Reads the command line; null for `--help`. @throws Error in one sentence */
function commandLine(): CommandLine | null {
  const { values } = parseArgs({
    options: {
      project: { type: 'string', multiple: true },
      company: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      seed: { type: 'string' },
      role: { type: 'string' },
      now: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  return {
    projects: values.project ?? [],
    company: values.company ?? 'demo',
    data: values.data ?? null,
    port: number('port', values.port, 65_535) ?? 0,
    seed: number('seed', values.seed, 0xffff_ffff),
    role: values.role ?? null,
    now: moment(values.now),
  };
}

function number(name: string, text: string | undefined, largest: number): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text) && Number(text) <= largest) return Number(text);
  throw new Error(`--${name} must be a whole number up to ${largest}, not ${JSON.stringify(text)}.`);
}

function moment(text: string | undefined): string {
  if (text === undefined) return 'machine';
  if (Number.isNaN(Date.parse(text))) throw new Error(`--now must be an ISO time, not ${JSON.stringify(text)}.`);
  return text;
}

async function main(): Promise<void> {
  const options = commandLine();
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const { openAccount } = await import('./account/account');
  const { listen } = await import('./http/server');
  const { ready } = await import('./http/ready');
  const { installProject } = await import('./sdf/install');
  const { company, data, seed, now } = options;
  const open = openAccount({ company, now, ...(data === null ? {} : { data }), ...(seed === null ? {} : { seed }) });
  try {
    for (const project of options.projects) await open.perform(installProject(open.account, project));
    const server = await listen(open, { port: options.port });
    try {
      process.stdout.write(`${JSON.stringify(ready(open.account, server.url, options.role))}\n`);
      await interrupted();
    } finally {
      await server.close();
    }
  } finally {
    await open.close();
  }
}

/** Resolves when the program is asked to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** One sentence for an error that the user can do something about; the stack only for faults of the program. */
function explained(thrown: unknown): string {
  if (thrown instanceof NetSuiteError) return `${thrown.name}: ${thrown.message}`;
  // Errors of the system and of the command line have a code: a taken port, a file that is not there, a wrong option.
  const hasCode = thrown instanceof Error && 'code' in thrown;
  const { message, jsClass, stack } = errorData(thrown);
  return hasCode || jsClass === undefined || jsClass === 'Error' ? message : (stack ?? message);
}

// Before any worker starts: scripts see the time zone of NetSuite's servers.
process.env.TZ = 'America/Los_Angeles';

main().catch((thrown: unknown) => {
  process.stderr.write(`netsuite-simulator: ${explained(thrown)}\n`);
  process.exitCode = 1;
});
