/** When a document is asked for again, as a mark remembers it. */
export interface Asked {
  /** UTC, ISO 8601: not before. */
  readonly again: string;
  /** How often it was asked for without being found. */
  readonly times: number;
}

/** Shorter than the time between two schedules, so that the next one takes what only passes. */
const FIRST_PAUSE = 10 * 60_000;
const LONGEST_PAUSE = 4 * 60 * 60_000;

/**
 * Who asks for a document has so long, in milliseconds: longer than its requests may take. Until then nobody else asks;
 * after it, whoever died while asking is forgotten.
 */
const CLAIM = 5 * 60_000;

/** What is noted before a document is asked for. */
export function claimed(times: number, now: number): Asked {
  return { again: new Date(now + CLAIM).toISOString(), times };
}

/**
 * What is noted of a document that was not found: it is asked for again after ten minutes, then after twice as long each
 * time, at last every four hours, and never before the platform's rest is over.
 * @param times how often it was asked for in vain, with this time
 * @param seconds for which the platform wants to be left alone
 */
export function askedInVain(times: number, now: number, seconds = 0): Asked {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(times - 1, 10), LONGEST_PAUSE);
  return { again: new Date(now + Math.max(pause, seconds * 1_000)).toISOString(), times };
}

/** The value of a mark. */
export function askedText({ again, times }: Asked): string {
  return `${again}|${times}`;
}

/** Reads the value of a mark; what cannot be read was never asked for. */
export function readAsked(text: string): Asked {
  const [again = '', times = ''] = text.split('|');
  return { again, times: /^\d{1,6}$/.test(times) ? Number(times) : 0 };
}
