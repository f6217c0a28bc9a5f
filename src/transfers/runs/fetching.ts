import * as log from 'N/log';
import { scriptError } from '../../netsuite/scriptErrors';
import { platforms } from '../../platforms';
import type { OutboundPlatform } from '../../platforms/outbound';
import type { Platform } from '../../platforms/platform';
import type { PlatformReads } from '../../platforms/reads';
import { activeConnections } from '../../settings/active';
import type { ConnectionSettings } from '../../settings/settings';
import { type Askable, neverAsked } from '../store/missing';
import { submitRun } from './submit';

/** A connection whose platform can be asked for documents. */
export interface Source extends Askable {
  readonly settings: ConnectionSettings;
  readonly platform: Platform;
  readonly api: OutboundPlatform;
  readonly reads: PlatformReads;
}

/**
 * The connections whose platforms can be asked now: active in this very account, with an API secret, of a platform that
 * can be asked. 10 units, once in an execution.
 */
export function sources(): readonly Source[] {
  return activeConnections().flatMap((settings) => {
    const platform = platforms.get(settings.platform);
    if (platform?.reads === undefined || platform.outbound === undefined || settings.api.secret === '') return [];
    const { reads, outbound: api } = platform;
    return [{ connection: settings.key, kinds: reads.kinds, settings, platform, api, reads }];
  });
}

/**
 * Starts fetching where documents wait for one that was never sent, and that was not asked for yet: 20 units, 20 more
 * where it starts. For the end of a run in which something came to wait. No error leaves: the schedule fetches too.
 */
export function startFetching(): void {
  try {
    const able = sources();
    if (able.length > 0 && neverAsked(able, 1, Date.now()).length > 0) submitRun('customscript_obc_fetch');
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({ title: 'Whether something has to be fetched could not be found out', details: `${code}: ${message}` });
  }
}
