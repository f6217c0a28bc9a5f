import type { PeriodData } from '../../../query/builder/definition';
import { missingArgument, type SuiteScriptError, scriptError } from '../../errors';
import { PeriodAdjustment, PeriodCode, PeriodType } from '../enumerations';
import { optionsOf, wrongType } from './options';

/** A period relative to the current one, for conditions on dates (section_158289614570). */
export class Period {
  constructor(
    readonly code: string,
    readonly adjustment: string,
    readonly type: string,
  ) {
    Object.freeze(this);
  }

  toString(): string {
    return 'query.Period';
  }

  static data({ code, adjustment, type }: Period): PeriodData {
    return { period: { code, adjustment, type } };
  }
}

/**
 * `query.createPeriod` (section_158289670344).
 *
 * @throws INVALID_PERIOD_CODE, INVALID_PERIOD_ADJUSTMENT, INVALID_PERIOD_TYPE, WRONG_PARAMETER_TYPE
 */
export function createPeriod(given: {
  readonly code?: unknown;
  readonly adjustment?: unknown;
  readonly type?: unknown;
}): Period {
  const { code, adjustment, type } = optionsOf('query.createPeriod', given);
  if (code === undefined || code === null) throw missingArgument('query.createPeriod', 'code');
  return new Period(
    known('code', code, PeriodCode, 'INVALID_PERIOD_CODE'),
    known('adjustment', adjustment ?? 'NOT_LAST', PeriodAdjustment, 'INVALID_PERIOD_ADJUSTMENT'),
    known('type', type ?? 'START', PeriodType, 'INVALID_PERIOD_TYPE'),
  );
}

function known(name: string, value: unknown, values: Readonly<Record<string, string>>, code: string): string {
  if (typeof value !== 'string') throw wrongType(`options.${name}`, 'string');
  if (!Object.values(values).includes(value)) throw invalid(code, value);
  return value;
}

const invalid = (code: string, value: string): SuiteScriptError => scriptError(code, `Invalid period: ${value}`);
