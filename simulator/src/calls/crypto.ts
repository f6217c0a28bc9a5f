import { createHash, createHmac } from 'node:crypto';
import { secretValue } from '../company/secrets';
import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError, notSupported } from '../kernel/errors';

interface KeyArgs {
  readonly guid: string | null;
  readonly secret: string | null;
  readonly encoding: string;
}

interface DigestArgs {
  readonly algorithm: string;
  /** Base64. */
  readonly input: string;
  readonly key: KeyArgs | null;
}

const ALGORITHMS: Readonly<Record<string, string>> = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512', MD5: 'md5' };

const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  UTF_8: 'utf8',
  HEX: 'hex',
  BASE_16: 'hex',
  BASE_64: 'base64',
  BASE_64_URL_SAFE: 'base64url',
};

/** N/crypto (section_4358549582): no units. */
export const cryptoCalls: CallTable = {
  'crypto.digest': defineCall({
    units: 0,
    serve: ({ algorithm, input, key }: DigestArgs, account): string => {
      const name = ALGORITHMS[algorithm];
      if (name === undefined) {
        throw new NetSuiteError('INVALID_ALGORITHM', `You have entered an invalid algorithm: ${algorithm}`);
      }
      const data = Buffer.from(input, 'base64');
      const digest = key === null ? createHash(name) : createHmac(name, keyBytes(account, key));
      return digest.update(data).digest('base64');
    },
  }),
};

/** The secret's text is read in the key's encoding. */
function keyBytes(account: Account, { guid, secret, encoding }: KeyArgs): Buffer {
  if (secret === null) throw notSupported(`N/crypto createSecretKey with a guid (${guid})`);
  const value = secretValue(account, secret);
  if (value === null) throw new NetSuiteError('INVALID_SECRET', `There is no API secret with the ID ${secret}.`);
  const read = ENCODINGS[encoding];
  if (read === undefined) throw notSupported(`the encoding ${encoding} for a secret key`);
  return Buffer.from(value, read);
}
