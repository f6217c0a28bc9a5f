import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError } from '../kernel/errors';

interface CacheArgs {
  readonly cache: string;
  readonly scope: string;
  /** Whose it is: the script of a PRIVATE cache, the SuiteApp of a PROTECTED one. */
  readonly owner: string;
  readonly key: string;
}

interface GetArgs extends CacheArgs {
  readonly hasLoader: boolean;
}

interface PutArgs extends CacheArgs {
  readonly value: string;
  /** Seconds, or null for no limit. */
  readonly ttl: number | null;
}

interface Entry {
  readonly value: string;
  /** The account's clock at which it ends. */
  readonly until: number;
}

const KEY_BYTES = 4096;
const VALUE_BYTES = 500 * 1024;
const SHORTEST_TTL = 300;

/** Memory, not data: a cache may be emptied at any time, and is gone with a restart or a restored snapshot. */
const caches = new WeakMap<object, Map<string, Entry>>();

/** Empties all caches of the account. */
export function dropCaches(account: Account): void {
  caches.delete(account.store);
}

function entriesOf(account: Account): Map<string, Entry> {
  const known = caches.get(account.store);
  if (known) return known;
  const fresh = new Map<string, Entry>();
  caches.set(account.store, fresh);
  return fresh;
}

/**
 * N/cache (section_4642573343): keys up to 4 KB, values up to 500 KB, at least 300 seconds. `cache.get` costs 1 unit, and
 * 2 when the loader has to run (section_157072844224); what the loader gave is stored with `cache.fill`.
 */
export const cacheCalls: CallTable = {
  'cache.get': defineCall({
    units: (args: GetArgs, account) => (args.hasLoader && get(account, args) === null ? 2 : 1),
    serve: (args: GetArgs, account) => get(account, args),
  }),
  'cache.fill': defineCall({ units: 0, serve: (args: PutArgs, account) => put(account, args) }),
  'cache.put': defineCall({ units: 1, serve: (args: PutArgs, account) => put(account, args) }),
  'cache.remove': defineCall({
    units: 1,
    serve: (args: CacheArgs, account) => {
      entriesOf(account).delete(place(args));
      return null;
    },
  }),
};

function get(account: Account, args: CacheArgs): string | null {
  const entries = entriesOf(account);
  const entry = entries.get(place(args));
  if (entry === undefined || entry.until > account.clock.now()) return entry?.value ?? null;
  entries.delete(place(args));
  return null;
}

function put(account: Account, args: PutArgs): null {
  const { key, value, ttl } = args;
  if (Buffer.byteLength(key) > KEY_BYTES) throw invalid(`key is longer than ${KEY_BYTES} bytes`);
  if (Buffer.byteLength(value) > VALUE_BYTES) throw invalid(`value is larger than ${VALUE_BYTES} bytes`);
  if (ttl !== null && !(ttl >= SHORTEST_TTL)) throw invalid(`ttl is less than ${SHORTEST_TTL} seconds`);
  const until = ttl === null ? Number.POSITIVE_INFINITY : account.clock.now() + ttl * 1000;
  entriesOf(account).set(place(args), { value, until });
  return null;
}

function invalid(what: string): NetSuiteError {
  return new NetSuiteError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${what}`);
}

function place({ cache, scope, owner, key }: CacheArgs): string {
  return JSON.stringify([scope, owner, cache, key]);
}
