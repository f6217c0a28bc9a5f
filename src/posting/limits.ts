/**
 * How many characters NetSuite's fields hold, by N/record field id. Oracle's help lists no maximums; these are the ones
 * of NetSuite's CSV import templates, and where releases differ, the smallest.
 */
export const customerLimits = {
  entityid: 80,
  companyname: 83,
  firstname: 32,
  lastname: 32,
  email: 254,
  phone: 21,
  comments: 4000,
} as const;

export const addressLimits = {
  label: 50,
  attention: 83,
  addressee: 83,
  addr1: 150,
  addr2: 150,
  city: 50,
  state: 30,
  zip: 36,
  addrphone: 21,
} as const;

export const itemLimits = { itemid: 60, displayname: 60, salesdescription: 999 } as const;

export const transactionLimits = { tranid: 45, memo: 999, otherrefnum: 45, description: 999 } as const;

/** NetSuite rounds a rate to so many decimals. */
export const RATE_DECIMALS = 8;

/** NetSuite's amounts have at most so many, whatever the currency. */
export const AMOUNT_DECIMALS = 2;
