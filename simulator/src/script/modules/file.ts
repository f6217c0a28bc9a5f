import type { CabinetFileData } from '../../kernel/fileData';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { INPUT_SOURCE } from '../inputSource';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';
import { checkContentSize, linesOf, type PartIterator, partIterator, Reader, segmentsOf } from './fileContent';
import { Encoding, NameConflictResolution, Type } from './fileEnums';

interface CreateOptions {
  readonly name: string;
  readonly fileType: string;
  readonly contents?: string;
  readonly description?: string;
  readonly folder?: number | string;
  readonly encoding?: string;
  readonly isInactive?: boolean;
  readonly isOnline?: boolean;
}

/** A file of the file cabinet, or one that is still to be saved (section_4205693274). */
class File {
  name: string;
  fileType: string;
  folder: number | string | null;
  description: string;
  encoding: string;
  isInactive: boolean;
  isOnline: boolean;
  private saved: CabinetFileData | null;
  /** Null while the content has not been read. */
  private contents: string | null;

  constructor(data: CreateOptions, saved: CabinetFileData | null) {
    this.name = data.name;
    this.fileType = data.fileType;
    this.folder = data.folder ?? null;
    this.description = data.description ?? '';
    this.encoding = data.encoding ?? Encoding.UTF_8;
    this.isInactive = data.isInactive ?? false;
    this.isOnline = data.isOnline ?? false;
    this.saved = saved;
    this.contents = saved ? null : (data.contents ?? '');
    Object.defineProperties(this, { saved: { enumerable: false }, contents: { enumerable: false } });
  }

  get id(): number | null {
    return this.saved?.id ?? null;
  }

  /** Path without the first slash, `SuiteScripts/report.csv`. */
  get path(): string | null {
    return this.saved?.path.slice(1) ?? null;
  }

  get url(): string | null {
    return this.saved?.url ?? null;
  }

  /** Bytes. */
  get size(): number {
    return this.saved?.size ?? this.text().length;
  }

  get isText(): boolean {
    return this.saved ? this.saved.isText : call<boolean>('file.isText', { fileType: this.fileType });
  }

  get lines(): { iterator(): PartIterator } {
    return { iterator: () => partIterator(linesOf(this.textOnly('File.lines'))) };
  }

  /** Text, or base64 for binary file types. */
  getContents(): string {
    const contents = this.text();
    checkContentSize(contents);
    return contents;
  }

  getReader(): Reader {
    return new Reader(this.textOnly('File.getReader'));
  }

  getSegments(options: { readonly separator: string }): { iterator(): PartIterator } {
    const segments = segmentsOf(this.textOnly('File.getSegments'), options?.separator);
    return { iterator: () => partIterator(segments) };
  }

  appendLine(options: { readonly value: string }): this {
    if (options?.value === undefined) throw missingArgument('File.appendLine', 'value');
    this.contents = `${this.textOnly('File.appendLine')}${String(options.value)}\n`;
    return this;
  }

  resetStream(): void {
    // Lines and readers begin anew each time they are asked for.
  }

  save(): number {
    if (this.folder === null || this.folder === '') {
      throw scriptError('USER_ERROR', 'Please enter value(s) for: Folder');
    }
    const { name, fileType, description, encoding, isInactive, isOnline } = this;
    this.saved = call<CabinetFileData>('file.save', {
      id: this.id,
      name,
      folder: Number(this.folder),
      fileType,
      description,
      encoding,
      isInactive,
      isOnline,
      contents: this.contents,
    });
    return this.saved.id;
  }

  [INPUT_SOURCE]() {
    const definition = this.saved ? { id: this.saved.id } : { contents: this.text() };
    return { type: 'file' as const, definition };
  }

  private text(): string {
    this.contents ??= call<string>('file.contents', { id: this.id });
    return this.contents;
  }

  private textOnly(method: string): string {
    if (!this.isText) throw scriptError('SSS_FILE_TYPE_NOT_SUPPORTED', `${method}: ${this.name} is not a text file.`);
    return this.text();
  }
}

function create(options: CreateOptions): File {
  if (!options?.name) throw missingArgument('file.create', 'name');
  if (!options.fileType) throw missingArgument('file.create', 'fileType');
  if (!(options.fileType in Type)) {
    throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: fileType');
  }
  if (options.contents !== undefined && options.contents !== null) checkContentSize(String(options.contents));
  const contents = options.contents === undefined || options.contents === null ? '' : String(options.contents);
  return new File({ ...options, contents }, null);
}

function load(options: { readonly id: number | string } | number | string): File {
  const id = typeof options === 'object' ? options?.id : options;
  if (id === undefined || id === null || id === '') throw missingArgument('file.load', 'id');
  return loaded(call<CabinetFileData>('file.load', { id }));
}

function copy(options: { readonly id: number; readonly folder: number; readonly conflictResolution?: string }): File {
  if (options?.id === undefined) throw missingArgument('file.copy', 'id');
  if (options.folder === undefined) throw missingArgument('file.copy', 'folder');
  const { id, folder, conflictResolution = NameConflictResolution.FAIL } = options;
  return loaded(call<CabinetFileData>('file.copy', { id, folder: Number(folder), conflictResolution }));
}

function remove(options: { readonly id: number | string }): number {
  if (options?.id === undefined || options.id === null) throw missingArgument('file.delete', 'id');
  return call<number>('file.delete', { id: options.id });
}

function loaded(data: CabinetFileData): File {
  const { name, fileType, folder, description, encoding, isInactive, isOnline } = data;
  return new File({ name, fileType, folder, description, encoding, isInactive, isOnline }, data);
}

const implemented = { create, copy, delete: remove, load, Encoding, NameConflictResolution, Type };

export const file = defineModule('N/file', implemented);
export const lacks: Lacks<typeof import('N/file'), typeof implemented, never> = true;
