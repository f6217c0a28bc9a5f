import { createHash, createHmac } from 'node:crypto';
import { secretValue } from '../../company/secrets';
import type { Account } from '../../kernel/account';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { Secret, SecretStep } from '../../kernel/outgoing';

const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  UTF_8: 'utf8',
  HEX: 'hex',
  BASE_16: 'hex',
  BASE_64: 'base64',
  BASE_64_URL_SAFE: 'base64url',
};

/** The text that a script made with https.SecureString, with the account's secrets in it; plain text as it is. */
export function secretText(account: Account, secret: Secret): string {
  return typeof secret === 'string' ? secret : secret.steps.reduce((text, step) => applied(account, text, step), '');
}

function applied(account: Account, text: string, step: SecretStep): string {
  switch (step.kind) {
    case 'text':
      return text + withSecrets(account, step.text);
    case 'append':
      return text + secretText(account, step.other);
    case 'convert':
      return Buffer.from(text, encoding(step.from)).toString(encoding(step.to));
    case 'hash':
      return createHash(step.algorithm.toLowerCase())
        .update(Buffer.from(text, encoding(step.content)))
        .digest()
        .toString(encoding(step.result));
    case 'hmac':
      return createHmac(step.algorithm.toLowerCase(), keyBytes(account, step.key))
        .update(Buffer.from(text, encoding(step.content)))
        .digest()
        .toString(encoding(step.result));
    case 'replace':
      return text.replaceAll(step.pattern, step.replacement);
  }
}

/** `{custsecret_x}` stands for the API secret of that id (section_162072306524). */
function withSecrets(account: Account, text: string): string {
  return text.replace(/\{(custsecret\w+)\}/gi, (_, scriptId: string) => valueOf(account, scriptId));
}

function valueOf(account: Account, scriptId: string): string {
  const value = secretValue(account, scriptId);
  if (value === null) {
    throw new NetSuiteError(
      'INVALID_SECRET',
      `The API secret ${scriptId} does not exist or may not be used by this script.`,
    );
  }
  return value;
}

function keyBytes(account: Account, key: Extract<SecretStep, { kind: 'hmac' }>['key']): Buffer {
  if (key.secret === null) throw notSupported('SecureString.hmac with the GUID of a credential');
  return Buffer.from(valueOf(account, key.secret), encoding(key.encoding));
}

function encoding(name: string): BufferEncoding {
  const known = ENCODINGS[name];
  if (!known) throw notSupported(`the encoding ${name} in https.SecureString`);
  return known;
}
