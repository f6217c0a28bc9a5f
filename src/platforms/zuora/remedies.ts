import { type KnownError, SENT_AGAIN } from '../remedies';

/**
 * Zuora's errors by category, the last two digits of its code
 * (https://developer.zuora.com/docs/guides/error-handling).
 */
export const zuoraErrors: readonly KnownError[] = [
  category(
    10,
    'The API user may not do this in Zuora.',
    'Give the API user of the connection the rights that Zuora names; then retry.',
  ),
  category(
    11,
    'Zuora did not accept the login.',
    'Correct client ID and API secret of the connection, or renew them in Zuora; then retry.',
  ),
  category(
    20,
    'Zuora does not take a value.',
    'Correct the value that Zuora names in NetSuite; that change is then sent.',
  ),
  category(
    21,
    'Zuora does not know a field.',
    'Make the custom field in Zuora that its message names, or report the message; then retry.',
  ),
  category(22, 'Zuora misses a field.', 'Fill in NetSuite what Zuora names; that change is then sent.'),
  category(
    30,
    'A rule of Zuora forbids the change.',
    'Zuora’s rules forbid the change: follow its message in Zuora or NetSuite; then retry.',
  ),
  category(
    40,
    'Zuora does not find the account.',
    'The account is not in Zuora any more: cancel this transfer, or restore the account; then retry.',
  ),
  passing(50, 'Another change of the same account was under way in Zuora.'),
  category(
    60,
    'Zuora had an error of its own.',
    'Retry; if it comes again, give Zuora’s support the process ID of the message.',
  ),
  passing(61, 'Zuora could not work for a moment.'),
  passing(70, 'A limit of requests of the Zuora tenant was reached.'),
  category(
    90,
    'Zuora could not read the request.',
    'Report the message to whoever looks after the connector; then retry.',
  ),
  passing(99, 'A service that Zuora depends on did not answer.'),
];

/** The remedy of an error by its category; null for a category that Zuora does not document. */
export function zuoraRemedy(category: number): string | null {
  return zuoraErrors.find(({ codes }) => codes.includes(codeOf(category)))?.remedy ?? null;
}

function category(digits: number, what: string, remedy: string): KnownError {
  return { codes: [codeOf(digits)], sort: 'action needed', what, remedy };
}

function passing(digits: number, what: string): KnownError {
  return { codes: [codeOf(digits)], sort: 'transient', what, remedy: SENT_AGAIN };
}

function codeOf(digits: number): string {
  return `ZUORA_*${String(digits).padStart(2, '0')}`;
}
