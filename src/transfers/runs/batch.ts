import type { Budget } from '../../netsuite/budget';
import { type PostedReference, type PostingOutcome, type PostingTask, postBatch } from '../../posting/batch';
import { lookupsOf } from '../../posting/kinds';
import { CANCELLATION_KIND } from '../payload';
import type { TransferOutcome } from '../policy/states';
import { finishTransfer, giveUpTransfer } from '../store/finish';
import { transfersByRecord } from '../store/linkedRecords';
import { type DocumentLinks, documentLinks } from '../store/links';
import type { ReadyTransfer } from '../store/readyTransfers';
import { saveRecoveryPoint } from '../store/recovery';
import { type ReadDocument, readTransfer } from './readTransfer';
import { recordIn, replacedBy, transferOutcome } from './transferOutcome';

/** Is told what became of a transfer, after it is written. */
export type Finished = (transfer: number, outcome: TransferOutcome, record: PostedReference | null) => void;

/**
 * Posts transfers whose lanes are held, in their order, and writes what became of each. Older versions outside of the
 * batch are given up. About 70 units, and 32 for each invoice, 17 for each customer or item.
 * @returns how many of them were tried, from the first on; the others were left because units or time run out
 */
export function postTransfers(batch: readonly ReadyTransfer[], budget: Budget, finished: Finished): number {
  const started = new Date().toISOString();
  const finish = (transfer: ReadyTransfer, outcome: TransferOutcome, record: PostedReference | null = null): void => {
    finishTransfer(transfer, outcome, record, started, new Date().toISOString());
    finished(transfer.id, outcome, record);
  };

  const readable: ReadDocument[] = [];
  for (const transfer of batch) {
    const read = readTransfer(transfer);
    if (read.ok) readable.push(read.value);
    else finish(transfer, read.outcome);
  }
  const links = linksOf(readable);
  const tasks: PostingTask[] = [];
  const inBatch = new Set(batch.map((transfer) => transfer.id));
  const transfers = new Map<number, ReadyTransfer>();
  for (const { transfer, document, settings } of readable) {
    const newer = links.newerThan(document, transfer.id, transfer.version);
    if (newer === null) {
      for (const older of links.olderOpen(document, transfer.id, transfer.version)) {
        if (!inBatch.has(older)) giveUpTransfer(older, transfer.id);
      }
      tasks.push({ transfer: transfer.id, document, settings, cancels: transfer.sourceKind === CANCELLATION_KIND });
      transfers.set(transfer.id, transfer);
    } else finish(transfer, replacedBy(newer));
  }
  const end = (task: PostingTask, outcome: PostingOutcome): void => {
    const transfer = transfers.get(task.transfer);
    if (transfer === undefined) return;
    finish(transfer, transferOutcome(outcome, transfer, task.document.connection, links), recordIn(outcome));
  };
  const tried = postBatch(tasks, links.records, budget, end, {
    saveRecoveryPoint: ({ transfer }, point) => saveRecoveryPoint(transfer, point),
    linkedRecords: transfersByRecord,
  });
  if (tried === tasks.length) return batch.length;
  const firstLeft = tasks[tried]?.transfer;
  return batch.findIndex((transfer) => transfer.id === firstLeft);
}

/** Looks up, by one query, the batch's own documents and all that they name. */
function linksOf(readable: readonly ReadDocument[]): DocumentLinks {
  return documentLinks(
    readable.flatMap(({ document, settings }) => [
      { connection: document.connection, kind: document.kind, id: document.id },
      ...lookupsOf(document, settings).flatMap((lookup) =>
        lookup.kind === 'document' ? [{ connection: document.connection, ...lookup.document }] : [],
      ),
    ]),
  );
}
