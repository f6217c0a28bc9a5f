import type { Store } from '../store/store';
import type { RevenueRuleData } from './companyData';

/** The amount source of arrangement creation and billing (section_4356113783). */
const BY_AMOUNT = 'Event-Percent based on amount';

/**
 * Sets up revenue recognition rules. SuiteScript has no record type for them, so that they come with the company.
 *
 * @throws Error where the term that the end date needs is missing
 */
export function loadRevenueRules(store: Store, rules: readonly RevenueRuleData[]): void {
  for (const rule of rules) {
    const needed = {
      'Rev Rec Term in Months': rule.termInMonths,
      'Rev Rec Term in Days': rule.termInDays,
      'Recognition Period': rule.recognitionPeriods,
    } as const;
    if (rule.endDate in needed && !needed[rule.endDate as keyof typeof needed]) {
      throw new Error(`The revenue recognition rule ${rule.name} needs a term for its end date, ${rule.endDate}.`);
    }
    store.run(
      `INSERT INTO revenuerecognitionrule (name, recognitionmethod, amountsource, revrecstartdatesource,
         revrecenddatesource, terminmonths, termindays, recognitionperiod, isinactive)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'F')`,
      [
        rule.name,
        rule.method,
        rule.amountSource ?? BY_AMOUNT,
        rule.startDate,
        rule.endDate,
        rule.termInMonths ?? null,
        rule.termInDays ?? null,
        rule.recognitionPeriods ?? null,
      ],
    );
  }
}
