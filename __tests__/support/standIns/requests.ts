import type { OutsideAnswer, OutsideFailure } from 'netsuite-simulator';

export interface StandInContact {
  id: string;
  firstName: string;
  lastName: string;
  [field: string]: string;
}

export interface StandInAccount {
  id: string;
  accountNumber: string;
  name: string;
  notes: string;
  paymentTerm: string;
  currency: string;
  billToId: string;
  soldToId: string;
  updatedDate: string;
}

/** A request as it came, with what was answered. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly at: number;
  readonly answer: number | OutsideFailure;
}

/** What goes wrong at the next requests that match. */
export interface Fault {
  /** Part of the path; every path where it is left out. */
  readonly path?: string;
  readonly method?: string;
  readonly kind:
    | { readonly fails: OutsideFailure; readonly afterEffect: boolean }
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
    /** HTTP 200 with `success: false` and this code. */
    | { readonly code: number; readonly message?: string }
    /** Headers on an answer that is otherwise as it would be. */
    | { readonly headers: Readonly<Record<string, string>> };
  times?: number;
}

export type Answer = OutsideAnswer | OutsideFailure;

export interface KeptAnswer {
  readonly request: string;
  readonly until: number;
  /** Null while the request is being worked on. */
  answer: OutsideAnswer | null;
}

/** An answer in JSON. */
export function json(code: number, body: unknown): OutsideAnswer {
  return { code, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** JSON that was sent; text that is none as it is. */
export function readJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Gives a map other entries. */
export function refill<Value>(map: Map<string, Value>, from: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
}

/** Fields of a contact that the v1 API takes. */
export const CONTACT_FIELDS = [
  'firstName',
  'lastName',
  'address1',
  'address2',
  'city',
  'state',
  'zipCode',
  'country',
  'workEmail',
  'workPhone',
];
