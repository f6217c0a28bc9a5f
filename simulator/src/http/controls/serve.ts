import type { AccountSnapshot } from '../../account/account';
import { glImpact } from '../../accounting/glImpact';
import { trialBalance } from '../../accounting/trialBalance';
import { administrator } from '../../auth/people';
import { setSecret } from '../../company/secrets';
import type { FaultPlan } from '../../execution/faults';
import { NetSuiteError } from '../../kernel/errors';
import type { Wire } from '../../kernel/wire';
import { outbox } from '../../mail/outbox';
import { runScript } from '../../scripts/runScript';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody, textMember } from './body';
import { serveClock } from './clock';
import { serveHosts } from './hosts';
import { servePeriods } from './periods';
import { serveProcessors } from './processors';
import { serveRevenue } from './revenue';

type Control = (served: Served, request: Incoming) => Promise<Outgoing>;

/** Snapshots by the name that was given out; they live as long as the process. */
const snapshots = new WeakMap<Served, Map<string, AccountSnapshot>>();

/**
 * Controls of the local account under `/simulator/`, which NetSuite does not have: run a script, move the clock, read
 * the log, what was used and what mails were sent, plan faults, read the ledger, and go back to an earlier state.
 */
const CONTROLS: Readonly<Record<string, Control>> = {
  run: async ({ account, perform }, request) => {
    const body = controlBody(request);
    const { deployment, params } = body;
    const caller = { user: administrator(account), context: 'USERINTERFACE', execution: null };
    const report = await perform(
      runScript(account, caller, {
        script: textMember(body, 'script'),
        ...(typeof deployment === 'string' ? { deployment } : {}),
        ...(params === undefined ? {} : { params: params as Readonly<Record<string, Wire>> }),
      }),
    );
    return json(200, report);
  },
  clock: serveClock,
  hosts: serveHosts,
  periods: servePeriods,
  processors: serveProcessors,
  revenue: serveRevenue,
  log: async (served, request) => {
    const script = request.query.get('script');
    const type = request.query.get('type') as 'ERROR' | null;
    return json(200, { log: served.log({ ...(script ? { script } : {}), ...(type ? { type } : {}) }) });
  },
  outbox: async ({ account }) => json(200, { outbox: outbox(account.store) }),
  usage: async ({ core }) => json(200, { usage: core.usage.report() }),
  faults: async ({ core }, request) => {
    if (request.method === 'POST') {
      const plan = controlBody(request);
      if (!Array.isArray(plan.rules)) throw new ControlError(400, 'A fault plan must have rules.');
      core.faults.plan(plan as unknown as FaultPlan);
    }
    if (request.method === 'DELETE') core.faults.clear();
    return json(200, { calls: core.faults.calls, hits: core.faults.hits });
  },
  gl: async ({ account }, request) => {
    const number = (name: string): number | null => (request.query.has(name) ? Number(request.query.get(name)) : null);
    const transaction = number('transaction');
    if (transaction !== null) return json(200, { transaction, lines: glImpact(account, transaction) });
    const [subsidiary, period, through] = [number('subsidiary'), number('period'), request.query.get('through')];
    const filter = {
      ...(subsidiary === null ? {} : { subsidiary }),
      ...(period === null ? {} : { period }),
      ...(through === null ? {} : { through }),
    };
    return json(200, { trialBalance: trialBalance(account, filter) });
  },
  secrets: async ({ account }, request) => {
    const body = controlBody(request);
    setSecret(account, textMember(body, 'id'), textMember(body, 'value'));
    return json(200, { id: body.id });
  },
  idle: async (served) => {
    await served.idle();
    return json(200, { idle: true });
  },
  snapshot: async (served) => {
    await served.idle();
    const kept = snapshots.get(served) ?? new Map<string, AccountSnapshot>();
    snapshots.set(served, kept);
    const name = `snapshot-${kept.size + 1}`;
    kept.set(name, served.snapshot());
    return json(200, { snapshot: name });
  },
  restore: async (served, request) => {
    const body = controlBody(request);
    const name = textMember(body, 'snapshot');
    const snapshot = snapshots.get(served)?.get(name);
    if (!snapshot) throw new ControlError(404, `There is no snapshot ${name}.`);
    await served.idle();
    served.restore(snapshot, typeof body.seed === 'number' ? body.seed : undefined);
    return json(200, { snapshot: name });
  },
};

const ONLY_POST: ReadonlySet<string> = new Set(['run', 'revenue', 'secrets', 'idle', 'snapshot', 'restore']);

/** Serves `/simulator/<control>`. Errors come as `{ "error": { "code", "message" } }`. */
export async function serveControl(served: Served, request: Incoming): Promise<Outgoing> {
  const name = request.path.slice('/simulator/'.length);
  const control = Object.hasOwn(CONTROLS, name) ? CONTROLS[name] : undefined;
  if (!control) return failure(404, 'NOT_FOUND', `There is no control ${request.path}.`);
  if (isFromElsewhere(request))
    return failure(403, 'FORBIDDEN', 'Controls take no requests from pages of other sites.');
  if (ONLY_POST.has(name) && request.method !== 'POST') return failure(405, 'METHOD_NOT_ALLOWED', 'Use POST.');
  try {
    return await control(served, request);
  } catch (error) {
    if (error instanceof ControlError) return failure(error.status, 'INVALID_REQUEST', error.message);
    if (error instanceof NetSuiteError) return failure(400, error.name, error.message);
    throw error;
  }
}

/** A browser says where a request comes from: another site's page must not drive the account. */
function isFromElsewhere(request: Incoming): boolean {
  const { origin } = request.headers;
  return origin !== undefined && origin !== '' && origin !== new URL(request.url).origin;
}

function failure(status: number, code: string, message: string): Outgoing {
  return json(status, { error: { code, message } });
}
