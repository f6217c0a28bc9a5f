import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { addDays } from '../values/dates';
import { endOfMonths, endOfPeriods } from './terms';

/** What the dates of a plan are taken from; for a forecast the element's dates are its forecast dates. */
export interface DateSources {
  /** Days, `YYYY-MM-DD`. */
  readonly event: string;
  readonly source: string | null;
  readonly arrangement: string | null;
  readonly elementStart: string | null;
  readonly elementEnd: string | null;
}

/** First day of a plan by the Rev Rec Start Date Source of its rule (section_4356113783); null where there is none yet. */
export function startOf(rule: Row, sources: DateSources): string | null {
  return dateFrom(rule.revrecstartdatesource, sources);
}

/**
 * Last day of a plan by the Rev Rec End Date Source of its rule. The sources that match a start date recognize at once:
 * the plan ends where it starts (section_4356113783).
 */
export function endOf(account: Account, rule: Row, sources: DateSources, start: string): string | null {
  switch (rule.revrecenddatesource) {
    case 'Rev Rec Term in Months':
      return endOfMonths(start, Number(rule.terminmonths));
    case 'Rev Rec Term in Days':
      return addDays(start, Number(rule.termindays) - 1);
    case 'Recognition Period':
      return endOfPeriods(account, start, Number(rule.recognitionperiod));
    case 'Revenue Element End Date':
      return sources.elementEnd;
    default:
      return dateFrom(rule.revrecenddatesource, sources);
  }
}

function dateFrom(kind: Row[string] | undefined, sources: DateSources): string | null {
  switch (kind) {
    case 'Revenue Element Start Date':
      return sources.elementStart;
    case 'Source Date':
      return sources.source;
    case 'Event Date':
      return sources.event;
    default:
      return sources.arrangement;
  }
}
