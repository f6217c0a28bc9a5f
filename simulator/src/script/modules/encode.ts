import { bytesOf, Encoding, textOf } from '../bytes';
import { missingArgument } from '../errors';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';

interface ConvertOptions {
  readonly string: string;
  readonly inputEncoding: string;
  readonly outputEncoding: string;
}

/** Writes a text that is in one encoding in another (section_4486574486). */
function convert(options: ConvertOptions): string {
  for (const name of ['string', 'inputEncoding', 'outputEncoding'] as const) {
    if (options?.[name] === undefined || options[name] === null) throw missingArgument('encode.convert', name);
  }
  return textOf(bytesOf(String(options.string), options.inputEncoding), options.outputEncoding);
}

const implemented = { convert, Encoding };

export const encode = defineModule('N/encode', implemented);
export const lacks: Lacks<typeof import('N/encode'), typeof implemented, never> = true;
