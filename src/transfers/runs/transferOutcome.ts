import { documentKey } from '../../documents/keys';
import type { PostedReference, PostingOutcome } from '../../posting/batch';
import { outcomeOfError, outcomeOfProblem } from '../policy/outcomes';
import type { TransferOutcome } from '../policy/states';
import type { DocumentLinks } from '../store/links';
import type { ReadyTransfer } from '../store/readyTransfers';

/** What posting came to, as the transfer's next state. */
export function transferOutcome(
  outcome: PostingOutcome,
  transfer: ReadyTransfer,
  connection: string,
  links: DocumentLinks,
): TransferOutcome {
  switch (outcome.kind) {
    case 'posted':
      return { status: 'Transferred', notes: outcome.notes };
    case 'failed':
      return outcomeOfError(outcome.error, transfer.attempts + 1, Date.now(), Math.random());
    case 'problem': {
      const { waitsFor } = outcome.problem;
      const link = waitsFor === null ? undefined : links.records.get(documentKey(connection, waitsFor));
      // Transferred, and yet not found: to wait would be to wait for ever.
      if (waitsFor === null || link === undefined) return outcomeOfProblem(outcome.problem);
      return {
        status: 'Not Transferred',
        reason: 'Action Needed',
        error: {
          code: 'RECORD_GONE',
          message: `The ${waitsFor.kind} "${waitsFor.id}" became ${link.recordType} ${link.recordId}, which is not in NetSuite any more.`,
          remedy: `Restore the record, or send a newer version of the ${waitsFor.kind}; then retry.`,
        },
        cause: { what: 'record', kind: waitsFor.kind, name: waitsFor.id },
      };
    }
  }
}

/** The NetSuite record that posting made or found, also where it is not as planned. */
export function recordIn(outcome: PostingOutcome): PostedReference | null {
  return outcome.kind === 'failed' ? null : outcome.record;
}

/** The state of a version that a newer one replaced before it was transferred. */
export function replacedBy(newer: number): TransferOutcome {
  return {
    status: 'Cancelled',
    error: {
      code: 'REPLACED',
      message: `A newer version arrived before this one was transferred: transfer ${newer}.`,
      remedy: 'None needed.',
    },
  };
}
