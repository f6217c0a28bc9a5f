import { readClock } from '../host';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** Calls back for each element or own property, with the value, its index or key, and the whole (section_4440707862). */
function each<T extends object>(iterable: T, callback: (item: never, key: never, iterable: T) => void): T {
  for (const [key, item] of Object.entries(iterable)) {
    callback(item as never, (Array.isArray(iterable) ? Number(key) : key) as never, iterable);
  }
  return iterable;
}

const implemented = {
  isArray: (value: unknown): value is never[] => Array.isArray(value),
  isBoolean: (value: unknown): value is boolean => tagOf(value) === '[object Boolean]',
  isDate: (value: unknown): value is Date => tagOf(value) === '[object Date]',
  isFunction: (value: unknown): value is () => void => typeof value === 'function',
  isNumber: (value: unknown): value is number => tagOf(value) === '[object Number]',
  isObject: (value: unknown): value is object => tagOf(value) === '[object Object]',
  isRegExp: (value: unknown): value is RegExp => tagOf(value) === '[object RegExp]',
  isString: (value: unknown): value is string => tagOf(value) === '[object String]',
  /** Nanoseconds on the account's clock. */
  nanoTime: (): number => readClock() * 1_000_000,
  each,
  extend: <T extends object, U extends object>(receiver: T, contributor: U): T & U =>
    Object.assign(receiver, contributor),
};

export const util = defineModule('N/util', implemented);

type Types = typeof import('N/util');
({ isArray: implemented.isArray, isString: implemented.isString }) satisfies Partial<Module<Types>>;
export const lacks: Lacks<Types, typeof implemented, never> = true;
