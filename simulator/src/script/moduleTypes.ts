/**
 * Checks a module against `@hitc/netsuite-types`. Enumerations become their values, because TypeScript's are nominal:
 *
 *     const log = { debug, audit } satisfies Partial<Module<typeof import('N/log')>>;
 *     export const lacks: Lacks<typeof import('N/log'), typeof log, 'error' | 'emergency'> = true;
 */
export type Module<M> = { [K in keyof M]: Member<M[K]> };

type Member<T> = T extends (...a: never[]) => unknown
  ? T
  : T extends string
    ? `${T}` | string
    : T extends number | boolean
      ? T
      : { [K in keyof T]: T[K] extends string ? `${T[K]}` : T[K] extends number ? string | number : Member<T[K]> };

/** `true` when every member is implemented or listed; so a new release of the types shows at once. */
export type Lacks<M, Impl, Listed extends keyof M> = [Exclude<keyof M, keyof Impl | Listed>] extends [never]
  ? true
  : { 'not implemented and not listed': Exclude<keyof M, keyof Impl | Listed> };
