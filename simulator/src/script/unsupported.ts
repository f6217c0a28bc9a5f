import { scriptError } from './errors';

/**
 * Stands for a method, an enumeration or a whole module that the simulator does not have: using it in any way throws
 * SIMULATOR_NOT_SUPPORTED with its name. To name it, as `define(['N/sftp'])` or a copy of a module object does, is free.
 */
export function unsupported(name: string): never {
  const refuse = (member: string): never => {
    throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support ${member}.`);
  };
  const stand = new Proxy(() => undefined, {
    apply: () => refuse(name),
    construct: () => refuse(name),
    get: (_, key) => {
      if (typeof key === 'symbol' || QUIET.has(key)) return undefined;
      return key === 'promise' ? unsupported(`${name}.promise`) : refuse(`${name}.${key}`);
    },
    set: (_, key) => refuse(`${name}.${String(key)}`),
  });
  stands.add(stand);
  return stand as unknown as never;
}

/** True for what {@link unsupported} gave. */
export function isUnsupported(value: unknown): boolean {
  return typeof value === 'function' && stands.has(value);
}

const stands = new WeakSet<object>();

/** Members that loaders and promises look at in every object. */
const QUIET = new Set(['then', 'default', '__esModule', 'toJSON', 'prototype']);

/**
 * Completes a module with the members that it lacks: `{ ...implemented, attach: unsupported('N/record.attach') }`.
 * Modules are frozen, as NetSuite's are.
 */
export function defineModule<M extends object>(
  name: string,
  implemented: M,
  lacking: readonly string[] = [],
): Readonly<M> & Readonly<Record<string, unknown>> {
  const stands = Object.fromEntries(lacking.map((member) => [member, unsupported(`${name}.${member}`)]));
  return Object.freeze(
    Object.defineProperties({ ...stands }, Object.getOwnPropertyDescriptors(implemented)),
  ) as Readonly<M> & Readonly<Record<string, unknown>>;
}
