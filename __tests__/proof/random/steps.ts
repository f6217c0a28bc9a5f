import type { SourceDocument } from './documents';

/** A version of a document on its way. */
export interface Delivery {
  readonly document: SourceDocument;
  /** Index into the versions. */
  readonly version: number;
}

/** One call of a platform. */
export interface Call {
  readonly connection: 'nue' | 'zuora';
  readonly deliveries: readonly Delivery[];
}

export type Step =
  /** At the same time: calls, DELETEs of documents, and runs of the two deployments of the queue. */
  | {
      readonly do: 'calls';
      readonly calls: readonly Call[];
      readonly deletes: readonly SourceDocument[];
      readonly runs: number;
    }
  | { readonly do: 'time'; readonly minutes: number }
  | { readonly do: 'settings'; readonly name: string; readonly connection: 'nue' | 'zuora'; readonly change: object };
