/** What is known of an error of NetSuite: whether it passes by itself, and what a person can do. */
export interface Remedy {
  readonly sort: 'transient' | 'action needed';
  readonly remedy: string;
}

const TRY_AGAIN = 'Nothing: it is tried again by itself.';

/** By NetSuite's code (section_N3539978). Codes that are not here need a person, with NetSuite's own words. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  RCRD_HAS_BEEN_CHANGED: { sort: 'transient', remedy: TRY_AGAIN },
  RCRD_EDITED_SINCE_RETRIEVED: { sort: 'transient', remedy: TRY_AGAIN },
  UNEXPECTED_ERROR: { sort: 'transient', remedy: TRY_AGAIN },
  SSS_SEARCH_TIMEOUT: { sort: 'transient', remedy: TRY_AGAIN },
  SSS_REQUEST_TIME_EXCEEDED: { sort: 'transient', remedy: TRY_AGAIN },
  SSS_CONNECTION_TIME_OUT: { sort: 'transient', remedy: TRY_AGAIN },
  SSS_REQUEST_LIMIT_EXCEEDED: {
    sort: 'transient',
    remedy: 'It is tried again by itself. If this comes often, choose "Process in scheduled mode" in the connection.',
  },
  RCRD_LOCKED_BY_WF: {
    sort: 'action needed',
    remedy: 'A workflow has locked the record: unlock it, or exempt the connector’s role in the workflow; then retry.',
  },
  INSUFFICIENT_PERMISSION: {
    sort: 'action needed',
    remedy: 'Give the role in which the connector runs the permission that NetSuite names; then retry.',
  },
  CLOSED_TRAN_PRD: closedPeriod(),
  TRAN_PERIOD_CLOSED: closedPeriod(),
  TRAN_PRD_CLOSED: closedPeriod(),
  TRANS_EDIT_DISALLWD: closedPeriod(),
  UNDEFINED_ACCTNG_PRD: {
    sort: 'action needed',
    remedy:
      'Set up the accounting period of the document’s date (Setup > Accounting > Manage Accounting Periods); then retry.',
  },
  DATE_PRD_MISMATCH: {
    sort: 'action needed',
    remedy:
      'Date and posting period differ: allow it in the accounting preferences, or choose another rule for closed periods; then retry.',
  },
  DUP_ENTITY: sameName('customer'),
  UNIQUE_CUST_ID_REQD: sameName('customer'),
  DUP_ITEM: sameName('item'),
  INVALID_KEY_OR_REF: {
    sort: 'action needed',
    remedy:
      'A record that the settings or a mapping name does not exist, is inactive, or is not open to the subsidiary: correct it; then retry.',
  },
  USER_ERROR: {
    sort: 'action needed',
    remedy: 'NetSuite names the field. Fill it in the platform or by a default in the settings; then retry.',
  },
  DATA_REQD: {
    sort: 'action needed',
    remedy: 'NetSuite names the field. Fill it in the platform or by a default in the settings; then retry.',
  },
  EXCEEDED_MAX_FIELD_LENGTH: {
    sort: 'action needed',
    remedy: 'Shorten the value in the platform and send the document again.',
  },
  RCRD_DSNT_EXIST: {
    sort: 'action needed',
    remedy: 'A record that the settings, a mapping or an earlier transfer names was deleted: correct it; then retry.',
  },
};

/** How an error is to be treated; an unknown one needs a person. */
export function remedyFor(code: string): Remedy {
  return (
    REMEDIES[code] ?? {
      sort: 'action needed',
      remedy: 'Correct what NetSuite’s message names, in NetSuite or in the platform; then retry.',
    }
  );
}

function closedPeriod(): Remedy {
  return {
    sort: 'action needed',
    remedy: 'The accounting period is closed: open it, or choose "First Open Period" in the connection; then retry.',
  };
}

function sameName(what: string): Remedy {
  return {
    sort: 'action needed',
    remedy: `NetSuite has another ${what} of this name: rename one of them, or number by the source’s ID; then retry.`,
  };
}
