import type { Platform } from '../platform';

/** Zuora (https://www.zuora.com): subscription billing. */
export const zuora: Platform = {
  id: 'zuora',
  name: 'Zuora',
  kinds: [],
  decode: (kind) => ({
    ok: false,
    error: { code: 'UNKNOWN_KIND', message: `Zuora sends no documents of the kind "${kind}".`, path: 'kind' },
  }),
};
