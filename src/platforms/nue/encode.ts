import type { ChangeDocument } from '../../documents/changes';
import type { Result } from '../../documents/problem';
import type { PlatformRequest, Refusal } from '../outbound';
import { assumedCreditMemoRequests } from './assumptions';

/**
 * A change as requests of Nue's API. A credit memo is read first, whatever was tried before: what the answer says decides
 * what follows (`judge`), so that to cancel twice comes to the same as once. Pure.
 */
export function encodeChange(change: ChangeDocument): Result<readonly PlatformRequest[], Refusal> {
  switch (change.kind) {
    case 'creditMemo':
      return { ok: true, value: [assumedCreditMemoRequests.read(change.id)] };
    case 'customer':
      return {
        ok: false,
        error: {
          code: 'UNSUPPORTED_CHANGE',
          message: 'Edits of customers are not sent to Nue: it takes its customers from Salesforce.',
          remedy: 'Make the edit in Salesforce or Nue; then cancel this transfer.',
        },
      };
  }
}
