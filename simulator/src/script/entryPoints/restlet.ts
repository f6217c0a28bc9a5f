import type { RestletOutput } from '../../kernel/entryPoints';
import type { Wire } from '../../kernel/wire';
import { Response } from '../modules/scriptTypes/restlet';
import { callEntryPoint, type EntryPointKind } from './entryPoint';

/** `get`, `post`, `put` and `delete` of a RESTlet (section_4407051213). */
export const restletEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input) => callEntryPoint(script, entryPoint, input, answer),
};

function answer(returned: unknown): Wire & RestletOutput {
  if (returned === undefined || returned === null) return { kind: 'nothing' };
  if (returned instanceof Response) {
    return { kind: 'response', text: returned.content, contentType: returned.contentType };
  }
  if (typeof returned === 'string') return { kind: 'text', text: returned };
  const text = JSON.stringify(returned);
  return text === undefined ? { kind: 'nothing' } : { kind: 'json', text };
}
