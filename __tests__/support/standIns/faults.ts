import type { OutsideAnswer } from 'netsuite-simulator';
import { type Answer, type Fault, json } from './requests';

/** The fault that a request meets, counted down; null where it meets none. Requests for tokens only where they are named. */
export function takeFault(faults: readonly Fault[], method: string, path: string): Fault | null {
  const fault = faults.find(
    (each) =>
      (each.times ?? 1) > 0 &&
      (each.method === undefined || each.method === method) &&
      (each.path === undefined ? !path.startsWith('/oauth/') : path.includes(each.path)),
  );
  if (fault === undefined) return null;
  fault.times = (fault.times ?? 1) - 1;
  return fault;
}

/**
 * What comes of a request that meets a fault.
 * @param failure the platform's body for an error code
 * @param work what the request does and is answered without it
 */
export function withFault(
  fault: Fault | null,
  failure: (code: number, message: string) => unknown,
  work: () => OutsideAnswer,
): Answer {
  if (fault === null) return work();
  const { kind } = fault;
  if ('fails' in kind) {
    if (kind.afterEffect) work();
    return kind.fails;
  }
  if ('code' in kind) return json(200, failure(kind.code, kind.message ?? 'As planned.'));
  if ('status' in kind) {
    const answer = json(kind.status, kind.body ?? {});
    return { ...answer, headers: { ...answer.headers, ...kind.headers } };
  }
  const answer = work();
  return { ...answer, headers: { ...answer.headers, ...kind.headers } };
}
