import type { InputDataOutput, KeyValue, MapInput, ReduceInput, SummarizeInput } from '../../kernel/entryPoints';
import type { Wire } from '../../kernel/wire';
import { missingArgument, scriptError } from '../errors';
import { INPUT_SOURCE, isInputSource } from '../inputSource';
import { callEntryPoint, type EntryPointKind, type Output, type ScriptModule } from './entryPoint';
import { errorIterator, summaryContext } from './mapReduceSummary';

const KEY_LENGTH = 3000;
const VALUE_LENGTH = 10 * 1024 * 1024;

/** The four stages of a map/reduce script (section_4387799161). */
export const mapReduceEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input) => {
    switch (entryPoint) {
      case 'getInputData':
        return callEntryPoint(script, entryPoint, { ...(input as object), ObjectRef: {} }, inputData);
      case 'summarize':
        return callEntryPoint(script, entryPoint, summaryContext(input as unknown as SummarizeInput), () => null);
      default:
        return keyStage(script, entryPoint, input as unknown as MapInput | ReduceInput);
    }
  },
};

/** Runs map or reduce for one key; the output is what it wrote. */
function keyStage(script: ScriptModule, entryPoint: string, input: MapInput | ReduceInput): Output {
  const written: { key: string; value: string }[] = [];
  const context = {
    ...input,
    errors: errorIterator(input.errors),
    write: (keyOrPair: unknown, value?: unknown): void => {
      written.push(pair(keyOrPair, value));
    },
  };
  return callEntryPoint(script, entryPoint, context, () => ({ written }));
}

function pair(keyOrPair: unknown, value: unknown): KeyValue {
  const isPair = typeof keyOrPair === 'object' && keyOrPair !== null && 'key' in keyOrPair && value === undefined;
  const given = isPair ? (keyOrPair as { key: unknown; value?: unknown }) : { key: keyOrPair, value };
  if (given.key === undefined || given.key === null) throw missingArgument('context.write', 'key');
  const written = { key: text(given.key), value: text(given.value) };
  if (written.key.length > KEY_LENGTH) {
    throw scriptError('KEY_LENGTH_IS_OVER_3000_BYTES', 'The key length is over 3000 bytes.');
  }
  if (written.value.length > VALUE_LENGTH) {
    throw scriptError('VALUE_LENGTH_IS_OVER_10_MB', 'The value length is over 10 MB.');
  }
  return written;
}

/** Keys and values are text: anything else is written as JSON. */
function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function inputData(returned: unknown): Wire & InputDataOutput {
  if (isInputSource(returned)) return { kind: 'source', ...returned[INPUT_SOURCE]() };
  if (returned === undefined || returned === null) return { kind: 'pairs', pairs: [] };
  if (Array.isArray(returned)) {
    return { kind: 'pairs', pairs: returned.map((value, index) => ({ key: String(index), value: text(value) })) };
  }
  if (typeof returned !== 'object') {
    throw scriptError('INVALID_RETURN_DATA_FORMAT', 'getInputData must return an array, an object or a reference.');
  }
  const reference = asReference(returned as Record<string, unknown>);
  if (reference) return reference;
  return { kind: 'pairs', pairs: Object.entries(returned).map(([key, value]) => ({ key, value: text(value) })) };
}

/** `{ type: 'file', path | id }`, `{ type: 'search' | 'query', id }`, `{ type: 'suiteql', query, params }`. */
function asReference(returned: Record<string, unknown>): (Wire & InputDataOutput) | null {
  const { type, id, path, query, params } = returned;
  if (type !== 'file' && type !== 'search' && type !== 'query' && type !== 'suiteql') return null;
  if (type === 'suiteql') {
    return { kind: 'source', type, definition: { query: String(query), params: (params ?? []) as Wire } };
  }
  if (id === undefined && path === undefined) return null;
  return { kind: 'source', type, definition: { id: (id ?? null) as Wire, path: (path ?? null) as Wire } };
}
