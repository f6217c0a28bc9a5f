import { dayNumber, dayParts, weekday } from './days';

/**
 * Offsets of time zones without `Intl`: SuiteScript documents no `Intl` (section_4407050795 offers `N/format` instead,
 * which pure code cannot use). The table holds the zones of NetSuite's own list and the common ones beside it, with the
 * rules in force since 2024; a day of 2023 or earlier may be off by one for a moment within an hour of midnight where a
 * country has changed its rules since (Mexico, Jordan, Egypt, Greenland, Kazakhstan).
 */

/** The Nth weekday on or after a day of a month, at a minute of that day. */
interface Change {
  readonly month: number;
  readonly onOrAfter: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly minute: number;
}

interface DaylightRule {
  readonly start: Change;
  readonly end: Change;
  /** Which clock the minutes are read from: UTC, or the one on the wall (standard at the start, daylight at the end). */
  readonly clock: 'UTC' | 'wall';
}

const SUNDAY = 0;
const THURSDAY = 4;
const FRIDAY = 5;

function change(month: number, onOrAfter: number, day: number, minute: number): Change {
  return { month, onOrAfter, weekday: day, minute };
}

const NORTH_AMERICA: DaylightRule = {
  clock: 'wall',
  start: change(3, 8, SUNDAY, 120),
  end: change(11, 1, SUNDAY, 120),
};
const EUROPE: DaylightRule = { clock: 'UTC', start: change(3, 25, SUNDAY, 60), end: change(10, 25, SUNDAY, 60) };
const AUSTRALIA: DaylightRule = { clock: 'wall', start: change(10, 1, SUNDAY, 120), end: change(4, 1, SUNDAY, 180) };
const NEW_ZEALAND: DaylightRule = { clock: 'wall', start: change(9, 24, SUNDAY, 120), end: change(4, 1, SUNDAY, 180) };
const CHILE: DaylightRule = { clock: 'UTC', start: change(9, 2, SUNDAY, 240), end: change(4, 2, SUNDAY, 180) };
const ISRAEL: DaylightRule = { clock: 'wall', start: change(3, 23, FRIDAY, 120), end: change(10, 25, SUNDAY, 120) };
const LEBANON: DaylightRule = { clock: 'wall', start: change(3, 25, SUNDAY, 0), end: change(10, 25, SUNDAY, 0) };
const EGYPT: DaylightRule = { clock: 'wall', start: change(4, 24, FRIDAY, 0), end: change(10, 25, THURSDAY, 1440) };

interface Zones {
  /** Minutes east of UTC, without daylight saving. */
  readonly standard: number;
  readonly rule: DaylightRule | null;
  readonly names: string;
}

/* biome-ignore format: one row for each offset and rule */
const TABLE: readonly Zones[] = [
  { standard: -720, rule: null, names: 'Etc/GMT+12' },
  { standard: -660, rule: null, names: 'Pacific/Samoa Pacific/Pago_Pago' },
  { standard: -600, rule: null, names: 'Pacific/Honolulu' },
  { standard: -540, rule: NORTH_AMERICA, names: 'America/Anchorage' },
  { standard: -480, rule: NORTH_AMERICA, names: 'America/Los_Angeles America/Tijuana America/Vancouver US/Pacific' },
  { standard: -420, rule: NORTH_AMERICA, names: 'America/Denver America/Boise America/Edmonton US/Mountain' },
  { standard: -420, rule: null, names: 'America/Phoenix US/Arizona' },
  { standard: -360, rule: NORTH_AMERICA, names: 'America/Chicago America/Winnipeg US/Central' },
  { standard: -360, rule: null, names: 'America/Chihuahua America/Regina America/Guatemala America/Mexico_City America/Costa_Rica' },
  { standard: -300, rule: NORTH_AMERICA, names: 'America/New_York America/Toronto America/Detroit US/East-Indiana America/Indiana/Indianapolis US/Eastern' },
  { standard: -300, rule: null, names: 'America/Bogota America/Lima America/Panama America/Jamaica' },
  { standard: -240, rule: NORTH_AMERICA, names: 'America/Halifax Atlantic/Bermuda' },
  { standard: -240, rule: null, names: 'America/Caracas America/La_Paz America/Manaus America/Puerto_Rico' },
  { standard: -240, rule: CHILE, names: 'America/Santiago' },
  { standard: -210, rule: NORTH_AMERICA, names: 'America/St_Johns' },
  { standard: -180, rule: null, names: 'America/Sao_Paulo America/Buenos_Aires America/Argentina/Buenos_Aires America/Montevideo Etc/GMT+3' },
  { standard: -120, rule: EUROPE, names: 'America/Godthab America/Nuuk' },
  { standard: -120, rule: null, names: 'America/Noronha' },
  { standard: -60, rule: EUROPE, names: 'Atlantic/Azores' },
  { standard: -60, rule: null, names: 'Etc/GMT+1 Atlantic/Cape_Verde' },
  { standard: 0, rule: EUROPE, names: 'Europe/London Europe/Dublin Europe/Lisbon' },
  { standard: 0, rule: null, names: 'UTC Etc/UTC GMT Etc/GMT Atlantic/Reykjavik Africa/Accra' },
  { standard: 60, rule: EUROPE, names: 'Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Brussels Europe/Amsterdam Europe/Luxembourg Europe/Copenhagen Europe/Oslo Europe/Stockholm Europe/Warsaw Europe/Prague Europe/Bratislava Europe/Budapest Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Malta Europe/Monaco' },
  { standard: 60, rule: null, names: 'Etc/GMT-1 Africa/Lagos Africa/Algiers Africa/Tunis' },
  { standard: 120, rule: EUROPE, names: 'Europe/Kiev Europe/Kyiv Europe/Athens Europe/Helsinki Europe/Bucharest Europe/Sofia Europe/Riga Europe/Tallinn Europe/Vilnius Asia/Nicosia' },
  { standard: 120, rule: EGYPT, names: 'Africa/Cairo' },
  { standard: 120, rule: ISRAEL, names: 'Asia/Jerusalem Asia/Tel_Aviv' },
  { standard: 120, rule: LEBANON, names: 'Asia/Beirut' },
  { standard: 120, rule: null, names: 'Africa/Johannesburg Africa/Windhoek Africa/Harare' },
  { standard: 180, rule: null, names: 'Europe/Istanbul Europe/Moscow Europe/Minsk Asia/Amman Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar Africa/Nairobi Etc/GMT-3' },
  { standard: 210, rule: null, names: 'Asia/Tehran' },
  { standard: 240, rule: null, names: 'Asia/Dubai Asia/Muscat Asia/Baku Asia/Yerevan Asia/Tbilisi' },
  { standard: 270, rule: null, names: 'Asia/Kabul' },
  { standard: 300, rule: null, names: 'Asia/Karachi Asia/Yekaterinburg Asia/Tashkent Asia/Almaty' },
  { standard: 330, rule: null, names: 'Asia/Calcutta Asia/Kolkata Asia/Colombo' },
  { standard: 345, rule: null, names: 'Asia/Katmandu Asia/Kathmandu' },
  { standard: 360, rule: null, names: 'Asia/Dhaka' },
  { standard: 390, rule: null, names: 'Asia/Rangoon Asia/Yangon' },
  { standard: 420, rule: null, names: 'Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Krasnoyarsk' },
  { standard: 480, rule: null, names: 'Asia/Hong_Kong Asia/Shanghai Asia/Singapore Asia/Kuala_Lumpur Asia/Taipei Asia/Manila Asia/Irkutsk Australia/Perth' },
  { standard: 540, rule: null, names: 'Asia/Tokyo Asia/Seoul Asia/Yakutsk' },
  { standard: 570, rule: null, names: 'Australia/Darwin' },
  { standard: 570, rule: AUSTRALIA, names: 'Australia/Adelaide' },
  { standard: 600, rule: null, names: 'Australia/Brisbane Pacific/Guam Asia/Vladivostok' },
  { standard: 600, rule: AUSTRALIA, names: 'Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra' },
  { standard: 660, rule: null, names: 'Asia/Magadan' },
  { standard: 720, rule: null, names: 'Pacific/Kwajalein Pacific/Fiji' },
  { standard: 720, rule: NEW_ZEALAND, names: 'Pacific/Auckland' },
  { standard: 780, rule: null, names: 'Pacific/Tongatapu' },
];

const ZONES: ReadonlyMap<string, Zones> = new Map(
  TABLE.flatMap((zones) => zones.names.split(' ').map((name): [string, Zones] => [name, zones])),
);

/** The IANA names that the connector can turn moments into days with. */
export const timeZoneNames: readonly string[] = Array.from(ZONES.keys()).sort();

export function isKnownTimeZone(name: string): boolean {
  return ZONES.has(name);
}

/**
 * Minutes east of UTC in the zone at that moment, or null for a zone that is not in the table.
 * @param instantMinutes minutes since 1970-01-01T00:00Z
 */
export function offsetMinutes(name: string, instantMinutes: number): number | null {
  const zone = ZONES.get(name);
  if (zone === undefined) return null;
  if (zone.rule === null) return zone.standard;
  const { year } = dayParts(Math.floor((instantMinutes + zone.standard) / 1440));
  const startClock = zone.rule.clock === 'UTC' ? 0 : zone.standard;
  const endClock = zone.rule.clock === 'UTC' ? 0 : zone.standard + 60;
  const start = changeMinutes(zone.rule.start, year) - startClock;
  const end = changeMinutes(zone.rule.end, year) - endClock;
  const isDaylight =
    start < end ? instantMinutes >= start && instantMinutes < end : instantMinutes >= start || instantMinutes < end;
  return isDaylight ? zone.standard + 60 : zone.standard;
}

function changeMinutes(rule: Change, year: number): number {
  const first = dayNumber(year, rule.month, rule.onOrAfter);
  const day = first + ((rule.weekday - weekday(first) + 7) % 7);
  return day * 1440 + rule.minute;
}
