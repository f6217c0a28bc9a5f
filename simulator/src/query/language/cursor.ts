import { parseError } from '../errors';
import type { Query } from './ast';
import { type Token, tokenize } from './tokens';

/** Words that end an expression or a table, so that they are no alias. */
const RESERVED = new Set(
  (
    'ALL AND ANY AS ASC BETWEEN BY CASE CROSS DESC DISTINCT ELSE END ESCAPE EXCEPT EXISTS FETCH FROM FULL GROUP HAVING ' +
    'IN INNER INTERSECT INTO IS JOIN LEFT LIKE MINUS NATURAL NOT NULL OFFSET ON OR ORDER OUTER RIGHT SELECT SET THEN ' +
    'UNION UPDATE USING VALUES WHEN WHERE WITH LIMIT DELETE INSERT DROP CREATE ALTER'
  ).split(' '),
);

/** Reads the tokens of one statement from left to right. */
export class Cursor {
  private readonly tokens: readonly Token[];
  private position = 0;
  /** Bind parameters read so far. */
  parameters = 0;

  /** `readQuery` reads a subquery: it is given, because expressions hold queries and queries expressions. */
  constructor(
    readonly sql: string,
    readonly readQuery: (cursor: Cursor) => Query,
  ) {
    this.tokens = tokenize(sql);
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)];
    if (!token) throw new Error('A list of tokens ends with its end token');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  /** True if the tokens from here on are these words or symbols. */
  isAt(...values: string[]): boolean {
    return values.every((value, ahead) => {
      const token = this.peek(ahead);
      return (token.kind === 'word' || token.kind === 'symbol') && token.value === value;
    });
  }

  /** Goes past these words or symbols if they come next. */
  accept(...values: string[]): boolean {
    if (!this.isAt(...values)) return false;
    this.position += values.length;
    return true;
  }

  expect(...values: string[]): void {
    for (const value of values) if (!this.accept(value)) throw this.error();
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  /** A name of a table, column or alias, as written; after a dot any word is one. */
  name(anyWord = false): string {
    const token = this.peek();
    if (token.kind === 'quoted' || (token.kind === 'word' && (anyWord || !RESERVED.has(token.value)))) {
      this.position += 1;
      return token.kind === 'quoted' ? token.value : token.text;
    }
    throw this.error();
  }

  /** True if the next token can be an alias without AS. */
  atAlias(): boolean {
    const token = this.peek();
    return token.kind === 'quoted' || (token.kind === 'word' && !RESERVED.has(token.value));
  }

  error(): Error {
    const token = this.peek();
    return parseError(this.sql, token.text, token.start);
  }
}
