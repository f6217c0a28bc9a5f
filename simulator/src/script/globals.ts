import { seededRandom } from '../kernel/random';
import { readClock } from './host';
import { log } from './modules/log';
import { util } from './modules/util';

/**
 * What a NetSuite server script does not have: threads, collected memory it could watch, a console, and built-ins newer
 * than ECMAScript 2023 (section_158755248128), which would come and go with the version of Node.
 */
const ABSENT = [
  'WeakRef',
  'FinalizationRegistry',
  'WebAssembly',
  'Atomics',
  'SharedArrayBuffer',
  'console',
  'Iterator',
];

const NEWER_THAN_ES2023: readonly (readonly [object, readonly string[]])[] = [
  [Object, ['groupBy']],
  [Map, ['groupBy']],
  [Promise, ['withResolvers', 'try']],
  [Array, ['fromAsync']],
  [String.prototype, ['isWellFormed', 'toWellFormed']],
  [ArrayBuffer.prototype, ['resize', 'transfer', 'transferToFixedLength']],
  [
    Set.prototype,
    ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  ],
  [RegExp, ['escape']],
];

/** Makes this context's global object that of a SuiteScript server script. */
export function prepareGlobals(seed: number): void {
  for (const name of ABSENT) Reflect.deleteProperty(globalThis, name);
  for (const [owner, names] of NEWER_THAN_ES2023) for (const name of names) Reflect.deleteProperty(owner, name);
  const { next } = seededRandom(seed);
  Object.defineProperty(Math, 'random', { value: next, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: accountDate(Date), writable: true, configurable: true });
  Object.defineProperty(globalThis, 'log', { value: log, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'util', { value: util, writable: true, configurable: true });
}

function accountDate(machineDate: DateConstructor): DateConstructor {
  const shown = new Proxy(machineDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [readClock()] : args, newTarget),
    apply: (target) => new target(readClock()).toString(),
    get: (target, key, receiver) => (key === 'now' ? readClock : Reflect.get(target, key, receiver)),
  });
  Object.defineProperty(machineDate.prototype, 'constructor', { value: shown, writable: true, configurable: true });
  return shown;
}
