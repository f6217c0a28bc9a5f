import type { Call } from '../measure';
import { recordTypeOf } from '../units/breakdown';

/** Seconds that a kind of NetSuite call is taken to last. Oracle publishes none: each of them is an assumption. */
export interface Latency {
  readonly kind: string;
  readonly seconds: number;
}

type Rate = 'transaction' | 'custom record' | 'other record';

/** What a record's type costs: a transaction sources and posts, a custom record is one row. */
function rateOf(type: string | null): Rate {
  if (type?.startsWith('customrecord')) return 'custom record';
  return type !== null && TRANSACTIONS.has(type.toLowerCase()) ? 'transaction' : 'other record';
}

const TRANSACTIONS: ReadonlySet<string> = new Set([
  'invoice',
  'creditmemo',
  'customerpayment',
  'salesorder',
  'returnauthorization',
]);

const SECONDS: Readonly<Record<string, number>> = {
  'create or load a transaction': 0.3,
  'save a transaction': 1.5,
  'create or load a customer or item': 0.2,
  'save a customer or item': 0.8,
  'create or load a custom record': 0.05,
  'save a custom record': 0.15,
  'submit fields of a custom record': 0.1,
  'SuiteQL query': 0.2,
  'submit a script': 0.5,
  'request to a platform': 0.5,
};

/** Seconds of a request from outside beside what it does in NetSuite: network, authentication, a free slot. */
export const ROUND_TRIP = 0.5;

/** Seconds until a stage of a map/reduce script starts on a processor that is free. */
export const STAGE_START = 5;

/** All latencies, for the table that says them. */
export const LATENCIES: readonly Latency[] = [
  ...Object.entries(SECONDS).map(([kind, seconds]) => ({ kind, seconds })),
  { kind: 'request from outside, beside what it does', seconds: ROUND_TRIP },
  { kind: 'start of a map/reduce stage', seconds: STAGE_START },
];

/** Seconds of a call; nothing for calls that stay within the script's server. */
export function secondsOf(call: Pick<Call, 'op' | 'args'>): number {
  return SECONDS[kindOf(call) ?? ''] ?? 0;
}

/** Seconds that creating and saving an invoice takes. */
export const INVOICE_SAVE = secondsOfKinds('create or load a transaction', 'save a transaction');

function secondsOfKinds(...kinds: readonly string[]): number {
  return kinds.reduce((sum, kind) => sum + (SECONDS[kind] ?? 0), 0);
}

function kindOf({ op, args }: Pick<Call, 'op' | 'args'>): string | null {
  const rate = rateOf(recordTypeOf(args));
  const record = rate === 'other record' ? 'customer or item' : rate;
  switch (op) {
    case 'record.create':
    case 'record.load':
    case 'record.copy':
    case 'record.transform':
      return `create or load a ${record}`;
    case 'record.save':
    case 'record.delete':
      return `save a ${record}`;
    case 'record.submitFields':
      return rate === 'custom record' ? 'submit fields of a custom record' : `save a ${record}`;
    case 'task.submit':
      return 'submit a script';
    default:
      if (op.startsWith('query.') || op.startsWith('search.')) return 'SuiteQL query';
      return op.startsWith('https.') ? 'request to a platform' : null;
  }
}
