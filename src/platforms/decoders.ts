import type * as v from 'valibot';
import { quoted, refuse } from '../documents/inputErrors';
import type { InputError, Result } from '../documents/problem';
import type { Decoded, DecodeSettings } from './platform';
import { validate } from './validate';

/** Reads payloads of one kind. */
export type Decoder = (data: unknown, settings: DecodeSettings) => Result<Decoded, InputError>;

/** A decoder that checks the payload against a schema first. */
export function decoder<Schema extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: Schema,
  decode: (value: v.InferOutput<Schema>, raw: unknown, settings: DecodeSettings) => Result<Decoded, InputError>,
): Decoder {
  return (data, settings) => {
    const checked = validate(schema, data);
    return checked.ok ? decode(checked.value, data, settings) : checked;
  };
}

/** Chooses the decoder of a kind; a kind without one is refused with the list of those that are known. */
export function decodeByKind(
  decoders: ReadonlyMap<string, Decoder>,
  platformName: string,
): (kind: string, data: unknown, settings: DecodeSettings) => Result<Decoded, InputError> {
  return (kind, data, settings) => {
    const decode = decoders.get(kind);
    if (decode !== undefined) return decode(data, settings);
    return refuse(
      'UNKNOWN_KIND',
      'kind',
      `kind is ${quoted(kind)}: send one of ${Array.from(decoders.keys()).join(', ')} for ${platformName}.`,
    );
  };
}
