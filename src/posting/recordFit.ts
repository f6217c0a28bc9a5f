import { compare, parseDecimal } from '../documents/decimal';
import type { Decimal } from '../documents/values';

/** What must be the same of a document and of the record that is to stand for it, once the record's type fits. */
export type Trait = 'customer' | 'currency' | 'total';

/** What a document says; null where it does not say it, so that any record fits. */
export interface WantedTraits {
  /** Internal id of the NetSuite customer. */
  readonly customer: string | null;
  /** An internal id or an ISO code, as the record's are. */
  readonly currency: string | null;
  /** Decimal, of either sign. */
  readonly total: string | null;
}

/** What NetSuite says of the record. */
export interface HeldTraits {
  /** Internal id; null where records of the type have none. */
  readonly customer: string | null;
  /** Any of them fits; none where NetSuite keeps none. */
  readonly currencies: readonly string[];
  /** Decimal, in the record's currency; credits are negative. */
  readonly total: string;
}

/**
 * In what a record differs from a document, whether it was found by the document's id or somebody chose it. A total
 * that cannot be read differs. Pure.
 */
export function differingTraits(wanted: WantedTraits, held: HeldTraits): readonly Trait[] {
  const differing: Trait[] = [];
  if (held.customer !== null && held.customer !== wanted.customer) differing.push('customer');
  if (wanted.currency !== null && held.currencies.length > 0 && !held.currencies.includes(wanted.currency)) {
    differing.push('currency');
  }
  if (wanted.total !== null && !isSameAmount(wanted.total, held.total)) differing.push('total');
  return differing;
}

/** An amount without its sign, because NetSuite shows credits as negative; null where it is no decimal. */
export function magnitude(amount: string): Decimal | null {
  return parseDecimal(amount.replace(/^-/, ''));
}

function isSameAmount(first: string, second: string): boolean {
  const [one, other] = [magnitude(first), magnitude(second)];
  return one !== null && other !== null && compare(one, other) === 0;
}
