import * as crypto from 'N/crypto';
import * as encode from 'N/encode';

/** SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits in lower case. */
export function sha256(text: string): string {
  const hash = crypto.createHash({ algorithm: crypto.HashAlg.SHA256 });
  hash.update({ input: text });
  return hash.digest({ outputEncoding: encode.Encoding.HEX }).toLowerCase();
}
