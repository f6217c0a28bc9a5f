import type { CustomerDocument } from '../../documents/document';

/** First and last name of a person. */
export interface PersonName {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/**
 * What NetSuite is to call a person: the names that the platform gives, else those in the one name that it gives, whose
 * last word is taken for the last name.
 */
export function personName(document: CustomerDocument): PersonName {
  if (document.lastName !== null) return { firstName: document.firstName, lastName: document.lastName };
  const words = document.name.split(/\s+/).filter((word) => word !== '');
  const last = words.pop() ?? null;
  return { firstName: document.firstName ?? (words.join(' ') || null), lastName: last };
}
