import type { JoinData, JoinKind } from '../../../query/builder/definition';
import { scriptError } from '../../errors';
import { Column, type ColumnOptions, type Place } from './column';
import { Condition, type ConditionOptions } from './condition';
import { optionsOf, textOption } from './options';
import { Sort, type SortOptions } from './sort';

export interface JoinOptions {
  readonly fieldId?: unknown;
  readonly target?: unknown;
  readonly source?: unknown;
}

/** A record type in a query, the root or a joined one (section_1510779141). All components share the query's joins. */
export class Component implements Place {
  /** Query type of the source of `joinFrom`. */
  readonly source: string | null;
  /** Query type of the target of `joinTo`. */
  readonly target: string | null;
  /** Joined components by the fields that join them. */
  readonly child: Record<string, Component> = {};
  readonly #type: string | null;
  readonly #joins: JoinData[];

  constructor(
    type: string | null,
    readonly position: number,
    readonly parent: Component | null,
    joins: JoinData[],
    join: JoinData | null = null,
  ) {
    this.#type = type;
    this.#joins = joins;
    this.source = join?.kind === 'from' ? join.other : null;
    this.target = join?.kind === 'to' ? join.other : null;
  }

  /** Query type. What an automatic join leads to, the account finds when it runs the query. */
  get type(): string {
    if (this.#type !== null) return this.#type;
    throw scriptError('SIMULATOR_NOT_SUPPORTED', 'The simulator does not support Component.type of an automatic join.');
  }

  autoJoin = (options: JoinOptions): Component => this.#join('auto', 'Component.autoJoin', options, null);
  join = (options: JoinOptions): Component => this.#join('auto', 'Component.join', options, null);
  joinTo = (options: JoinOptions): Component => this.#join('to', 'Component.joinTo', options, 'target');
  joinFrom = (options: JoinOptions): Component => this.#join('from', 'Component.joinFrom', options, 'source');

  createColumn = (options: ColumnOptions): Column => new Column(this, options);
  createCondition = (options: ConditionOptions): Condition => Condition.test(this, options);
  createSort = (options: SortOptions): Sort => new Sort(options);

  toString(): string {
    return 'query.Component';
  }

  toJSON(): object {
    return { type: this.#type, source: this.source, target: this.target };
  }

  /** @throws RELATIONSHIP_ALREADY_USED where the component has that join already (section_1530819144) */
  #join(kind: JoinKind, method: string, given: JoinOptions, end: 'target' | 'source' | null): Component {
    const options = optionsOf(method, given);
    const fieldId = textOption(method, options, 'fieldId');
    const other = end === null ? null : textOption(method, options, end);
    const join: JoinData = { parent: this.position, kind, fieldId, other };
    const isUsed = this.#joins.some(
      (used) => used.parent === join.parent && used.kind === kind && used.fieldId === fieldId && used.other === other,
    );
    if (isUsed) throw scriptError('RELATIONSHIP_ALREADY_USED', `The relationship ${fieldId} is already used.`);
    this.#joins.push(join);
    const component = new Component(other, this.#joins.length, this, this.#joins, join);
    this.child[fieldId] = component;
    return component;
  }
}
