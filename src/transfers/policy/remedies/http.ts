import { type KnownError, SENT_AGAIN } from '../../../platforms/remedies';

/** Answers of a platform without a code of its own, and connections that were not made. */
export const httpErrors: readonly KnownError[] = [
  {
    codes: ['HTTP_401'],
    sort: 'action needed',
    what: 'The platform did not accept the login.',
    remedy: 'Correct client ID and API secret of the connection, or renew them in the platform; then retry.',
  },
  {
    codes: ['HTTP_403'],
    sort: 'action needed',
    what: 'The login may not do this in the platform.',
    remedy: 'Give the API user of the connection the rights that the change needs; then retry.',
  },
  {
    codes: ['HTTP_404'],
    sort: 'action needed',
    what: 'The platform does not have the record, or its address is wrong.',
    remedy:
      'Look whether the record is in the platform still, and whether the address of the connection is right; then retry, or cancel this transfer.',
  },
  { codes: ['HTTP_408'], sort: 'transient', what: 'The platform waited too long for the request.', remedy: SENT_AGAIN },
  {
    codes: ['HTTP_409'],
    sort: 'transient',
    what: 'The platform is working on the same change already.',
    remedy: SENT_AGAIN,
  },
  {
    codes: ['HTTP_422'],
    sort: 'action needed',
    what: 'The platform understood the change and does not take it.',
    remedy: 'Correct in NetSuite what the platform’s message names; that change is then sent.',
  },
  {
    codes: ['HTTP_429'],
    sort: 'transient',
    what: 'The platform takes no more requests for a moment.',
    remedy: 'Nothing: it is sent again after the pause that the platform asks for.',
  },
  { codes: ['HTTP_5##'], sort: 'transient', what: 'The platform had an error of its own.', remedy: SENT_AGAIN },
  {
    codes: ['HTTP_4##'],
    sort: 'action needed',
    what: 'The platform does not take the request.',
    remedy: 'Correct what the platform’s message names, in NetSuite or in the platform; then retry.',
  },
  {
    codes: ['SSS_REQUEST_TIME_EXCEEDED', 'SSS_CONNECTION_TIME_OUT', 'SSS_CONNECTION_CLOSED'],
    sort: 'transient',
    what: 'No answer came in time.',
    remedy: 'Nothing: it is tried again by itself.',
  },
  {
    codes: ['SSS_UNKNOWN_HOST', 'SSS_INVALID_URL'],
    sort: 'action needed',
    what: 'NetSuite does not find the platform’s address.',
    remedy: 'Correct the address of the platform’s API in the connection; then retry.',
  },
  {
    codes: ['SSS_INVALID_HOST_CERT'],
    sort: 'action needed',
    what: 'NetSuite does not trust the certificate of the platform’s address.',
    remedy:
      'Correct the address of the platform’s API in the connection; if it is right, ask the platform about its certificate. Then retry.',
  },
];
