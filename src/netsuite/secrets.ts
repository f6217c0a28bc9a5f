import * as https from 'N/https';

/** A text that NetSuite completes when it is sent; the script never sees it whole. */
export type SecretText = https.SecureString;

/** Script ids of API secrets (section_162072306524). */
const SECRET_ID = /^custsecret\w{1,89}$/i;

/** True for a text that can be the script id of an API secret. */
export function isSecretId(text: string): boolean {
  return SECRET_ID.test(text);
}

/** The value of an API secret, for a header or body. */
export function secretText(secret: string): SecretText {
  return https.createSecureString({ input: `{${secret}}` });
}

/** What a form-encoded body must not hold as it is; `%` first, because the others bring it. */
const FORM_CODES: readonly (readonly [string, string])[] = [
  ['%', '%25'],
  ['+', '%2B'],
  ['&', '%26'],
  ['=', '%3D'],
  ['#', '%23'],
  [' ', '%20'],
];

/** A form-encoded body of plain fields and one secret field: `a=1&client_secret=...`. */
export function secretForm(fields: Readonly<Record<string, string>>, field: string, secret: string): SecretText {
  const value = FORM_CODES.reduce(
    (text, [pattern, replacement]) => text.replaceString({ pattern, replacement }),
    secretText(secret),
  );
  const plain = Object.entries(fields).map(([name, text]) => `${name}=${encodeURIComponent(text)}&`);
  return https.createSecureString({ input: `${plain.join('')}${field}=` }).appendSecureString({
    secureString: value,
    keepEncoding: true,
  });
}
