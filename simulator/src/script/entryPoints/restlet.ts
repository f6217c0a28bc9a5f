import type { RestletOutput } from '../../kernel/entryPoints';
import type { ApiVersion } from '../../kernel/scriptHost';
import type { Wire } from '../../kernel/wire';
import { Response } from '../modules/scriptTypes/restlet';
import { callEntryPoint, type EntryPointKind } from './entryPoint';

/** `get`, `post`, `put` and `delete` of a RESTlet (section_4407051213). */
export const restletEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input, version) =>
    callEntryPoint(script, entryPoint, input, (returned) => answer(returned, version)),
};

function answer(returned: unknown, version: ApiVersion): Wire & RestletOutput {
  if (returned === undefined || returned === null) return { kind: 'nothing' };
  if (returned instanceof Response) {
    return { kind: 'response', text: returned.content, contentType: returned.contentType };
  }
  if (typeof returned === 'string') return { kind: version === '2.0' ? 'text20' : 'text', text: returned };
  const text = JSON.stringify(returned);
  return text === undefined ? { kind: 'nothing' } : { kind: 'json', text };
}
