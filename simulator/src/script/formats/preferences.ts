import { call } from '../host';

/** How the user wants dates, times and numbers shown. */
export interface FormatPreferences {
  /** `M/D/YYYY` */
  readonly date: string;
  /** `h:mm a` */
  readonly time: string;
  /** `America/Los_Angeles` */
  readonly zone: string;
  /** `0` is 1,000,000.00 */
  readonly number: string;
}

let known: FormatPreferences | null = null;

/** Asked of the account once in an execution. */
export function formatPreferences(): FormatPreferences {
  known ??= call<FormatPreferences>('format.preferences', {});
  return known;
}
