import { refuse } from '../../documents/inputErrors';
import { type Decoder, decodeByKind } from '../decoders';
import type { Platform } from '../platform';
import { ROOT } from '../validate';
import { zuoraOutbound } from './client';
import { type Dialect, dialectNames, dialectOf } from './dialect';
import { objectQuery } from './dialects/objectQuery';
import { zuoraReads } from './read';

const KINDS = ['customer', 'item', 'invoice'];

/** The dialects that are read, each with its decoders by kind. */
const dialects: ReadonlyMap<Dialect, ReadonlyMap<string, Decoder>> = new Map([['objectQuery', objectQuery]]);

const decoders: ReadonlyMap<string, Decoder> = new Map(
  KINDS.map((kind): [string, Decoder] => [
    kind,
    (data, settings) => {
      const dialect = dialectOf(data);
      const decode = dialects.get(dialect)?.get(kind);
      if (decode !== undefined) return decode(data, settings);
      const known = Array.from(dialects.keys(), (name) => dialectNames[name]).join(', ');
      return refuse(
        'UNSUPPORTED_DIALECT',
        ROOT,
        `The ${kind} is written in the form of Zuora's ${dialectNames[dialect]} API: send it in the form of ${known}.`,
      );
    },
  ]),
);

/** Zuora (https://www.zuora.com): subscription billing. */
export const zuora: Platform = {
  id: 'zuora',
  name: 'Zuora',
  kinds: KINDS,
  decode: decodeByKind(decoders, 'Zuora'),
  outbound: zuoraOutbound,
  reads: zuoraReads,
};
