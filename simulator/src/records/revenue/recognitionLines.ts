import type Big from 'big.js';
import { money } from '../../accounting/money';
import type { FieldValue } from '../data';
import type { DueRevenue } from './dueRevenue';

/** Create Revenue Recognition Journals in GL (section_4331941758). */
export type JournalForm = 'Detail' | 'Summary';

/** A line of a revenue recognition journal entry, by the fields of its sublist `line`. */
export type RecognitionLine = Readonly<Record<string, FieldValue>>;

/** How many lines of plans one journal entry takes (section_4358638894). */
export const PLANS_OF_JOURNAL: Readonly<Record<JournalForm, number>> = { Detail: 500, Summary: 50_000 };

/** Memos of both lines, as accounts show them (assumed). */
const SOURCE_MEMO = 'Rev Rec Source';
const DESTINATION_MEMO = 'Rev Rec Destination';

/** One side of a due line: an amount that is positive is a debit. */
interface Posting {
  readonly account: number;
  readonly amount: Big;
  readonly memo: string;
  readonly due: DueRevenue;
}

/**
 * Lines of the journal entry that recognizes revenue: the deferral account is debited, the recognition account credited,
 * the other way about for what gives back. Detail has both lines for each plan, with its customer; Summary adds up what
 * agrees in account, class, department and location (section_4358638397, section_4041530082).
 */
export function recognitionLines(due: readonly DueRevenue[], form: JournalForm): RecognitionLine[] {
  const postings = due.flatMap((each): Posting[] => [
    { account: each.deferralAccount, amount: each.amount, memo: SOURCE_MEMO, due: each },
    { account: each.recognitionAccount, amount: each.amount.times(-1), memo: DESTINATION_MEMO, due: each },
  ]);
  if (form === 'Detail') {
    return postings.map((posting) => ({ ...lineOf(posting), entity: textOrNull(posting.due.entity) }));
  }
  const groups = new Map<string, Posting>();
  for (const posting of postings) {
    const { class: classification, department, location } = posting.due;
    const key = [posting.account, classification, department, location].join('|');
    const known = groups.get(key);
    groups.set(key, { ...posting, amount: (known?.amount ?? money(0)).plus(posting.amount) });
  }
  return [...groups.values()].filter(({ amount }) => !amount.eq(0)).map(lineOf);
}

function lineOf({ account, amount, memo, due }: Posting): RecognitionLine {
  const isDebit = amount.gt(0);
  return {
    account: String(account),
    debit: isDebit ? amount.toNumber() : null,
    credit: isDebit ? null : amount.times(-1).toNumber(),
    memo,
    class: textOrNull(due.class),
    department: textOrNull(due.department),
    location: textOrNull(due.location),
  };
}

function textOrNull(id: number | null): string | null {
  return id === null ? null : String(id);
}
