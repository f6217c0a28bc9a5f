import type { KnownError } from '../../../platforms/remedies';

/**
 * NetSuite counts the calls that are under way in an account at once, and refuses those beyond its limit; the codes
 * differ by the way in (RESTlet, REST, SOAP).
 */
export const concurrencyErrors: readonly KnownError[] = [
  {
    codes: [
      'SSS_REQUEST_LIMIT_EXCEEDED',
      'WS_REQUEST_BLOCKED',
      'WS_CONCUR_SESSION_DISALLWD',
      'EXCEEDED_MAX_CONCUR_RQST',
      'EXCEEDED_CONCURRENCY_LIMIT_PER_USER',
      'EXCEEDED_CONCURRENCY_LIMIT_PER_INTEGRATION',
    ],
    sort: 'transient',
    what: 'More calls were under way in the account than NetSuite allows at once.',
    remedy:
      'It is tried again by itself. If this comes often, choose "Process in scheduled mode" in the connection: documents are then posted by schedules, ten minutes apart at most, and not while they arrive.',
    lasting:
      'Choose "Process in scheduled mode" in the connection, or let other integrations of the account call less.',
  },
];
