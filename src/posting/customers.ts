import { hasFeature } from '../netsuite/features';
import { placeholders, type SqlRow, selectRows, textOf } from '../netsuite/suiteQl';

/** What posting has to know of a NetSuite customer. */
export interface CustomerFacts {
  readonly currency: string | null;
  /** Internal ids of the further currencies in which it can be billed. */
  readonly currencies: readonly string[];
  /** The primary one; null in an account without subsidiaries. */
  readonly subsidiary: string | null;
}

/**
 * What a query selects and joins to read customers beside something else. A customer comes in a row for each further
 * currency.
 * @param alias of the table `customer` in the query
 */
export function customerSql(alias: string): { readonly columns: string; readonly joins: string } {
  const columns = [`${alias}.id AS customer_id`, `${alias}.currency AS customer_currency`];
  const joins: string[] = [];
  if (hasFeature('MULTICURRENCY')) {
    columns.push('cb.currency AS customer_further_currency');
    joins.push(`LEFT JOIN customercurrencybalance cb ON cb.customer = ${alias}.id`);
  }
  if (hasFeature('SUBSIDIARIES')) {
    columns.push('cs.subsidiary AS customer_subsidiary');
    joins.push(`LEFT JOIN customersubsidiaryrelationship cs ON cs.entity = ${alias}.id AND cs.isprimarysub = 'T'`);
  }
  return { columns: columns.join(', '), joins: joins.join(' ') };
}

/** The customers in the rows of such a query, by internal id. */
export function readCustomers(rows: readonly SqlRow[]): ReadonlyMap<string, CustomerFacts> {
  const facts = new Map<string, CustomerFacts>();
  for (const row of rows) {
    const id = textOf(row, 'customer_id');
    if (id === '') continue;
    const further = textOf(row, 'customer_further_currency');
    const earlier = facts.get(id)?.currencies ?? [];
    facts.set(id, {
      currency: textOf(row, 'customer_currency') || null,
      currencies: further === '' || earlier.includes(further) ? earlier : [...earlier, further],
      subsidiary: textOf(row, 'customer_subsidiary') || null,
    });
  }
  return facts;
}

/** Customers by internal id: 10 units. */
export function customerFacts(ids: readonly string[]): ReadonlyMap<string, CustomerFacts> {
  const { columns, joins } = customerSql('c');
  return readCustomers(
    selectRows(`SELECT ${columns} FROM customer c ${joins} WHERE c.id IN (${placeholders(ids)})`, ids.map(Number)),
  );
}
