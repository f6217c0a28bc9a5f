import { runWithFault, undisturbed } from '../../__tests__/proof/exhaustive/prove';
import { describeFailure, type FlowReport, joined } from '../../__tests__/proof/exhaustive/report';
import { flowNamed, flows } from '../../__tests__/proof/flows';
import { openGround } from '../../__tests__/proof/world/account';
import { shareOut, type Work } from './processes';
import { markdownTable } from './tables';

/** Breaks every call of flows; all flows where none is named. Prints each report when it is complete. */
export async function breakFlows(names: readonly string[], jobs: number): Promise<FlowReport[]> {
  const chosen = names.length === 0 ? flows.map(({ name }) => name) : names.map((name) => flowNamed(name).name);
  const pieces = chosen.flatMap((flow) =>
    Array.from({ length: jobs }, (_, part): Work => ({ kind: 'flow', flow, part, of: jobs })),
  );
  const parts = new Map<string, FlowReport[]>(chosen.map((flow) => [flow, []]));
  const reports: FlowReport[] = [];
  await shareOut<FlowReport>(pieces, jobs, (_, part) => {
    const known = [...(parts.get(part.flow) ?? []), part];
    parts.set(part.flow, known);
    if (known.length < jobs) return;
    const report = joined(known);
    reports.push(report);
    console.log(`${report.flow}: ${report.runs} runs, ${report.recovered} recovered`);
    for (const failure of report.failures) console.log(failure);
  });
  return chosen.flatMap((flow) => reports.filter((report) => report.flow === flow));
}

/** Replays one run, and prints what differs. */
export async function replayRun(name: string, call: number, fault: string): Promise<boolean> {
  const ground = await openGround();
  try {
    const flow = flowNamed(name);
    const verdict = await runWithFault(ground, await undisturbed(ground, flow), { call, fault });
    console.log(verdict.wrong === null ? 'It recovered.' : describeFailure(flow, verdict));
    for (const { type, title, details, script } of ground.account.log()) {
      if (type === 'ERROR' || type === 'SYSTEM') console.log(`  log of ${script}: ${title} ${details.slice(0, 300)}`);
    }
    return verdict.wrong === null;
  } finally {
    await ground.close();
  }
}

export function flowTable(reports: readonly FlowReport[]): string {
  return markdownTable(
    ['flow', 'calls', 'faults', 'runs', 'recovered', 'lost', 'doubled', 'unexpected'],
    reports.map(({ flow, calls, faults, runs, recovered, lost, doubled, unexpected }) => [
      flow,
      calls,
      faults,
      runs,
      recovered,
      lost,
      doubled,
      unexpected,
    ]),
  );
}
