import type { Secret, SecretStep } from '../../kernel/outgoing';
import { Encoding } from '../bytes';
import { required } from './ui/arguments';

interface KeyOptions {
  readonly guid?: string | undefined;
  readonly secret?: string | undefined;
  readonly encoding?: string;
}

/**
 * A text with API secrets in it that the script cannot read (section_4418247678): it keeps how the text is made, and the
 * account makes it when the request is sent.
 */
export class SecureString {
  readonly #steps: SecretStep[];

  constructor(options: { input: string; inputEncoding?: string }) {
    const { input, inputEncoding } = required('https.createSecureString', options, 'input');
    this.#steps = [{ kind: 'text', text: String(input), encoding: inputEncoding ?? Encoding.UTF_8 }];
  }

  appendString(options: { input: string; inputEncoding?: string; keepEncoding?: boolean }): this {
    const { input, inputEncoding } = required('SecureString.appendString', options, 'input');
    return this.appendSecureString({
      secureString: new SecureString({ input, inputEncoding: inputEncoding ?? Encoding.UTF_8 }),
    });
  }

  appendSecureString(options: { secureString: SecureString; keepEncoding?: boolean }): this {
    const { secureString } = required('SecureString.appendSecureString', options, 'secureString');
    return this.#then({ kind: 'append', other: { steps: [...secureString.#steps] } });
  }

  convertEncoding(options: { fromEncoding: string; toEncoding: string }): this {
    const { fromEncoding, toEncoding } = required(
      'SecureString.convertEncoding',
      options,
      'fromEncoding',
      'toEncoding',
    );
    return this.#then({ kind: 'convert', from: fromEncoding, to: toEncoding });
  }

  hash(options: { algorithm: string; contentEncoding?: string; resultEncoding?: string }): this {
    const { algorithm, contentEncoding, resultEncoding } = required('SecureString.hash', options, 'algorithm');
    return this.#then({
      kind: 'hash',
      algorithm,
      content: contentEncoding ?? Encoding.UTF_8,
      result: resultEncoding ?? Encoding.HEX,
    });
  }

  hmac(options: { algorithm: string; key: KeyOptions; contentEncoding?: string; resultEncoding?: string }): this {
    const { algorithm, key, contentEncoding, resultEncoding } = required(
      'SecureString.hmac',
      options,
      'algorithm',
      'key',
    );
    return this.#then({
      kind: 'hmac',
      algorithm,
      content: contentEncoding ?? Encoding.UTF_8,
      result: resultEncoding ?? Encoding.HEX,
      key: { secret: key.secret ?? null, guid: key.guid ?? null, encoding: key.encoding ?? Encoding.HEX },
    });
  }

  replaceString(options: { pattern: string; replacement: string }): this {
    const { pattern } = required('SecureString.replaceString', options, 'pattern');
    return this.#then({ kind: 'replace', pattern, replacement: String(options.replacement ?? '') });
  }

  toString(): string {
    return 'https.SecureString';
  }

  /** How a text crosses to the account: as it is, or as its steps. */
  static wire(text: unknown): Secret {
    return text instanceof SecureString ? { steps: [...text.#steps] } : String(text);
  }

  #then(step: SecretStep): this {
    this.#steps.push(step);
    return this;
  }
}
