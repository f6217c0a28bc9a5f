import { countryCode } from '../documents/countries';
import type { Address } from '../documents/document';
import { quoted, refuse } from '../documents/inputErrors';
import type { InputError, Result } from '../documents/problem';
import { stateName } from '../documents/states';

/** An address as a platform holds it. */
export interface PlatformAddress extends Omit<Address, 'country' | 'state'> {
  readonly state: string | null;
  /** A code or an English name. */
  readonly country: string | null;
}

/**
 * The address in the connector's vocabulary; null where nothing of a place is given.
 * @param countryPath path of the field that holds the country
 */
export function address(given: PlatformAddress, countryPath: string): Result<Address | null, InputError> {
  const isEmpty = [given.line1, given.line2, given.city, given.state, given.postalCode, given.country].every(
    (part) => part === null,
  );
  if (isEmpty) return { ok: true, value: null };
  const country = given.country === null ? null : countryCode(given.country);
  if (given.country !== null && country === null) {
    return refuse(
      'UNKNOWN_COUNTRY',
      countryPath,
      `${countryPath} is ${quoted(given.country)}, which is no country: send its ISO 3166 code, for example US.`,
    );
  }
  return {
    ok: true,
    value: { ...given, country, state: given.state === null ? null : stateName(given.state, country) },
  };
}
