/** What a subsidiary's account comes to: number, sum of debits, sum of credits, in its base currency. */
export type AccountTotal = readonly [account: string, debit: string, credit: string];

/** One interval of the aging of a customer. */
export interface Aged {
  readonly customer: string;
  readonly current: string;
  readonly '1-30': string;
  readonly '31-60': string;
  readonly '61-90': string;
  readonly total: string;
}
