import { scriptError } from './errors';

/** The encodings of N/encode and N/crypto (section_4486577103). */
export const Encoding = Object.freeze({
  UTF_8: 'UTF_8',
  BASE_16: 'BASE_16',
  BASE_32: 'BASE_32',
  BASE_64: 'BASE_64',
  BASE_64_URL_SAFE: 'BASE_64_URL_SAFE',
  HEX: 'HEX',
});

const DIGITS_16 = '0123456789ABCDEF';
const DIGITS_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGITS_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS_64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes that a text stands for. */
export function bytesOf(text: string, encoding: string): number[] {
  switch (encoding) {
    case Encoding.UTF_8:
      return utf8Bytes(text);
    case Encoding.HEX:
    case Encoding.BASE_16:
      return unpacked(text.toUpperCase(), DIGITS_16, 4);
    case Encoding.BASE_32:
      return unpacked(text.toUpperCase(), DIGITS_32, 5);
    case Encoding.BASE_64:
    case Encoding.BASE_64_URL_SAFE:
      return unpacked(text.replace(/-/g, '+').replace(/_/g, '/'), DIGITS_64, 6);
    default:
      throw invalidEncoding(encoding);
  }
}

/** The text that stands for bytes; hexadecimal digits are upper case. */
export function textOf(bytes: readonly number[], encoding: string): string {
  switch (encoding) {
    case Encoding.UTF_8:
      return utf8Text(bytes);
    case Encoding.HEX:
    case Encoding.BASE_16:
      return packed(bytes, DIGITS_16, 4, 1);
    case Encoding.BASE_32:
      return packed(bytes, DIGITS_32, 5, 8);
    case Encoding.BASE_64:
      return packed(bytes, DIGITS_64, 6, 4);
    case Encoding.BASE_64_URL_SAFE:
      return packed(bytes, DIGITS_64_URL, 6, 4);
    default:
      throw invalidEncoding(encoding);
  }
}

function invalidEncoding(encoding: string): Error {
  throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${encoding}`);
}

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

function utf8Text(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    // Bytes that are no UTF-8 show as the replacement character.
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}

/** Writes bytes as digits of `bits` bits, filled with `=` to a multiple of `group` digits. */
function packed(bytes: readonly number[], digits: string, bits: number, group: number): string {
  let text = '';
  let held = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    held += 8;
    while (held >= bits) {
      held -= bits;
      text += digits[(value >> held) & ((1 << bits) - 1)];
    }
    value &= (1 << held) - 1;
  }
  if (held > 0) text += digits[(value << (bits - held)) & ((1 << bits) - 1)];
  return text.padEnd(Math.ceil(text.length / group) * group, '=');
}

function unpacked(text: string, digits: string, bits: number): number[] {
  const bytes: number[] = [];
  let held = 0;
  let value = 0;
  for (const digit of text.replace(/[=\s]/g, '')) {
    const read = digits.indexOf(digit);
    if (read < 0) throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${text}`);
    value = (value << bits) | read;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    bytes.push((value >> held) & 255);
    value &= (1 << held) - 1;
  }
  return bytes;
}
