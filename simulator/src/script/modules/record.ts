import type { FieldValue } from '../../records/data';
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

function values(given: unknown): Record<string, FieldValue> {
  return { ...((given ?? {}) as Record<string, FieldValue>) };
}

const implemented = { Type, create, load, copy, transform, submitFields, delete: deleteRecord };

/** Checks that every member of N/record is here or listed as lacking. */
export const lacks: Lacks<typeof import('N/record'), typeof implemented, 'attach' | 'detach'> = true;

/** `N/record` (section_4267255811). */
export const record = defineModule('N/record', implemented, ['attach', 'detach']);
