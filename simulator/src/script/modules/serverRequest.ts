import type { SuiteletRequest } from '../../kernel/suitelet';
import { sublistLines } from './sublistLines';
import { required } from './ui/arguments';

/** The request that a Suitelet is given (section_4314608702); read-only. */
export class ServerRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly clientIpAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, unknown>>;

  /** @param files the request's files as N/file objects */
  constructor(data: SuiteletRequest, files: Readonly<Record<string, unknown>> = {}) {
    this.method = data.method;
    this.url = data.url;
    this.body = data.body;
    this.clientIpAddress = data.clientIpAddress;
    this.headers = anyCase(data.headers);
    this.parameters = { ...data.parameters };
    this.files = files;
  }

  /** Lines of a sublist in a submitted form; -1 where the form has no such sublist (section_4314608702). */
  getLineCount(options: { group: string }): number {
    const { group } = required('getLineCount', options, 'group');
    return sublistLines(this.parameters, group)?.length ?? -1;
  }

  /** Value in a submitted sublist, null where there is none (section_4314608702). */
  getSublistValue(options: { group: string; name: string; line: number }): string | null {
    const { group, name, line } = required('getSublistValue', options, 'group', 'name', 'line');
    return sublistLines(this.parameters, group)?.[Number(line)]?.[name] ?? null;
  }

  toString(): string {
    return 'http.ServerRequest';
  }
}

/** Header names are found in lower case and as they are usually written: `user-agent` and `User-Agent`. */
function anyCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = { ...headers };
  for (const [name, value] of Object.entries(headers)) {
    const usual = name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());
    Object.defineProperty(found, usual, { value, enumerable: usual === name });
  }
  return found;
}
