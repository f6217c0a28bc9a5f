import type { FieldShape, RecordRequests, RecordShape, SublistShape } from '../../records/requests';
import { call } from '../host';

/** Asks the account, with the types of the call. */
export function ask<Op extends keyof RecordRequests>(
  op: Op,
  request: RecordRequests[Op]['request'],
): RecordRequests[Op]['answer'] {
  return call<RecordRequests[Op]['answer']>(op, request);
}

/** A record type's fields, ready for looking up. */
export interface Shape {
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly sublists: ReadonlyMap<string, SublistFields>;
}

export interface SublistFields {
  readonly shape: SublistShape;
  readonly fields: ReadonlyMap<string, FieldShape>;
}

const shapes = new Map<string, Shape>();

/** The fields of a record type; asked of the account once in an execution. */
export function shapeOf(type: string): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = indexed(ask('record.describe', { type }));
  shapes.set(type, shape);
  return shape;
}

function indexed(shape: RecordShape): Shape {
  return {
    fields: new Map(shape.fields.map((field) => [field.id, field])),
    sublists: new Map(
      shape.sublists.map((sublist) => [
        sublist.id,
        { shape: sublist, fields: new Map(sublist.fields.map((field) => [field.id, field])) },
      ]),
    ),
  };
}
