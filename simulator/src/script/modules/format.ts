import { missingArgument, scriptError } from '../errors';
import { readDate, readTime, writeDate, writeTime } from '../formats/dateFormat';
import { readNumber, writeNumber } from '../formats/numberFormat';
import { formatPreferences } from '../formats/preferences';
import { type LocalTime, localTime, momentOf } from '../formats/timeZone';
import { timeZones } from '../formats/zones';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';

interface Options {
  readonly value: unknown;
  readonly type: string;
  /** A value or a name of `format.Timezone`. */
  readonly timezone?: string;
}

const TYPES =
  `ADDRESS CCEXPDATE CCNUMBER CCVALIDFROM CHECKBOX CLOBTEXT COLOR CURRENCY CURRENCY2 DATE DATETIME DATETIMETZ
  DOCUMENT DYNAMICPRECISION EMAIL EMAILS FLOAT FULLPHONE FUNCTION FURIGANA IDENTIFIER IDENTIFIERANYCASE INTEGER MMYYDATE
  MULTISELECT NONNEGCURRENCY NONNEGFLOAT PACKAGE PERCENT PHONE POSCURRENCY POSFLOAT POSINTEGER RADIO RATE
  RATEHIGHPRECISION SELECT TEXT TEXTAREA TIME TIMEOFDAY TIMETRACK URL`.split(/\s+/);

const Type: Readonly<Record<string, string>> = Object.freeze({
  ...Object.fromEntries(TYPES.map((name) => [name, name.toLowerCase()])),
  QUOTEDFUNCTION: "'function'",
  SUBRECORD_FIELD_TYPE: 'summary',
});

/** Digits after the decimal point; null shows as many as there are. */
const NUMBERS: Readonly<Record<string, number | null>> = {
  currency: 2,
  currency2: 2,
  poscurrency: 2,
  nonnegcurrency: 2,
  float: null,
  posfloat: null,
  nonnegfloat: null,
  rate: null,
  ratehighprecision: null,
  dynamicprecision: null,
  integer: 0,
  posinteger: 0,
};

/** Types whose text is the value. */
const TEXTS = new Set(
  'address clobtext color email emails fullphone identifier identifieranycase phone radio select text textarea url'.split(
    ' ',
  ),
);

/**
 * Shows a value as the preferences say (section_4388843892). What cannot be shown as the type comes back unchanged.
 * Dates are those of the server's zone, Pacific time; date-times those of the given zone or the user's.
 */
function format(options: Options): unknown {
  check('format.format', options);
  const { value, type } = options;
  if (type === 'date' || type === 'datetime' || type === 'datetimetz' || type === 'time' || type === 'timeofday') {
    return value instanceof Date && !Number.isNaN(value.getTime()) ? formatMoment(value, options) : value;
  }
  if (type === 'checkbox') return value === true ? 'T' : value === false ? 'F' : value;
  if (type === 'percent') {
    const shown = writeNumber(value, null, formatPreferences().number);
    return shown === null ? value : `${shown}%`;
  }
  const decimals = NUMBERS[type];
  if (decimals !== undefined) return writeNumber(value, decimals, formatPreferences().number) ?? value;
  return asText(type, value);
}

function formatMoment(value: Date, { type, timezone }: Options): string {
  const preferences = formatPreferences();
  const isDate = type === 'date' && timezone === undefined;
  const local = isDate ? serverTime(value) : localTime(value, zone(timezone) ?? preferences.zone);
  if (type === 'date') return writeDate(local, preferences.date);
  if (type === 'time' || type === 'timeofday') return writeTime(serverTime(value), preferences.time, false);
  return `${writeDate(local, preferences.date)} ${writeTime(local, preferences.time, true)}`;
}

/** Reads a text that is written as the preferences say (section_4388837989); one that is not comes back unchanged. */
function parse(options: Options): unknown {
  check('format.parse', options);
  const { value, type, timezone } = options;
  if (type === 'checkbox') return value === 'T' ? true : value === 'F' ? false : value;
  if (typeof value !== 'string') return value;
  if (type === 'percent') return readNumber(value.replace(/%\s*$/, ''), formatPreferences().number) ?? value;
  if (type in NUMBERS) return parseNumber(type, value);
  if (type === 'time' || type === 'timeofday') return parseTime(value);
  if (type !== 'date' && type !== 'datetime' && type !== 'datetimetz') return asText(type, value);
  const preferences = formatPreferences();
  const read = readDate(value.trim(), preferences.date);
  if (read === null) return value;
  if (type === 'date') return read.rest === '' ? serverDate(read.date) : value;
  const time = read.rest === '' ? { hour: 0, minute: 0, second: 0 } : readTime(read.rest);
  return time === null ? value : momentOf({ ...read.date, ...time }, zone(timezone) ?? preferences.zone);
}

function parseNumber(type: string, value: string): unknown {
  const number = readNumber(value, formatPreferences().number);
  if (number === null) return value;
  const isRefused =
    (type.startsWith('pos') && number <= 0) ||
    (type.startsWith('nonneg') && number < 0) ||
    (type.endsWith('integer') && !Number.isInteger(number));
  return isRefused ? value : number;
}

/** A time of day is a Date of today, in the server's zone. */
function parseTime(value: string): unknown {
  const time = readTime(value);
  if (time === null) return value;
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth(), today.getDate(), time.hour, time.minute, time.second);
}

function serverTime(moment: Date): LocalTime {
  return {
    year: moment.getFullYear(),
    month: moment.getMonth() + 1,
    day: moment.getDate(),
    hour: moment.getHours(),
    minute: moment.getMinutes(),
    second: moment.getSeconds(),
  };
}

function serverDate({ year, month, day }: LocalTime): Date {
  return new Date(year, month - 1, day);
}

/** A name that is no time zone counts as GMT. */
function zone(timezone: string | undefined): string | null {
  return timezone === undefined ? null : (timeZones()[timezone] ?? timezone);
}

function asText(type: string, value: unknown): unknown {
  if (TEXTS.has(type)) return value;
  const isKnown = Object.values(Type).includes(type);
  if (isKnown) throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support N/format of type ${type}.`);
  return value;
}

function check(method: string, options: Options): void {
  if (options?.value === undefined) throw missingArgument(method, 'value');
  if (options.type === undefined || options.type === null) throw missingArgument(method, 'type');
}

const implemented = {
  format,
  parse,
  Type,
  get Timezone() {
    return timeZones();
  },
};

export const formatModule = defineModule('N/format', implemented);
export const lacks: Lacks<typeof import('N/format'), typeof implemented, never> = true;
