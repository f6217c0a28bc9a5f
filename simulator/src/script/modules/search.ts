import type { FilterTree, SearchColumn } from '../../search/definition';
import { missingArgument } from '../errors';
import { call } from '../host';
import type { Lacks } from '../moduleTypes';
import { withPromise } from '../promises';
import { Column, type ColumnOptions } from '../search/column';
import { Operator, Sort, Summary, Type } from '../search/enumerations';
import { Filter, type FilterOptions } from '../search/filter';
import { Search } from '../search/search';
import { defineModule } from '../unsupported';

interface CreateOptions {
  type?: unknown;
  filters?: unknown;
  filterExpression?: unknown;
  columns?: unknown;
  title?: unknown;
  id?: unknown;
  isPublic?: unknown;
}

interface SavedData {
  readonly internalId: number;
  readonly scriptId: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly definition: {
    readonly type: string;
    readonly filter: FilterTree | null;
    readonly columns: readonly SearchColumn[];
  };
}

const create = withPromise((options: CreateOptions): Search => {
  if (!options?.type) throw missingArgument('search.create', 'type');
  return new Search({
    type: String(options.type),
    filters: options.filters ?? options.filterExpression,
    columns: options.columns,
    title: textOf(options.title),
    id: textOf(options.id),
    isPublic: options.isPublic === true,
  });
});

const load = withPromise((options: { id?: unknown } | string): Search => {
  const id = typeof options === 'object' && options !== null ? options.id : options;
  if (id === undefined || id === null || id === '') throw missingArgument('search.load', 'id');
  const saved = call<SavedData>('search.load', { id: String(id) });
  return new Search({
    type: saved.definition.type,
    filters: null,
    tree: saved.definition.filter,
    columns: saved.definition.columns,
    title: saved.title,
    id: saved.scriptId,
    isPublic: saved.isPublic,
    searchId: saved.internalId,
  });
});

const deleteSearch = withPromise((options: { id?: unknown } | string): void => {
  const id = typeof options === 'object' && options !== null ? options.id : options;
  if (id === undefined || id === null || id === '') throw missingArgument('search.delete', 'id');
  call('search.delete', { id: String(id) });
});

const lookupFields = withPromise((options: { type?: unknown; id?: unknown; columns?: unknown }) => {
  for (const member of ['type', 'id', 'columns'] as const) {
    const value = options?.[member];
    if (value === undefined || value === null || value === '') throw missingArgument('search.lookupFields', member);
  }
  const { type, id, columns } = options;
  const names = (Array.isArray(columns) ? columns : [columns]).map((column: unknown) =>
    column instanceof Column ? (column.join ? `${column.join}.${column.name}` : column.name) : String(column),
  );
  return call<Record<string, unknown>>('search.lookupFields', { type: String(type), id: String(id), columns: names });
});

function textOf(given: unknown): string | null {
  return given === undefined || given === null || given === '' ? null : String(given);
}

const implemented = {
  Type,
  Operator,
  Summary,
  Sort,
  create,
  load,
  delete: deleteSearch,
  lookupFields,
  createColumn: (options: ColumnOptions): Column => new Column(options ?? {}),
  createFilter: (options: FilterOptions): Filter => new Filter(options ?? {}),
};

/** Checks that every member of N/search is here or listed as lacking. */
export const lacks: Lacks<
  typeof import('N/search'),
  typeof implemented,
  'global' | 'duplicates' | 'createSetting' | 'SettingName' | 'ConsolidationEnum' | 'IncludePeriodTransactionEnum'
> = true;

/** N/search (section_4345764122). */
export const search = defineModule('N/search', implemented, [
  'global',
  'duplicates',
  'createSetting',
  'SettingName',
  'ConsolidationEnum',
  'IncludePeriodTransactionEnum',
]);
