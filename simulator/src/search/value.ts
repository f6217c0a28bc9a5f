/** A value of a filter; dates may come as text in the account's format, as the name of a relative date, or as a Date. */
export type SearchValue = string | number | boolean | Date | null;
