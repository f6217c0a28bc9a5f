import { bytesOf, Encoding, textOf } from '../bytes';
import { missingArgument } from '../errors';
import { call } from '../host';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';

interface Update {
  readonly input: string;
  readonly inputEncoding?: string;
}

interface SecretOptions {
  readonly guid?: string;
  readonly secret?: string;
  readonly encoding?: string;
}

/** A key that the script names but never sees (section_4425333812): an API secret by script id, or a credential's GUID. */
class SecretKey {
  readonly guid: string | undefined;
  readonly secret: string | undefined;
  readonly encoding: string;

  constructor(options: SecretOptions) {
    if (options?.guid === undefined && options?.secret === undefined) {
      throw missingArgument('crypto.createSecretKey', 'guid');
    }
    this.guid = options.guid;
    this.secret = options.secret;
    this.encoding = options.encoding ?? Encoding.HEX;
    Object.freeze(this);
  }
}

/** crypto.Hash and crypto.Hmac: takes data piece by piece, the account computes the digest. */
class Digest {
  private readonly input: number[] = [];

  constructor(
    private readonly algorithm: string,
    private readonly key: SecretKey | null,
  ) {}

  update(options: Update): void {
    if (options?.input === undefined) throw missingArgument('update', 'input');
    for (const byte of bytesOf(String(options.input), options.inputEncoding ?? Encoding.UTF_8)) this.input.push(byte);
  }

  digest(options?: { readonly outputEncoding?: string }): string {
    const { guid, secret, encoding } = this.key ?? {};
    const key = this.key === null ? null : { guid: guid ?? null, secret: secret ?? null, encoding };
    const input = textOf(this.input, Encoding.BASE_64);
    const digest = call<string>('crypto.digest', { algorithm: this.algorithm, input, key });
    return textOf(bytesOf(digest, Encoding.BASE_64), options?.outputEncoding ?? Encoding.HEX);
  }
}

const implemented = {
  createHash: (options: { readonly algorithm: string }): Digest => {
    if (options?.algorithm === undefined) throw missingArgument('crypto.createHash', 'algorithm');
    return new Digest(options.algorithm, null);
  },
  createHmac: (options: { readonly algorithm: string; readonly key: SecretKey }): Digest => {
    if (options?.algorithm === undefined) throw missingArgument('crypto.createHmac', 'algorithm');
    if (options.key === undefined) throw missingArgument('crypto.createHmac', 'key');
    return new Digest(options.algorithm, options.key);
  },
  createSecretKey: (options: SecretOptions): SecretKey => new SecretKey(options),
  HashAlg: Object.freeze({ SHA1: 'SHA1', SHA256: 'SHA256', SHA512: 'SHA512', MD5: 'MD5' }),
  Encoding,
};

const LACKING = ['createCipher', 'createDecipher', 'checkPasswordField', 'EncryptionAlg', 'Padding'] as const;

export const crypto = defineModule('N/crypto', implemented, LACKING);
export const lacks: Lacks<typeof import('N/crypto'), typeof implemented, (typeof LACKING)[number]> = true;
