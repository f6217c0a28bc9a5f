import type { KnownError } from '../remedies';

/** Nue publishes no list of codes; its words say what is wrong. */
export const nueErrors: readonly KnownError[] = [
  {
    codes: ['NUE_*'],
    sort: 'action needed',
    what: 'Nue refused the change.',
    remedy: 'Follow Nue’s message in Nue or NetSuite; then retry.',
  },
];
