/** States of the United States and provinces of Canada: NetSuite's address takes their short names. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  US: `AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware;
DC District of Columbia; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas;
KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi;
MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York;
NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; PR Puerto Rico; RI Rhode Island;
SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington;
WV West Virginia; WI Wisconsin; WY Wyoming`,
  CA: `AB Alberta; BC British Columbia; MB Manitoba; NB New Brunswick; NL Newfoundland and Labrador; NS Nova Scotia;
NT Northwest Territories; NU Nunavut; ON Ontario; PE Prince Edward Island; QC Quebec; SK Saskatchewan; YT Yukon`,
};

/** Made when it is first needed. */
let byCountry: ReadonlyMap<string, ReadonlyMap<string, string>> | null = null;

function namesByCountry(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    Object.keys(SHORT_NAMES).map((country) => [
      country,
      new Map(
        (SHORT_NAMES[country] ?? '')
          .split(';')
          .map((row) => row.trim())
          .map((row): [string, string] => [row.slice(3).toLowerCase(), row.slice(0, 2)]),
      ),
    ]),
  );
}

/** The state as NetSuite's address takes it: the short name in the United States and Canada, elsewhere as it is given. */
export function stateName(state: string, country: string | null): string {
  byCountry = byCountry ?? namesByCountry();
  const names = country === null ? undefined : byCountry.get(country);
  if (names === undefined) return state;
  const plain = state
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim();
  return names.get(plain.toLowerCase()) ?? (plain.length === 2 ? plain.toUpperCase() : state);
}
