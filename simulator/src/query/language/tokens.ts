import { parseError } from '../errors';

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** What the token means: a word in upper case, a string or quoted name without its quotes, else its own text. */
  readonly value: string;
  /** The token as it was written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TWO_CHARACTER_SYMBOLS = new Set(['||', '<>', '!=', '^=', '<=', '>=']);
const SYMBOLS = '+-*/=<>(),.';
const WORD = /[\p{L}_][\p{L}\p{N}_$#]*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const BLANK = /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y;

/**
 * Cuts a SuiteQL statement into tokens; comments and blanks fall away. The last token is always `end`. A character
 * that SuiteQL does not know (a semicolon, a square bracket, section_156257796125) is a syntax error: so a text can
 * never hold a second statement.
 */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (true) {
    position += match(BLANK, sql, position).length;
    if (position >= sql.length) break;
    const token = tokenAt(sql, position);
    tokens.push(token);
    position = token.end;
  }
  tokens.push({ kind: 'end', value: '', text: '', start: sql.length, end: sql.length });
  return tokens;
}

function tokenAt(sql: string, start: number): Token {
  const first = sql.charAt(start);
  const make = (kind: TokenKind, text: string, value: string): Token => ({
    kind,
    value,
    text,
    start,
    end: start + text.length,
  });
  if (first === "'") {
    const text = quotedText(sql, start, "'");
    return make('string', text, text.slice(1, -1).replaceAll("''", "'"));
  }
  if (first === '"') {
    const text = quotedText(sql, start, '"');
    return make('quoted', text, text.slice(1, -1).replaceAll('""', '"'));
  }
  if (first === '?') return make('parameter', '?', '?');
  const word = match(WORD, sql, start);
  if (word) return make('word', word, word.toUpperCase());
  const number = match(NUMBER, sql, start);
  if (number) return make('number', number, number);
  const two = sql.slice(start, start + 2);
  if (TWO_CHARACTER_SYMBOLS.has(two)) return make('symbol', two, two === '!=' || two === '^=' ? '<>' : two);
  if (SYMBOLS.includes(first)) return make('symbol', first, first);
  throw parseError(sql, first, start);
}

/** The text from the opening quote to the closing one; a doubled quote stands for itself. */
function quotedText(sql: string, start: number, quote: string): string {
  let position = start + 1;
  while (position < sql.length) {
    if (sql[position] === quote) {
      if (sql[position + 1] !== quote) return sql.slice(start, position + 1);
      position += 1;
    }
    position += 1;
  }
  throw parseError(sql, sql.slice(start, start + 20), start);
}

function match(pattern: RegExp, sql: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(sql)?.[0] ?? '';
}
