import type { FilterTree } from '../../search/definition';
import { scriptError } from '../errors';
import { Filter, type FilterOptions, filterData, valuesOf } from './filter';

/**
 * What a script may give for filters: a Filter, an object like one, a list of them (all must hold), or an expression
 * such as `[['email', 'is', 'x'], 'and', ['isinactive', 'is', 'F']]` (section_458440490721).
 */
export function filterTree(given: unknown): FilterTree | null {
  if (given === undefined || given === null) return null;
  if (!Array.isArray(given)) return term(given);
  if (given.length === 0) return null;
  if (given.every((item) => isFilter(item))) return conjunction(given.map(term));
  return expression(given);
}

function isFilter(given: unknown): boolean {
  return (
    given instanceof Filter || (typeof given === 'object' && given !== null && !Array.isArray(given) && 'name' in given)
  );
}

function term(given: unknown): FilterTree {
  if (!isFilter(given)) throw malformed();
  const filter = given instanceof Filter ? given : new Filter(given as FilterOptions);
  return { kind: 'term', ...filterData(filter) };
}

function conjunction(of: FilterTree[]): FilterTree {
  const [only] = of;
  return only && of.length === 1 ? only : { kind: 'and', of };
}

/** A list is a term when its first two items are texts of which the first is no logical word. */
function expression(given: readonly unknown[]): FilterTree {
  const [first, second] = given;
  const isTerm = typeof first === 'string' && logical(first) === null && typeof second === 'string';
  if (isTerm) return listTerm(first, second, given.slice(2));
  const reader = new Reader(given);
  const tree = reader.or();
  if (!reader.atEnd()) throw malformed();
  return tree;
}

/** `['amount', 'greaterthan', 5]`, `['formulanumeric: {amount} * 2', ...]`, `['sum(amount)', ...]`. */
function listTerm(name: string, operator: string, rest: readonly unknown[]): FilterTree {
  const formula = /^(formula\w+)\s*:\s*([\s\S]+)$/i.exec(name);
  const summary = /^(count|sum|avg|min|max)\(([^()]+)\)$/i.exec(name);
  return term({
    name: formula?.[1] ?? summary?.[2] ?? name,
    operator,
    values: valuesOf([...rest]),
    formula: formula?.[2] ?? null,
    summary: summary?.[1] ?? null,
  });
}

function logical(given: unknown): 'and' | 'or' | 'not' | null {
  const word = typeof given === 'string' ? given.toLowerCase() : '';
  return word === 'and' || word === 'or' || word === 'not' ? word : null;
}

/** Reads terms that are joined with 'and', 'or' and 'not'; 'and' binds stronger than 'or'. */
class Reader {
  private position = 0;

  constructor(private readonly items: readonly unknown[]) {}

  atEnd(): boolean {
    return this.position >= this.items.length;
  }

  or(): FilterTree {
    const of = [this.and()];
    while (this.accept('or')) of.push(this.and());
    return of.length === 1 ? (of[0] as FilterTree) : { kind: 'or', of };
  }

  /** Two terms without a word between them must both hold. */
  private and(): FilterTree {
    const of = [this.not()];
    while (this.accept('and') || (!this.atEnd() && logical(this.items[this.position]) === null)) of.push(this.not());
    return conjunction(of);
  }

  private not(): FilterTree {
    if (this.accept('not')) return { kind: 'not', of: this.not() };
    const item = this.items[this.position];
    this.position += 1;
    if (Array.isArray(item) && item.length > 0) return expression(item);
    return term(item);
  }

  private accept(word: 'and' | 'or' | 'not'): boolean {
    if (logical(this.items[this.position]) !== word) return false;
    this.position += 1;
    return true;
  }
}

function malformed() {
  return scriptError('SSS_INVALID_SRCH_FILTER_EXPR', 'Malformed search filter expression.');
}
