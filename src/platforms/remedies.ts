/** What is known of an error of NetSuite or of a platform. */
export interface KnownError {
  /** Codes in upper case; `#` stands for one digit, `*` at the beginning or end for anything. */
  readonly codes: readonly string[];
  /** Whether it passes by itself. */
  readonly sort: 'transient' | 'action needed';
  /** What happened, a sentence; null where its own words say as much. */
  readonly what: string | null;
  /** What to do, a sentence or two. */
  readonly remedy: string;
  /** What to do where an error that passes did not pass, a sentence; left out: look into its words. */
  readonly lasting?: string;
  /** Finds in the error's words where it happened: the first group is the name of the field, permission or record. */
  readonly where?: { readonly pattern: RegExp; readonly label: string };
}

/** What is done about an error that passes. */
export const SENT_AGAIN = 'Nothing: it is sent again by itself.';
