declare const brand: unique symbol;

/** An exact decimal number as text, for example `1234.5` or `-0.07`; never a float. Made by {@link decimal}. */
export type Decimal = string & { readonly [brand]: 'Decimal' };

/** A calendar day, `YYYY-MM-DD`, without a time zone. Made by {@link calendarDate}. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** A currency's ISO 4217 code, for example `USD`. */
export type CurrencyCode = string & { readonly [brand]: 'CurrencyCode' };
