import type { Flow } from '../flows/flow';
import type { ProvingGround } from '../world/account';
import { coordinatesOf, runWithFault, undisturbed, type Verdict } from './prove';

/** What breaking every call of a flow came to; runs are counted. */
export interface FlowReport {
  readonly flow: string;
  /** `N/*` calls of the undisturbed run. */
  readonly calls: number;
  /** Ways in which a call was broken. */
  readonly faults: number;
  readonly runs: number;
  /** Runs that ended like the undisturbed one. */
  readonly recovered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unexpected: number;
  /** One for each run that did not recover: what differs, and the command that replays it. */
  readonly failures: readonly string[];
}

/** A share of the runs of a flow: the n-th of so many, from 0. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** Breaks every call of a flow in every way, or a share of that. */
export async function breakEveryCall(
  ground: ProvingGround,
  flow: Flow,
  { part, of }: Share = { part: 0, of: 1 },
): Promise<FlowReport> {
  const normal = await undisturbed(ground, flow);
  const coordinates = coordinatesOf(normal).filter((_, index) => index % of === part);
  const verdicts: Verdict[] = [];
  for (const each of coordinates) verdicts.push(await runWithFault(ground, normal, each));
  const wrong = verdicts.flatMap((verdict) => (verdict.wrong === null ? [] : [verdict.wrong]));
  return {
    flow: flow.name,
    calls: normal.sites.length,
    faults: new Set(coordinatesOf(normal).map(({ fault }) => fault)).size,
    runs: verdicts.length,
    recovered: verdicts.length - wrong.length,
    lost: wrong.filter(({ lost }) => lost.length > 0).length,
    doubled: wrong.filter(({ doubled }) => doubled.length > 0).length,
    unexpected: wrong.filter(({ unexpected }) => unexpected.length > 0).length,
    failures: verdicts.flatMap((verdict) => (verdict.wrong === null ? [] : [describeFailure(flow, verdict)])),
  };
}

/** The shares of a flow's runs put together. */
export function joined(reports: readonly FlowReport[]): FlowReport {
  const [first] = reports;
  if (first === undefined) throw new Error('There is no report.');
  const sum = (of: (report: FlowReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  return {
    flow: first.flow,
    calls: first.calls,
    faults: first.faults,
    runs: sum(({ runs }) => runs),
    recovered: sum(({ recovered }) => recovered),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    unexpected: sum(({ unexpected }) => unexpected),
    failures: reports.flatMap(({ failures }) => failures),
  };
}

/** What went wrong in a run, with the command that replays it. */
export function describeFailure(flow: Flow, { coordinates, site, wrong }: Verdict): string {
  const { lost = [], doubled = [], unexpected = [] } = wrong ?? {};
  return [
    `npm run torture -- --flow ${flow.name} --call ${coordinates.call} --fault "${coordinates.fault}"`,
    `  at ${site.op} of ${site.script} ${site.entryPoint}, its call ${site.callInExecution}`,
    ...lost.map((each) => `  lost: ${each}`),
    ...doubled.map((each) => `  doubled: ${each}`),
    ...unexpected.map((each) => `  unexpected: ${each}`),
  ].join('\n');
}
