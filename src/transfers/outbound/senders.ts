import { platforms } from '../../platforms';
import type { OutboundPlatform } from '../../platforms/outbound';
import { sentKinds } from '../../publishing/kinds';
import { activeConnections } from '../../settings/active';
import type { ConnectionSettings } from '../../settings/settings';
import { type Mark, readMarks, setMark } from '../store/marks';

/** A connection through which something may be sent now. */
export interface Sender {
  readonly settings: ConnectionSettings;
  readonly platform: OutboundPlatform;
  /** The kinds of changes that it wants sent and the platform takes. */
  readonly kinds: readonly string[];
  /** Its mark of rest, as it was read. */
  readonly rest: Mark | undefined;
}

/**
 * The connections through which something may be sent now, by key: not paused, activated in this very account (a copy of
 * the account sends nothing until someone activates it there), and not resting because the platform asked for it. 20 units.
 */
export function sendersNow(): ReadonlyMap<string, Sender> {
  const able = activeConnections().flatMap((settings) => {
    const platform = platforms.get(settings.platform)?.outbound;
    if (platform === undefined) return [];
    const kinds = platform.takes.filter((kind) => sentKinds.get(kind)?.isSent(settings) === true);
    return kinds.length === 0 ? [] : [{ settings, platform, kinds }];
  });
  return withoutResting(able);
}

/** Those whose platform has not asked for rest, by key, each with its mark of rest. 10 units where there are any. */
export function withoutResting<Able extends { readonly settings: ConnectionSettings }>(
  able: readonly Able[],
): ReadonlyMap<string, Able & Pick<Sender, 'rest'>> {
  if (able.length === 0) return new Map();
  const rests = readMarks(able.map(({ settings }) => restKey(settings.key)));
  const now = new Date().toISOString();
  return new Map(
    able
      .map((each) => ({ ...each, rest: rests.get(restKey(each.settings.key)) }))
      .filter(({ rest }) => rest === undefined || rest.value <= now)
      .map((each) => [each.settings.key, each]),
  );
}

/** Lets a connection rest until then (UTC, ISO 8601), for all runs: 2 units, 16 the first time. */
export function letRest({ settings, rest }: Pick<Sender, 'settings' | 'rest'>, until: string): void {
  setMark(restKey(settings.key), until, rest);
}

function restKey(connection: string): string {
  return `outbound rests until|${connection}`;
}
