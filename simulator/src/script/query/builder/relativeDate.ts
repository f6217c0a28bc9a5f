import type { RelativeDateData } from '../../../query/builder/definition';
import { missingArgument, scriptError } from '../../errors';
import { DateId } from '../enumerations';
import { optionsOf, textOption, wrongType } from './options';

/** A moment or a range relative to the current date (section_1544109440). Its members cannot be changed. */
export class RelativeDate {
  readonly dateId: string;
  readonly value: number | RelativeDate | null;
  readonly isRange: boolean;
  readonly #data: RelativeDateData;

  constructor(data: RelativeDateData) {
    this.#data = data;
    const { dateId, value, end } = data.relative;
    this.dateId = dateId;
    this.value = value;
    this.isRange = value === null && end === null;
    Object.freeze(this);
  }

  /** The beginning of a range; of a moment the moment itself. */
  get start(): RelativeDate {
    return this.isRange ? this.#end('START') : this;
  }

  get end(): RelativeDate {
    return this.isRange ? this.#end('END') : this;
  }

  /** The range itself (section_1549916938). */
  get interval(): RelativeDate {
    return this;
  }

  toString(): string {
    return 'query.RelativeDate';
  }

  toJSON(): object {
    const { dateId, value, isRange } = this;
    return { dateId, value, isRange };
  }

  static data(date: RelativeDate): RelativeDateData {
    return date.#data;
  }

  #end(end: 'START' | 'END'): RelativeDate {
    return new RelativeDate({ relative: { ...this.#data.relative, end } });
  }
}

/** `query.createRelativeDate` (section_1544108154). @throws INVALID_DATE_ID */
export function createRelativeDate(given: { readonly dateId?: unknown; readonly value?: unknown }): RelativeDate {
  const options = optionsOf('query.createRelativeDate', given);
  const dateId = textOption('query.createRelativeDate', options, 'dateId');
  if (!Object.values(DateId).includes(dateId)) throw scriptError('INVALID_DATE_ID', `Invalid date id: ${dateId}`);
  const { value } = options;
  if (value === undefined || value === null) throw missingArgument('query.createRelativeDate', 'value');
  if (typeof value !== 'number') throw wrongType('options.value', 'number');
  return new RelativeDate({ relative: { dateId, value, end: null } });
}
