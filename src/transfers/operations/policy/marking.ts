import { compare, parseDecimal } from '../../../documents/decimal';
import type { Decimal } from '../../../documents/values';
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
  const differences: string[] = [];
  const types = recordTypesOf(document.kind);
  if (!types.includes(facts.type)) {
    differences.push(`its type is ${facts.type}, and a document of the kind ${document.kind} is ${types.join(' or ')}`);
    return refusal(document, facts, differences);
  }
  if (facts.entity !== '') {
    if (document.customer === null) {
      return {
        code: 'CUSTOMER_NOT_LINKED',
        message: `The customer of transfer ${document.transfer} has no NetSuite customer yet: transfer it or mark it first.`,
      };
    }
    if (facts.entity !== document.customer) {
      differences.push(`its customer has the internal id ${facts.entity}, the document’s ${document.customer}`);
    }
  }
  const { currency } = document;
  if (currency !== '' && facts.currencies.length > 0 && !facts.currencies.includes(currency)) {
    differences.push(`its currency is ${facts.currencies.join(', ')}, the document’s ${currency}`);
  }
  const wanted = magnitude(document.amount);
  const held = magnitude(facts.total);
  if (wanted !== null && (held === null || compare(wanted, held) !== 0)) {
    differences.push(`its total is ${held ?? 'not to be read'}, the document’s ${wanted}`);
  }
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

function magnitude(amount: string): Decimal | null {
  return amount === '' ? null : parseDecimal(amount.replace(/^-/, ''));
}
