import type { Account } from './account';
import type { Caller } from './execution';
import type { Operation } from './operation';

/**
 * The account's side of one `N/*` method. Its name (`record.save`, `query.runSuiteQL`) is the key under which
 * `calls/` registers it and the script side asks for it.
 */
export interface CallDefinition {
  /** Governance units by Oracle's table (section_157072844224); charged before the call is served. */
  readonly units: (args: unknown, account: Account) => number;
  /** Throws NetSuiteError; returns a value for the wire or an operation that does. */
  readonly serve: (args: unknown, account: Account, caller: Caller) => unknown | Operation<unknown>;
}

export type CallTable = Readonly<Record<string, CallDefinition>>;

/** Declares a call with the types of its arguments and result. */
export function defineCall<Args, Result>(definition: {
  units: number | ((args: Args, account: Account) => number);
  serve: (args: Args, account: Account, caller: Caller) => Result | Operation<Result>;
}): CallDefinition {
  const { units, serve } = definition;
  return {
    units: (args, account) => (typeof units === 'number' ? units : units(args as Args, account)),
    serve: (args, account, caller) => serve(args as Args, account, caller),
  };
}
