import { readFileSync } from 'node:fs';
import { MOST_ATTEMPTS } from '../../../src/transfers/policy/backoff';
import { outcomeOfError } from '../../../src/transfers/policy/outcomes';
import { knownError, REMEDIES, remedyFor } from '../../../src/transfers/policy/remedies';
import { outcomeOfVerdict } from '../../../src/transfers/policy/verdicts';

/**
 * Every code of the catalogue with NetSuite's (or a platform's) own words, what becomes of a transfer that meets it, and
 * a part of what is told and of what is to be done.
 */
const cases: readonly (readonly [code: string, words: string, reason: string, told: string, remedy: string])[] = [
  [
    'SSS_REQUEST_LIMIT_EXCEEDED',
    'Request Limit Exceeded!',
    'Will Retry',
    'More calls were under way',
    'scheduled mode',
  ],
  ['WS_REQUEST_BLOCKED', 'Blocked.', 'Will Retry', 'More calls were under way', 'scheduled mode'],
  ['WS_CONCUR_SESSION_DISALLWD', 'Only one request.', 'Will Retry', 'More calls were under way', 'scheduled mode'],
  ['EXCEEDED_MAX_CONCUR_RQST', 'Exceeded.', 'Will Retry', 'More calls were under way', 'scheduled mode'],
  ['EXCEEDED_CONCURRENCY_LIMIT_PER_USER', 'Exceeded.', 'Will Retry', 'More calls were under way', 'scheduled mode'],
  ['EXCEEDED_CONCURRENCY_LIMIT_PER_INTEGRATION', 'Exceeded.', 'Will Retry', 'More calls', 'scheduled mode'],
  ['RCRD_HAS_BEEN_CHANGED', 'Record has been changed', 'Will Retry', 'at the same moment', 'tried again by itself'],
  ['RCRD_EDITED_SINCE_RETRIEVED', 'Edited.', 'Will Retry', 'at the same moment', 'tried again by itself'],
  [
    'UNEXPECTED_ERROR',
    'An unexpected error has occurred.',
    'Will Retry',
    'An unexpected error',
    'tried again by itself',
  ],
  ['SSS_SEARCH_TIMEOUT', 'Timeout.', 'Will Retry', 'took too long', 'tried again by itself'],
  ['SSS_USAGE_LIMIT_EXCEEDED', 'Script Execution Usage Limit Exceeded', 'Action Needed', 'its limits', 'exempt'],
  ['SSS_TIME_LIMIT_EXCEEDED', 'Script Execution Time Exceeded.', 'Action Needed', 'its limits', 'exempt'],
  ['SSS_MEMORY_USAGE_EXCEEDED', 'Script Out Of Memory.', 'Action Needed', 'its limits', 'exempt'],
  ['SSS_INSTRUCTION_COUNT_EXCEEDED', 'Too many.', 'Action Needed', 'its limits', 'exempt'],
  [
    'INSUFFICIENT_PERMISSION',
    "Permission Violation: You need the 'Transactions -> Invoice' permission to access this page.",
    'Action Needed',
    '(permission: Transactions -> Invoice)',
    'Give the role',
  ],
  ['RCRD_LOCKED_BY_WF', 'Locked.', 'Action Needed', 'A workflow has locked', 'Unlock the record'],
  ['RCRD_UNEDITABLE', 'That record is not editable.', 'Action Needed', 'does not let', 'by hand'],
  ['RCRD_DSNT_EXIST', 'That record does not exist.', 'Action Needed', 'was deleted', 'correct it'],
  ['RCRD_DELETED_SINCE_RETRIEVED', 'Deleted.', 'Action Needed', 'was deleted', 'correct it'],
  ['RCRD_PREVSLY_DELETED', 'Deleted.', 'Action Needed', 'was deleted', 'correct it'],
  ['TRANS_DOES_NOT_EXIST', 'None.', 'Action Needed', 'was deleted', 'correct it'],
  ['TRANS_DSNT_EXIST', 'None.', 'Action Needed', 'was deleted', 'correct it'],
  [
    'INVALID_KEY_OR_REF',
    'Invalid entity reference key 55.',
    'Action Needed',
    '(reference: entity reference key 55)',
    'settings or a mapping',
  ],
  [
    'WS_INVALID_REFERENCE_KEY_1',
    'The specified key is invalid.',
    'Action Needed',
    'cannot be used',
    'settings or a mapping',
  ],
  ['INVALID_RCRD_TYPE', 'Not valid.', 'Action Needed', 'this type of record', 'Switch on the feature'],
  ['SSS_INVALID_TYPE_ARG', 'Not valid.', 'Action Needed', 'this type of record', 'Switch on the feature'],
  ['SSS_RECORD_TYPE_MISMATCH', 'Different.', 'Action Needed', 'another type', 'Switch on the feature'],
  ['USER_ERROR', 'Please enter value(s) for: Entity', 'Action Needed', '(field: Entity)', 'names the field'],
  [
    'DATA_REQD',
    'You are missing the following required field(s):Subsidiary',
    'Action Needed',
    '(field: Subsidiary)',
    'names the field',
  ],
  [
    'SSS_MISSING_REQD_ARGUMENT',
    'save: Missing a required argument: id',
    'Action Needed',
    '(field: id)',
    'names the field',
  ],
  [
    'EXCEEDED_MAX_FIELD_LENGTH',
    'The field memo contained more than the maximum number ( 999 ) of characters allowed.',
    'Action Needed',
    '(field: memo)',
    'Shorten',
  ],
  ['INVALID_NUMBER', 'Invalid number.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['INVALID_DATE', 'Invalid date.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['INVALID_CUR', 'Invalid currency.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['INVALID_LINE_ID', 'Invalid line.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['INVALID_BOOLEAN_VALUE', 'Invalid boolean.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['INVALID_FLD_VALUE', 'Invalid value.', 'Action Needed', 'not of the form', 'edit the payload'],
  ['DUP_ENTITY', 'This entity already exists.', 'Action Needed', 'another customer of this name', 'mark this transfer'],
  ['UNIQUE_CUST_ID_REQD', 'Exists.', 'Action Needed', 'another customer of this name', 'mark this transfer'],
  ['DUP_ITEM', 'Uniqueness error.', 'Action Needed', 'another item of this name', 'mark this transfer'],
  ['DUP_RCRD', 'This record already exists', 'Action Needed', 'this ID or number', 'mark this transfer'],
  ['UNIQUE_RCRD_ID_REQD', 'Exists.', 'Action Needed', 'this ID or number', 'mark this transfer'],
  ['DUP_CSTM_RCRD_ENTRY', 'Exists.', 'Action Needed', 'this ID or number', 'mark this transfer'],
  ['SSS_INVALID_SUBLIST_OPERATION', 'Invalid.', 'Action Needed', 'does not make this record', 'open, approved'],
  ['INVALID_RCRD_TRANSFRM', 'Invalid.', 'Action Needed', 'does not make this record', 'open, approved'],
  ['INVALID_INITIALIZE_REF', 'Invalid.', 'Action Needed', 'does not make this record', 'open, approved'],
  ['CLOSED_TRAN_PRD', 'Closed.', 'Action Needed', 'period is closed', 'First Open Period'],
  ['TRAN_PERIOD_CLOSED', 'Closed.', 'Action Needed', 'period is closed', 'First Open Period'],
  ['TRAN_PRD_CLOSED', 'Closed.', 'Action Needed', 'period is closed', 'First Open Period'],
  ['TRANS_EDIT_DISALLWD', 'Closed.', 'Action Needed', 'period is closed', 'First Open Period'],
  ['UNDEFINED_ACCTNG_PRD', 'Undefined.', 'Action Needed', 'No accounting period', 'Manage Accounting Periods'],
  ['ACCTNG_PRD_REQD', 'Missing next accounting period', 'Action Needed', 'No accounting period', 'Set up'],
  ['DATE_PRD_MISMATCH', 'Mismatch.', 'Action Needed', 'not in the posting period', 'accounting preferences'],
  ['INVALID_AMT', 'Too much.', 'Action Needed', 'More would be applied', 'unapply it'],
  ['INVALID_LINK_SUM', 'Too much.', 'Action Needed', 'More would be applied', 'unapply it'],
  ['TRANS_APPLIED_AMTS_UNBALNCD', 'Not in balance.', 'Action Needed', 'More would be applied', 'unapply it'],
  ['TRANS_UNBALNCD', 'Not in balance.', 'Action Needed', 'Debits and credits', 'plug-in'],
  ['TRANS_IN_USE', 'Linked.', 'Action Needed', 'are linked', 'Take away the links'],
  ['TRANS_ALREADY_VOIDED', 'Void.', 'Action Needed', 'void already', 'mark this transfer'],
  ['REV_REC_DATE_REQD', 'No start date.', 'Action Needed', 'no start date', 'service dates'],
  ['REV_REC_UPDATE_DISALLWD', 'Recognized.', 'Action Needed', 'recognized already', 'by hand'],
  ['INSUFCNT_NUM_PRDS_FOR_REV_REC', 'Too few.', 'Action Needed', 'do not reach', 'Set up accounting periods'],
  ['ZUORA_53100310', 'No.', 'Action Needed', 'may not do this', 'rights that Zuora names'],
  ['ZUORA_53100311', 'No.', 'Action Needed', 'did not accept the login', 'client ID'],
  ['ZUORA_53100320', 'No.', 'Action Needed', 'does not take a value', 'Correct the value'],
  ['ZUORA_53100321', 'No.', 'Action Needed', 'does not know a field', 'custom field'],
  ['ZUORA_53100322', 'No.', 'Action Needed', 'misses a field', 'Fill in NetSuite'],
  ['ZUORA_53100330', 'No.', 'Action Needed', 'A rule of Zuora', 'rules forbid'],
  ['ZUORA_53100340', 'No.', 'Action Needed', 'does not find', 'restore the account'],
  ['ZUORA_53100350', 'Lock.', 'Will Retry', 'under way', 'sent again'],
  ['ZUORA_53100360', 'Oops.', 'Action Needed', 'error of its own', 'support'],
  ['ZUORA_53100361', 'Later.', 'Will Retry', 'for a moment', 'sent again'],
  ['ZUORA_53100370', 'Limit.', 'Will Retry', 'limit of requests', 'sent again'],
  ['ZUORA_53100390', 'Malformed.', 'Action Needed', 'could not read', 'Report'],
  ['ZUORA_53100399', 'External.', 'Will Retry', 'did not answer', 'sent again'],
  ['NUE_NOT_FOUND', 'Nue does not find it.', 'Action Needed', 'does not have the credit memo', 'cancel this transfer'],
  ['NUE_INVALID_STATUS', 'Cannot be cancelled.', 'Action Needed', 'Nue refused', 'Nue’s message'],
  ['HTTP_401', '', 'Action Needed', 'did not accept the login', 'client ID'],
  ['HTTP_403', '', 'Action Needed', 'may not do this', 'rights'],
  ['HTTP_404', '', 'Action Needed', 'does not have the record', 'cancel this transfer'],
  ['HTTP_408', '', 'Will Retry', 'waited too long', 'sent again'],
  ['HTTP_409', '', 'Will Retry', 'already', 'sent again'],
  ['HTTP_422', '', 'Action Needed', 'does not take it', 'Correct in NetSuite'],
  ['HTTP_429', '', 'Will Retry', 'no more requests', 'pause that the platform asks for'],
  ['HTTP_503', '', 'Will Retry', 'error of its own', 'sent again'],
  ['HTTP_418', '', 'Action Needed', 'does not take the request', 'Correct what'],
  ['SSS_REQUEST_TIME_EXCEEDED', 'Too long.', 'Will Retry', 'No answer', 'tried again'],
  ['SSS_CONNECTION_TIME_OUT', 'Too long.', 'Will Retry', 'No answer', 'tried again'],
  ['SSS_CONNECTION_CLOSED', 'Closed.', 'Will Retry', 'No answer', 'tried again'],
  ['SSS_UNKNOWN_HOST', 'Unknown.', 'Action Needed', 'does not find', 'address of the platform'],
  ['SSS_INVALID_URL', 'Invalid.', 'Action Needed', 'does not find', 'address of the platform'],
  ['SSS_INVALID_HOST_CERT', 'Untrusted.', 'Action Needed', 'certificate', 'address of the platform'],
];

test.each(cases)(
  '%s (%s) leaves a transfer in %s, says what happened and what to do',
  (code, words, reason, told, remedy) => {
    const outcome = outcomeOfError({ code, message: words }, 1, 0, 0);
    expect(outcome).toMatchObject({ status: 'Not Transferred', reason, error: { code } });
    const { error } = outcome as { readonly error: { readonly message: string; readonly remedy: string } };
    expect(error.message).toContain(told);
    expect(error.message).toContain(words);
    expect(error.remedy).toContain(remedy);
  },
);

test('concurrency that does not pass offers scheduled mode still, other errors their words', () => {
  const remedyOf = (code: string): string => {
    const outcome = outcomeOfError({ code, message: 'Words.' }, MOST_ATTEMPTS, 0, 0);
    return 'error' in outcome && 'reason' in outcome ? `${outcome.reason}: ${outcome.error.remedy}` : '';
  };
  expect(remedyOf('SSS_REQUEST_LIMIT_EXCEEDED')).toMatch(
    /^Action Needed: It failed 16 times.*scheduled mode.*Then retry\.$/,
  );
  expect(remedyOf('UNEXPECTED_ERROR')).toMatch(
    /^Action Needed: It failed 16 times.*NetSuite’s message\. Then retry\.$/,
  );
});

test('every entry of the catalogue has such a case', () => {
  const covered = new Set(cases.map(([code]) => knownError(code)));
  const entries = REMEDIES.flatMap(({ errors }) => errors);
  expect(entries.filter((entry) => !covered.has(entry))).toEqual([]);
  const exact = entries.flatMap(({ codes }) => codes).filter((code) => !/[*#]/.test(code));
  expect(exact.filter((code) => !cases.some(([covers]) => covers === code))).toEqual([]);
  expect(new Set(exact).size).toBe(exact.length);
});

test('an unknown error needs a person and keeps NetSuite’s words', () => {
  expect(remedyFor({ code: 'SOMETHING_NEW', message: 'Words of NetSuite' })).toMatchObject({
    sort: 'action needed',
    message: 'Words of NetSuite',
  });
});

test('codes are compared without regard to case, and a code that only begins like a known one is unknown', () => {
  expect(knownError('dup_item')).toBe(knownError('DUP_ITEM'));
  expect(knownError('DUP_ITEM_2')).toBeNull();
  expect(knownError('HTTP_5000')).toBeNull();
});

test('a platform’s answer is told with the remedy of its code, and the platform decides whether it passes', () => {
  const said = (code: string, result: 'refused' | 'try again' | 'unauthorized') => {
    const verdict = { result, code, message: 'Words.', remedy: 'The platform’s own.', after: null } as const;
    const outcome = outcomeOfVerdict({ verdict, rest: 0 } as never, 1, 0, 0);
    return 'error' in outcome ? outcome.error.remedy : null;
  };
  expect(said('HTTP_401', 'unauthorized')).toContain('client ID');
  expect(said('ZUORA_53100320', 'refused')).toContain('Correct the value');
  expect(said('HTTP_429', 'try again')).toContain('pause that the platform asks for');
  expect(said('ZUORA_53100350', 'refused')).toBe('The platform’s own.');
});

test.each(REMEDIES.flatMap(({ errors }) => errors))('docs/operations.md explains $codes', ({ codes, what, remedy }) => {
  const row = `| ${codes.map((code) => `\`${code}\``).join(', ')} | ${what ?? ''} | ${remedy} |`;
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(row);
});
