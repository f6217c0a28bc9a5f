import { hasFeature } from '../netsuite/features';
import { placeholders, selectRows, selectRowsIn, textOf } from '../netsuite/suiteQl';

/** What posting has to know of a NetSuite customer. */
export interface CustomerFacts {
  readonly currency: string | null;
  /** Internal ids of all currencies in which it can be billed. */
  readonly currencies: readonly string[];
  /** The primary one; null in an account without subsidiaries. */
  readonly subsidiary: string | null;
}

/** Currencies and subsidiary of customers by internal id: 10 units, none for no customers. */
export function customerFacts(ids: readonly string[]): ReadonlyMap<string, CustomerFacts> {
  const hasCurrencies = hasFeature('MULTICURRENCY');
  const hasSubsidiaries = hasFeature('SUBSIDIARIES');
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT c.id, c.currency${hasCurrencies ? ', b.currency AS further_currency' : ''}${hasSubsidiaries ? ', r.subsidiary' : ''}
       FROM customer c
       ${hasCurrencies ? 'LEFT JOIN customercurrencybalance b ON b.customer = c.id' : ''}
       ${hasSubsidiaries ? "LEFT JOIN customersubsidiaryrelationship r ON r.entity = c.id AND r.isprimarysub = 'T'" : ''}
       WHERE c.id IN (${placeholders(chunk)})`,
      chunk,
    ),
  );
  const facts = new Map<string, CustomerFacts>();
  for (const row of rows) {
    const id = textOf(row, 'id');
    const further = textOf(row, 'further_currency');
    const earlier = facts.get(id)?.currencies ?? [];
    facts.set(id, {
      currency: textOf(row, 'currency') || null,
      currencies: further === '' ? earlier : [...earlier, further],
      subsidiary: textOf(row, 'subsidiary') || null,
    });
  }
  return facts;
}
