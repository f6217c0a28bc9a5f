import { differingTraits, magnitude, type Trait } from '../../../posting/recordFit';
import { recordTypesOf } from '../../../posting/recordTypes';
import type { Refusal } from './rules';

/** What a document says of the record that is to stand for it. */
export interface MarkedDocument {
  readonly transfer: number;
  readonly kind: string;
  /** ISO 4217 code; empty where the document names none. */
  readonly currency: string;
  /** Exact decimal; empty where the kind has no amount. */
  readonly amount: string;
  /** Internal id of the NetSuite customer; null where the kind has none or it is not linked. */
  readonly customer: string | null;
}

/** A NetSuite record as somebody names it. */
export interface NamedRecord {
  readonly type: string;
  /** Internal id. */
  readonly id: string;
}

/** What NetSuite says of that record. */
export interface RecordFacts extends NamedRecord {
  /** `tranid`, `entityid` or `itemid`. */
  readonly number: string;
  /** Internal id of a transaction's customer; else empty. */
  readonly entity: string;
  /** ISO codes: a transaction's own, or all in which a customer can be billed; empty where NetSuite keeps none. */
  readonly currencies: readonly string[];
  /** Of a transaction, in its currency; else empty. Credits are negative. */
  readonly total: string;
}

/**
 * Why a record cannot stand for a document: its type, customer, currency or amount differ; all that differs is said.
 * Amounts are compared to the cent, without sign, because NetSuite shows credits as negative. Pure.
 * @returns null where everything agrees
 */
export function markingProblem(document: MarkedDocument, facts: RecordFacts): Refusal | null {
  const types = recordTypesOf(document.kind);
  if (!types.includes(facts.type)) {
    const needed = `a document of the kind ${document.kind} is ${types.join(' or ')}`;
    return refusal(document, facts, [`its type is ${facts.type}, and ${needed}`]);
  }
  if (facts.entity !== '' && document.customer === null) {
    return {
      code: 'CUSTOMER_NOT_LINKED',
      message: `The customer of transfer ${document.transfer} has no NetSuite customer yet: transfer it or mark it first.`,
    };
  }
  const { customer, currency } = document;
  const total = magnitude(document.amount);
  const differing = differingTraits(
    { customer, currency: currency === '' ? null : currency, total },
    { customer: facts.entity === '' ? null : facts.entity, currencies: facts.currencies, total: facts.total },
  );
  const sentences: Readonly<Record<Trait, string>> = {
    customer: `its customer has the internal id ${facts.entity}, the document’s ${customer}`,
    currency: `its currency is ${facts.currencies.join(', ')}, the document’s ${currency}`,
    total: `its total is ${magnitude(facts.total) ?? 'not to be read'}, the document’s ${total}`,
  };
  const differences = differing.map((trait) => sentences[trait]);
  return differences.length === 0 ? null : refusal(document, facts, differences);
}

function refusal(document: MarkedDocument, facts: RecordFacts, differences: readonly string[]): Refusal {
  return {
    code: 'RECORD_DIFFERS',
    message:
      `${facts.type} ${facts.number} (internal id ${facts.id}) cannot stand for transfer ${document.transfer}: ` +
      `${differences.join('; ')}. Name the record that fits, or correct it in NetSuite.`,
  };
}
