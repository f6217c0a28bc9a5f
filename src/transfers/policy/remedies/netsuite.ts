import type { KnownError } from '../../../platforms/remedies';

const TRY_AGAIN = 'Nothing: it is tried again by itself.';

/** Errors that pass, and those of the account's set-up. Codes and words: section_N3539978. */
export const netsuiteErrors: readonly KnownError[] = [
  {
    codes: ['RCRD_HAS_BEEN_CHANGED', 'RCRD_EDITED_SINCE_RETRIEVED'],
    sort: 'transient',
    what: 'Somebody else saved the record at the same moment.',
    remedy: TRY_AGAIN,
  },
  { codes: ['UNEXPECTED_ERROR'], sort: 'transient', what: null, remedy: TRY_AGAIN },
  { codes: ['SSS_SEARCH_TIMEOUT'], sort: 'transient', what: 'A query took too long.', remedy: TRY_AGAIN },
  {
    codes: [
      'SSS_USAGE_LIMIT_EXCEEDED',
      'SSS_TIME_LIMIT_EXCEEDED',
      'SSS_MEMORY_USAGE_EXCEEDED',
      'SSS_INSTRUCTION_COUNT_EXCEEDED',
    ],
    sort: 'action needed',
    what: 'A script that runs when the record is saved came to its limits.',
    remedy:
      'Ask the owner of the scripts on this record type to exempt the connector’s role, or to make them lighter; then retry.',
  },
  {
    codes: ['INSUFFICIENT_PERMISSION'],
    sort: 'action needed',
    what: 'The role in which the connector runs may not do this.',
    where: { pattern: /need[^']*'([^']+)' permission/, label: 'permission' },
    remedy: 'Give the role in which the connector runs the permission that NetSuite names; then retry.',
  },
  {
    codes: ['RCRD_LOCKED_BY_WF'],
    sort: 'action needed',
    what: 'A workflow has locked the record.',
    remedy: 'Unlock the record, or exempt the connector’s role in the workflow; then retry.',
  },
  {
    codes: ['RCRD_UNEDITABLE'],
    sort: 'action needed',
    what: 'NetSuite does not let the record be changed.',
    remedy:
      'Make the change in NetSuite by hand and mark this transfer as transferred, or take away what locks the record and retry.',
  },
  {
    codes: [
      'RCRD_DSNT_EXIST',
      'RCRD_DELETED_SINCE_RETRIEVED',
      'RCRD_PREVSLY_DELETED',
      'TRANS_DOES_NOT_EXIST',
      'TRANS_DSNT_EXIST',
    ],
    sort: 'action needed',
    what: 'A record that is needed was deleted.',
    remedy: 'A record that the settings, a mapping or an earlier transfer names was deleted: correct it; then retry.',
  },
  {
    codes: ['INVALID_KEY_OR_REF', 'WS_INVALID_REFERENCE_KEY_1'],
    sort: 'action needed',
    what: 'A record that is named cannot be used here.',
    where: { pattern: /Invalid (\S+ reference key \S+?)(?: for |\.|$)/, label: 'reference' },
    remedy:
      'A record that the settings or a mapping name does not exist, is inactive, or is not open to the subsidiary: correct it; then retry.',
  },
  {
    codes: ['INVALID_RCRD_TYPE', 'SSS_INVALID_TYPE_ARG', 'SSS_RECORD_TYPE_MISMATCH'],
    sort: 'action needed',
    what: 'The account does not have this type of record, or the record is of another type.',
    remedy:
      'Switch on the feature that the record type belongs to, or choose another item type in the settings; then retry.',
  },
];

/** Errors about what a document holds. */
export const valueErrors: readonly KnownError[] = [
  {
    codes: ['USER_ERROR', 'DATA_REQD', 'SSS_MISSING_REQD_ARGUMENT'],
    sort: 'action needed',
    what: 'NetSuite misses a value or does not take one.',
    where: {
      pattern: /(?:value\(s\) for|required field\(s\)|required argument)\s*:?\s*([^.]+?)\.?$/,
      label: 'field',
    },
    remedy: 'NetSuite names the field. Fill it in the platform or by a default in the settings; then retry.',
  },
  {
    codes: ['EXCEEDED_MAX_FIELD_LENGTH'],
    sort: 'action needed',
    what: 'A text is longer than its field.',
    where: { pattern: /[Ff]ield (.+?) contained/, label: 'field' },
    remedy: 'Shorten the value in the platform and send the document again.',
  },
  {
    codes: [
      'INVALID_NUMBER',
      'INVALID_DATE',
      'INVALID_CUR',
      'INVALID_LINE_ID',
      'INVALID_BOOLEAN_VALUE',
      'INVALID_FLD_VALUE',
    ],
    sort: 'action needed',
    what: 'A value is not of the form that NetSuite takes.',
    remedy: 'Correct the value in the platform and send the document again, or edit the payload of this transfer.',
  },
  {
    codes: ['DUP_ENTITY', 'UNIQUE_CUST_ID_REQD'],
    sort: 'action needed',
    what: 'NetSuite has another customer of this name.',
    remedy:
      'If it is the same customer, mark this transfer as transferred with it. Else rename one of them, or number by the source’s ID; then retry.',
  },
  {
    codes: ['DUP_ITEM'],
    sort: 'action needed',
    what: 'NetSuite has another item of this name.',
    remedy:
      'If it is the same item, mark this transfer as transferred with it. Else rename one of them, or name items by the source’s ID; then retry.',
  },
  {
    codes: ['DUP_RCRD', 'UNIQUE_RCRD_ID_REQD', 'DUP_CSTM_RCRD_ENTRY'],
    sort: 'action needed',
    what: 'NetSuite has a record with this ID or number already.',
    remedy:
      'If it is this document’s record, mark this transfer as transferred with it. Else change the number of the other record; then retry.',
  },
  {
    codes: ['SSS_INVALID_SUBLIST_OPERATION', 'INVALID_RCRD_TRANSFRM', 'INVALID_INITIALIZE_REF'],
    sort: 'action needed',
    what: 'NetSuite does not make this record from what it is to be made from.',
    remedy:
      'Look whether the record that it refers to is open, approved, and of the same customer and currency; then retry.',
  },
];

/** Errors about periods, amounts and what is posted already. */
export const accountingErrors: readonly KnownError[] = [
  {
    codes: ['CLOSED_TRAN_PRD', 'TRAN_PERIOD_CLOSED', 'TRAN_PRD_CLOSED', 'TRANS_EDIT_DISALLWD'],
    sort: 'action needed',
    what: 'The accounting period is closed.',
    remedy: 'Open the period, or choose "First Open Period" in the connection; then retry.',
  },
  {
    codes: ['UNDEFINED_ACCTNG_PRD', 'ACCTNG_PRD_REQD'],
    sort: 'action needed',
    what: 'No accounting period holds the day.',
    remedy:
      'Set up the accounting period of the document’s date (Setup > Accounting > Manage Accounting Periods); then retry.',
  },
  {
    codes: ['DATE_PRD_MISMATCH'],
    sort: 'action needed',
    what: 'The date is not in the posting period.',
    remedy: 'Allow it in the accounting preferences, or choose another rule for closed periods; then retry.',
  },
  {
    codes: ['INVALID_AMT', 'INVALID_LINK_SUM', 'TRANS_APPLIED_AMTS_UNBALNCD'],
    sort: 'action needed',
    what: 'More would be applied than is open.',
    remedy:
      'Somebody has applied a payment or credit in NetSuite meanwhile: unapply it, or mark this transfer as transferred; else retry.',
  },
  {
    codes: ['TRANS_UNBALNCD'],
    sort: 'action needed',
    what: 'Debits and credits of the transaction differ.',
    remedy: 'Look for a script or custom G/L lines plug-in that changes the transaction when it is saved; then retry.',
  },
  {
    codes: ['TRANS_IN_USE'],
    sort: 'action needed',
    what: 'Other transactions are linked to this one.',
    remedy: 'Take away the links that NetSuite names (applied payments, credits); then retry.',
  },
  {
    codes: ['TRANS_ALREADY_VOIDED'],
    sort: 'action needed',
    what: 'The transaction is void already.',
    remedy: 'Nothing is left to do in NetSuite: mark this transfer as transferred, or cancel it.',
  },
  {
    codes: ['REV_REC_DATE_REQD'],
    sort: 'action needed',
    what: 'A line has a template of revenue recognition, but no start date.',
    remedy: 'Send the service dates of the line, or take the template from the item; then retry.',
  },
  {
    codes: ['REV_REC_UPDATE_DISALLWD'],
    sort: 'action needed',
    what: 'Revenue of the line was recognized already.',
    remedy: 'Make the change in NetSuite by hand (a credit and a new invoice), then mark this transfer as transferred.',
  },
  {
    codes: ['INSUFCNT_NUM_PRDS_FOR_REV_REC'],
    sort: 'action needed',
    what: 'Accounting periods do not reach to the end of the revenue schedule.',
    remedy: 'Set up accounting periods to the end of the service dates; then retry.',
  },
];
