import type { CallSite, FaultRule } from 'netsuite-simulator';

/** One way in which a call can go wrong. */
export interface FaultAtCall {
  /** As the report and the command that replays it name it. */
  readonly name: string;
  readonly rule: Pick<FaultRule, 'kind' | 'error'>;
  /**
   * Whether it differs from call to call. What goes wrong only when the script has ended is the same for all of its
   * calls, and is tried at its last one.
   */
  readonly atEvery: 'call' | 'execution' | 'answer';
}

const CHANGED = { name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' };

export const faultKinds: readonly FaultAtCall[] = [
  { name: 'error before', rule: { kind: 'errorBefore' }, atEvery: 'call' },
  { name: 'error after', rule: { kind: 'errorAfter' }, atEvery: 'call' },
  { name: 'crash before', rule: { kind: 'crashBefore' }, atEvery: 'call' },
  { name: 'crash after', rule: { kind: 'crashAfter' }, atEvery: 'call' },
  { name: 'reply lost', rule: { kind: 'lostReply' }, atEvery: 'call' },
  { name: 'usage limit', rule: { kind: 'usageLimit' }, atEvery: 'call' },
  { name: 'record changed', rule: { kind: 'errorBefore', error: CHANGED }, atEvery: 'call' },
  { name: 'restart', rule: { kind: 'restart' }, atEvery: 'execution' },
  { name: 'answer lost', rule: { kind: 'lostAnswer' }, atEvery: 'answer' },
];

/** A fault at a call, by the number of the call in the undisturbed run, from 1. */
export interface Coordinates {
  readonly call: number;
  readonly fault: string;
}

/** All that can go wrong in a run whose calls came from these sites. */
export function allCoordinates(sites: readonly CallSite[]): readonly Coordinates[] {
  const last = new Map(sites.map((site, index) => [site.execution, index]));
  return sites.flatMap((site, index) =>
    faultKinds
      .filter(({ atEvery }) => {
        if (atEvery === 'call') return true;
        return last.get(site.execution) === index && (atEvery === 'execution' || site.scriptType === 'RESTLET');
      })
      .map(({ name }) => ({ call: index + 1, fault: name })),
  );
}

/** The rule of a fault plan for a fault at a call. */
export function ruleAt({ call, fault }: Coordinates): FaultRule {
  const found = faultKinds.find(({ name }) => name === fault);
  if (found === undefined) throw new Error(`There is no fault "${fault}".`);
  return { ...found.rule, call };
}
