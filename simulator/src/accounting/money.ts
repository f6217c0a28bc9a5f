import Big from 'big.js';

/** Rounds half away from zero, as NetSuite does, to the decimals of a currency (section_N1397831). */
export function rounded(amount: Big, decimals: number): Big {
  return amount.round(decimals, Big.roundHalfUp);
}

/** Reads an amount of the store, a field or a preset; nothing is zero. */
export function money(value: unknown): Big {
  if (value === null || value === undefined || value === '') return new Big(0);
  if (value instanceof Big) return value;
  return new Big(typeof value === 'number' ? value : String(value));
}

export function sum(amounts: Iterable<Big>): Big {
  let total = new Big(0);
  for (const amount of amounts) total = total.plus(amount);
  return total;
}
