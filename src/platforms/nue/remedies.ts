import type { KnownError } from '../remedies';

/** Nue publishes no list of codes; its words say what is wrong. `NUE_NOT_FOUND` is ours. */
export const nueErrors: readonly KnownError[] = [
  {
    codes: ['NUE_NOT_FOUND'],
    sort: 'action needed',
    what: 'Nue does not have the credit memo, or the address of its API is wrong.',
    remedy:
      'Look whether the credit memo is in Nue: if it is not, cancel this transfer; if it is, correct the address of the connection; then retry.',
  },
  {
    codes: ['NUE_*'],
    sort: 'action needed',
    what: 'Nue refused the change.',
    remedy: 'Follow Nue’s message in Nue or NetSuite; then retry.',
  },
];
