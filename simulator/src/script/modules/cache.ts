import { missingArgument, scriptError } from '../errors';
import { call, current } from '../host';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';

const Scope = Object.freeze({ PRIVATE: 'PRIVATE', PROTECTED: 'PROTECTED', PUBLIC: 'PUBLIC' });

interface GetOptions {
  readonly key: string;
  readonly loader?: (context: { readonly key: string }) => unknown;
  readonly ttl?: number;
}

interface PutOptions {
  readonly key: string;
  readonly value: unknown;
  readonly ttl?: number;
}

/** A named part of the cache (section_4642588413). Values are text; anything else is stored as JSON. */
class Cache {
  constructor(
    readonly name: string,
    readonly scope: string,
  ) {}

  get(options: GetOptions): string | null {
    const place = this.place('Cache.get', options);
    const { loader, ttl } = options;
    const found = call<string | null>('cache.get', { ...place, hasLoader: loader !== undefined });
    if (loader === undefined || found !== null) return found;
    const loaded = loader({ key: place.key });
    if (loaded === undefined || loaded === null) return null;
    const value = text(loaded);
    call<null>('cache.fill', { ...place, value, ttl: ttl ?? null });
    return value;
  }

  put(options: PutOptions): void {
    const place = this.place('Cache.put', options);
    if (options.value === undefined || options.value === null) throw missingArgument('Cache.put', 'value');
    call<null>('cache.put', { ...place, value: text(options.value), ttl: options.ttl ?? null });
  }

  remove(options: { readonly key: string }): void {
    call<null>('cache.remove', this.place('Cache.remove', options));
  }

  private place(method: string, options: { readonly key: string }) {
    if (options?.key === undefined || options.key === null) throw missingArgument(method, 'key');
    return { cache: this.name, scope: this.scope, owner: owner(this.scope), key: String(options.key) };
  }
}

/** PRIVATE is one script's, PROTECTED one SuiteApp's (or all scripts that belong to none), PUBLIC the account's. */
function owner(scope: string): string {
  const { script } = current().start.request;
  if (scope === Scope.PRIVATE) return script.scriptId;
  return scope === Scope.PROTECTED ? (/^\/SuiteApps\/([^/]+)\//.exec(script.file)?.[1] ?? '') : '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function getCache(options: { readonly name: string; readonly scope?: string }): Cache {
  if (options?.name === undefined || options.name === null) throw missingArgument('cache.getCache', 'name');
  const scope = options.scope ?? Scope.PRIVATE;
  if (!(scope in Scope)) {
    throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${scope}`);
  }
  return new Cache(String(options.name), scope);
}

const implemented = { getCache, Scope };

export const cache = defineModule('N/cache', implemented);
export const lacks: Lacks<typeof import('N/cache'), typeof implemented, never> = true;
