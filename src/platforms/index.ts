import { nue } from './nue';
import type { Platform } from './platform';
import { zuora } from './zuora';

/** The billing platforms that the connector knows, by id. */
export const platforms: ReadonlyMap<string, Platform> = new Map(
  [nue, zuora].map((platform) => [platform.id, platform]),
);
