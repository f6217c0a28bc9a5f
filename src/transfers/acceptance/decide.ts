import { referenceKey, referenceTo } from '../../documents/keys';
import { documentRank } from '../../documents/ranks';
import { customerKey, summaryOf } from '../policy/customers';
import { withEntry } from '../policy/history';
import { judge, type KnownVersion } from '../policy/judge';
import { rowKey, type Sha256 } from '../policy/keys';
import { laneOf } from '../policy/lanes';
import type { NewTransfer } from '../store/newTransfers';
import type { Candidate } from './prepare';

export interface Receipt {
  readonly connection: string;
  /** UTC, ISO 8601. */
  readonly received: string;
  /** For the history: through what and by whom, `RESTlet, user 12`. */
  readonly by: string;
}

/** What is to be done with a document that arrived. */
export type Decision<Known extends KnownVersion> =
  | { readonly outcome: 'unchanged' | 'stale' | 'cancelled'; readonly known: Known }
  | { readonly outcome: 'new'; readonly transfer: NewTransfer };

/**
 * What a document that arrived is beside those that are stored, and the row that it becomes. Pure.
 * @param known all stored versions by `referenceKey`
 */
export function decide<Known extends KnownVersion>(
  candidate: Candidate,
  known: ReadonlyMap<string, readonly Known[]>,
  receipt: Receipt,
  sha256: Sha256,
): Decision<Known> {
  const { document, hash } = candidate;
  const judgement = judge(
    { version: document.version, hash },
    known.get(referenceKey(referenceTo(document))) ?? [],
    candidate.isPart,
  );
  if (judgement.outcome !== 'new') return judgement;
  const customer = customerKey(document);
  const transfer: NewTransfer = {
    key: rowKey(
      {
        direction: 'Inbound',
        connection: receipt.connection,
        kind: document.kind,
        id: document.id,
        version: document.version,
        hash,
        after: judgement.after,
      },
      sha256,
    ),
    direction: 'Inbound',
    connection: receipt.connection,
    kind: document.kind,
    sourceKind: candidate.sourceKind,
    id: document.id,
    number: document.number,
    version: document.version,
    hash,
    payload: candidate.payload,
    payloadFile: null,
    customer,
    ...summaryOf(document, candidate.companions),
    lane: laneOf(receipt.connection, customer),
    rank: documentRank(document.kind),
    received: receipt.received,
    history: withEntry('', receipt.received, receipt.by, 'received'),
  };
  return { outcome: 'new', transfer };
}
