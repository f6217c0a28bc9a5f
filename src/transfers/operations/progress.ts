import { userError } from '../../netsuite/scriptErrors';
import type { OperationState } from './request';
import { leftByLane } from './store/matching';
import { operationsById } from './store/operations';

/** Parameters of GET as NetSuite hands them over: texts. */
export type ProgressParameters = Readonly<Record<string, string | undefined>>;

/**
 * Answers GET of the operations RESTlet: how a stored operation stands, from the transfers themselves. 22 units.
 * @throws INVALID_REQUEST, NOT_FOUND
 */
export function showProgress({ operation }: ProgressParameters): OperationState {
  if (operation === undefined || !/^[1-9]\d{0,8}$/.test(operation)) {
    throw userError('INVALID_REQUEST', `operation is "${operation ?? ''}": it must be the id of a stored operation.`);
  }
  const [stored] = operationsById([Number(operation)]);
  if (stored === undefined) throw userError('NOT_FOUND', `There is no operation ${operation}.`);
  const { id, status, by, why, requested, finished, matched, error } = stored;
  const left = status === 'Done' ? 0 : Array.from(leftByLane(stored).values()).reduce((sum, count) => sum + count, 0);
  return { operation: id, name: stored.operation, status, by, why, requested, finished, matched, left, error };
}
