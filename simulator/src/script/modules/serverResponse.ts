import type { SuiteletPart, SuiteletResponse } from '../../kernel/suitelet';
import { scriptError } from '../errors';
import { unsupported } from '../unsupported';
import { CacheDuration } from './httpEnums';
import { type RedirectOptions, redirectAddress } from './redirectAddress';
import { enumerated, required, text } from './ui/arguments';
import { pageData } from './ui/pageObject';

/** What is used of `file.File`. */
interface WrittenFile {
  readonly name: string;
  readonly fileType: string;
  getContents(): string;
}

/** Headers that a script may not set (section_4418229131). */
const BLOCKED =
  /^(allow|connection|content-length|content-location|content-md5|content-range|date|host|location|proxy-authenticate|public-key-pins(-report-only)?|retry-after|server|strict-transport-security|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|via|warning|www-authenticate)$/i;

/** The answer that a Suitelet writes (section_4314609319). */
export class ServerResponse {
  readonly renderPdf: (options: object) => void = unsupported('N/http ServerResponse.renderPdf');
  #headers: [string, string][] = [];
  #parts: SuiteletPart[] = [];
  #redirect: string | null = null;
  #cacheDuration: string | null = null;

  get headers(): Record<string, string> {
    return Object.fromEntries(this.#headers);
  }

  write(options: string | { output: string }): void {
    this.#write(outputOf('write', options));
  }

  writeLine(options: string | { output: string }): void {
    this.#write(`${outputOf('writeLine', options)}\n`);
  }

  /** Writes a form or a list. @throws SSS_INVALID_UI_OBJECT_TYPE */
  writePage(options: object): void {
    const given = options && 'pageObject' in options ? options.pageObject : options;
    if (given === undefined || given === null) required('writePage', { pageObject: given }, 'pageObject');
    this.#parts.push({ kind: 'page', page: pageData(given) });
  }

  writeFile(options: WrittenFile | { file: WrittenFile; isInline?: boolean }): void {
    const { file, isInline } = 'getContents' in options ? { file: options, isInline: false } : options;
    required('writeFile', { file }, 'file');
    const { name, fileType } = file;
    this.#parts.push({
      kind: 'file',
      file: { name, fileType, contents: file.getContents() },
      isInline: isInline === true,
    });
  }

  /** Sets a header; an earlier value of it goes. @throws SSS_INVALID_HEADER */
  setHeader(options: { name: string; value: string }): void {
    const { name, value } = headerOf('setHeader', options);
    this.#headers = this.#headers.filter(([present]) => present.toLowerCase() !== name.toLowerCase());
    this.#headers.push([name, value]);
  }

  /** Adds a header; an earlier value of it stays. @throws SSS_INVALID_HEADER */
  addHeader(options: { name: string; value: string }): void {
    const { name, value } = headerOf('addHeader', options);
    this.#headers.push([name, value]);
  }

  /** A header that was set: its value, a list where it has several, null where it has none. */
  getHeader(options: { name: string }): string | string[] | null {
    const wanted = String(required('getHeader', options, 'name').name).toLowerCase();
    const values = this.#headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
    return values.length > 1 ? values : (values[0] ?? null);
  }

  sendRedirect(options: RedirectOptions): void {
    this.#redirect = redirectAddress(options);
  }

  /** Makes an answer to a Suitelet that is available without login cacheable (section_4314609319). */
  setCdnCacheable(options: { type: string }): void {
    this.#cacheDuration = enumerated(CacheDuration, required('setCdnCacheable', options, 'type').type);
  }

  toString(): string {
    return 'http.ServerResponse';
  }

  /** For N/redirect. */
  static redirectTo(response: ServerResponse, address: string): void {
    response.#redirect = address;
  }

  static data(response: ServerResponse): SuiteletResponse {
    return {
      headers: response.#headers,
      parts: response.#parts,
      redirect: response.#redirect,
      cacheDuration: response.#cacheDuration,
    };
  }

  #write(output: string): void {
    this.#parts.push({ kind: 'text', text: output });
  }
}

function outputOf(method: string, options: string | { output: string }): string {
  const output = typeof options === 'string' ? options : options?.output;
  if (output === undefined || output === null) required(method, { output }, 'output');
  return text(output, 'options.output');
}

function headerOf(method: string, options: { name: string; value: string }): { name: string; value: string } {
  const { name, value } = required(method, options, 'name', 'value');
  if (BLOCKED.test(name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[\r\n]/.test(String(value))) {
    throw scriptError('SSS_INVALID_HEADER', 'One or more headers are not valid.');
  }
  return { name: String(name), value: String(value) };
}
