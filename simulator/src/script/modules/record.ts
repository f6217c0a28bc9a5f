import type { FieldValue } from '../../records/data';
import { missingArgument } from '../errors';
import type { Lacks } from '../moduleTypes';
import { withPromise } from '../promises';
import { ask } from '../record/account';
import { optionsOf } from '../record/arguments';
import { ScriptRecord } from '../record/scriptRecord';
import { Type } from '../record/types';
import { defineModule } from '../unsupported';

const TYPE_ID = ['type', 'id'] as const;
const IDENTITY = ['type', 'id', 'isDynamic', 'defaultValues'] as const;

const create = withPromise((...given: unknown[]): ScriptRecord => {
  const names = ['type', 'isDynamic', 'defaultValues'] as const;
  const { type, isDynamic, defaultValues } = optionsOf('record.create', given, names, ['type']);
  return new ScriptRecord(
    ask('record.create', { type: String(type), isDynamic: isDynamic === true, defaultValues: values(defaultValues) }),
  );
});

const load = withPromise((...given: unknown[]): ScriptRecord => {
  const { type, id, isDynamic, defaultValues } = optionsOf('record.load', given, IDENTITY, TYPE_ID);
  return new ScriptRecord(
    ask('record.load', {
      type: String(type),
      id: String(id),
      isDynamic: isDynamic === true,
      defaultValues: values(defaultValues),
    }),
  );
});

const copy = withPromise((...given: unknown[]): ScriptRecord => {
  const { type, id, isDynamic, defaultValues } = optionsOf('record.copy', given, IDENTITY, TYPE_ID);
  return new ScriptRecord(
    ask('record.copy', {
      type: String(type),
      id: String(id),
      isDynamic: isDynamic === true,
      defaultValues: values(defaultValues),
    }),
  );
});

const transform = withPromise((...given: unknown[]): ScriptRecord => {
  const required = ['fromType', 'fromId', 'toType'] as const;
  const names = [...required, 'isDynamic', 'defaultValues'] as const;
  const { fromType, fromId, toType, isDynamic, defaultValues } = optionsOf('record.transform', given, names, required);
  return new ScriptRecord(
    ask('record.transform', {
      fromType: String(fromType),
      fromId: String(fromId),
      toType: String(toType),
      isDynamic: isDynamic === true,
      defaultValues: values(defaultValues),
    }),
  );
});

const submitFields = withPromise((...given: unknown[]): number => {
  const required = ['type', 'id', 'values'] as const;
  const {
    type,
    id,
    values: changes,
    options,
  } = optionsOf('record.submitFields', given, [...required, 'options'] as const, required);
  const { enableSourcing, enablesourcing, ignoreMandatoryFields } = (options ?? {}) as Record<string, unknown>;
  return Number(
    ask('record.submitFields', {
      type: String(type),
      id: String(id),
      values: values(changes),
      enableSourcing: (enableSourcing ?? enablesourcing) !== false,
      ignoreMandatoryFields: ignoreMandatoryFields === true,
    }),
  );
});

const deleteRecord = withPromise((...given: unknown[]): number => {
  const { type, id } = optionsOf('record.delete', given, TYPE_ID);
  return Number(ask('record.delete', { type: String(type), id: String(id) }));
});

const attach = withPromise((...given: unknown[]): void => {
  const { record, to, attributes } = optionsOf('record.attach', given, ['record', 'to', 'attributes'] as const, [
    'record',
    'to',
  ]);
  const at = (end: unknown, name: string) => reference('record.attach', end, name);
  ask('record.attach', { record: at(record, 'record'), to: at(to, 'to'), attributes: values(attributes) });
});

const detach = withPromise((...given: unknown[]): void => {
  const { record, from, attributes } = optionsOf('record.detach', given, ['record', 'from', 'attributes'] as const, [
    'record',
    'from',
  ]);
  const at = (end: unknown, name: string) => reference('record.detach', end, name);
  ask('record.detach', { record: at(record, 'record'), to: at(from, 'from'), attributes: values(attributes) });
});

/** One end of an attachment; its type and id are required. */
function reference(method: string, given: unknown, name: string): { type: string; id: string } {
  const end = (given ?? {}) as Record<string, unknown>;
  const missing = (['type', 'id'] as const).find((key) => (end[key] ?? '') === '');
  if (missing) throw missingArgument(method, `${name}.${missing}`);
  return { type: String(end.type), id: String(end.id) };
}

function values(given: unknown): Record<string, FieldValue> {
  return { ...((given ?? {}) as Record<string, FieldValue>) };
}

const implemented = { Type, attach, detach, create, load, copy, transform, submitFields, delete: deleteRecord };

/** Checks that every member of N/record is here or listed as lacking. */
export const lacks: Lacks<typeof import('N/record'), typeof implemented, never> = true;

/** `N/record` (section_4267255811). */
export const record = defineModule('N/record', implemented, []);
