/**
 * Countries by ISO 3166-1 alpha-2 code, which is what NetSuite's address takes. Billing platforms send that code, the
 * alpha-3 code or the English name.
 */

/** Code and English name. */
const NAMES = `
AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua & Barbuda; AI Anguilla; AL Albania;
AM Armenia; AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba;
AX Åland Islands; AZ Azerbaijan; BA Bosnia & Herzegovina; BB Barbados; BD Bangladesh; BE Belgium;
BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL St. Barthélemy; BM Bermuda; BN Brunei;
BO Bolivia; BQ Caribbean Netherlands; BR Brazil; BS Bahamas; BT Bhutan; BV Bouvet Island; BW Botswana;
BY Belarus; BZ Belize; CA Canada; CC Cocos (Keeling) Islands; CD Democratic Republic of the Congo;
CF Central African Republic; CG Congo; CH Switzerland; CI Côte d'Ivoire; CK Cook Islands; CL Chile;
CM Cameroon; CN China; CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde; CW Curaçao; CX Christmas Island;
CY Cyprus; CZ Czechia; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria;
EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji;
FK Falkland Islands; FM Micronesia; FO Faroe Islands; FR France; GA Gabon; GB United Kingdom; GD Grenada;
GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland; GM Gambia; GN Guinea;
GP Guadeloupe; GQ Equatorial Guinea; GR Greece; GS South Georgia & South Sandwich Islands; GT Guatemala;
GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong; HM Heard & McDonald Islands; HN Honduras; HR Croatia;
HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India;
IO British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan;
JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros; KN St. Kitts & Nevis;
KP North Korea; KR South Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos; LB Lebanon;
LC St. Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia;
LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MF St. Martin; MG Madagascar;
MH Marshall Islands; MK North Macedonia; ML Mali; MM Myanmar; MN Mongolia; MO Macao;
MP Northern Mariana Islands; MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius;
MV Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger;
NF Norfolk Island; NG Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue;
NZ New Zealand; OM Oman; PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines;
PK Pakistan; PL Poland; PM St. Pierre & Miquelon; PN Pitcairn Islands; PR Puerto Rico; PS Palestine;
PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion; RO Romania; RS Serbia; RU Russia; RW Rwanda;
SA Saudi Arabia; SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SH St. Helena;
SI Slovenia; SJ Svalbard & Jan Mayen; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia;
SR Suriname; SS South Sudan; ST São Tomé & Príncipe; SV El Salvador; SX Sint Maarten; SY Syria; SZ Eswatini;
TC Turks & Caicos Islands; TD Chad; TF French Southern Territories; TG Togo; TH Thailand; TJ Tajikistan;
TK Tokelau; TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Turkey; TT Trinidad & Tobago;
TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; UM U.S. Outlying Islands; US United States;
UY Uruguay; UZ Uzbekistan; VA Vatican City; VC St. Vincent & Grenadines; VE Venezuela;
VG British Virgin Islands; VI U.S. Virgin Islands; VN Vietnam; VU Vanuatu; WF Wallis & Futuna; WS Samoa;
YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
`;

/** Other names that are in use. */
const OTHER_NAMES = `
US USA; US United States of America; US U.S.A.; US U.S.; GB UK; GB Great Britain; GB U.K.; GB England;
GB United Kingdom of Great Britain and Northern Ireland; CZ Czech Republic; TR Türkiye; NL The Netherlands; NL Holland;
KR Korea, Republic of; KR Republic of Korea; KR Korea, South; KP Korea, Democratic People's Republic of;
RU Russian Federation; VN Viet Nam; IR Iran, Islamic Republic of; MK Macedonia; SZ Swaziland; CV Cabo Verde;
BO Bolivia, Plurinational State of; VE Venezuela, Bolivarian Republic of; TZ Tanzania, United Republic of;
MD Moldova, Republic of; LA Lao People's Democratic Republic; SY Syrian Arab Republic; TW Taiwan, Province of China;
HK Hong Kong SAR China; HK Hong Kong SAR; MO Macau; MO Macao SAR China; CI Ivory Coast; MM Burma; MM Myanmar (Burma);
BN Brunei Darussalam; CD Congo, the Democratic Republic of the; CD Congo - Kinshasa; CG Congo - Brazzaville;
PS Palestinian Territories; PS Palestine, State of; VA Holy See; VA Holy See (Vatican City State);
FM Micronesia, Federated States of; TL East Timor; BQ Bonaire, Sint Eustatius and Saba; SX Sint Maarten (Dutch part);
VG Virgin Islands, British; VI Virgin Islands, U.S.; UM United States Minor Outlying Islands;
FK Falkland Islands (Malvinas); IE Republic of Ireland; CN People's Republic of China; AE UAE; BA Bosnia-Herzegovina;
GM The Gambia; BS The Bahamas; PN Pitcairn; CC Cocos Islands
`;

/** Codes of ISO 3166-1 alpha-3 of the larger economies. */
const ALPHA_3 = `
US USA; GB GBR; CA CAN; MX MEX; BR BRA; AR ARG; CL CHL; CO COL; PE PER; DE DEU; FR FRA; ES ESP; PT PRT; IT ITA; NL NLD;
BE BEL; LU LUX; CH CHE; AT AUT; IE IRL; DK DNK; SE SWE; NO NOR; FI FIN; IS ISL; PL POL; CZ CZE; SK SVK; HU HUN; RO ROU;
BG BGR; GR GRC; HR HRV; SI SVN; RS SRB; EE EST; LV LVA; LT LTU; UA UKR; TR TUR; RU RUS; IL ISR; AE ARE; SA SAU; EG EGY;
ZA ZAF; NG NGA; KE KEN; MA MAR; IN IND; PK PAK; BD BGD; LK LKA; CN CHN; HK HKG; TW TWN; JP JPN; KR KOR; SG SGP; MY MYS;
TH THA; VN VNM; ID IDN; PH PHL; AU AUS; NZ NZL
`;

/** Made when it is first needed: most scripts load this file and ask for no country. */
let codes: ReadonlyMap<string, string> | null = null;

function codesByName(): ReadonlyMap<string, string> {
  return new Map(
    [NAMES, OTHER_NAMES, ALPHA_3].flatMap((table) =>
      table.split(';').flatMap((row): [string, string][] => {
        const code = row.trim().slice(0, 2);
        return [
          [code.toLowerCase(), code],
          [nameKey(row.trim().slice(3)), code],
        ];
      }),
    ),
  );
}

/** The ISO 3166-1 alpha-2 code of a country's code or English name, or null where it is not known. */
export function countryCode(country: string): string | null {
  codes = codes ?? codesByName();
  return codes.get(nameKey(country)) ?? null;
}

/** Without accents and case, and without the difference between "and" and "&", "St." and "Saint". */
function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/\bst\.? /g, 'saint ')
    .replace(/\s+/g, ' ')
    .trim();
}
