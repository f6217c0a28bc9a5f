import type { Platform } from '../platform';

/** Nue (https://nue.io): CPQ, orders and billing beside Salesforce. */
export const nue: Platform = {
  id: 'nue',
  name: 'Nue',
  kinds: [],
  decode: (kind) => ({
    ok: false,
    error: { code: 'UNKNOWN_KIND', message: `Nue sends no documents of the kind "${kind}".`, path: 'kind' },
  }),
};
