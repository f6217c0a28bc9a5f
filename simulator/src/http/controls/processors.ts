import {
  changeProcessorPreferences,
  type ProcessorChange,
  processorPreferences,
} from '../../scripts/processorPreferences';
import { startWaiting } from '../../scripts/processors';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody } from './body';

/**
 * `/simulator/processors`: GET tells the preferences of SuiteCloud Processors; POST `{ "count", "reserved", "elevation",
 * "priorities": [{ "script", "deployment"?, "priority" }] }` changes what it names, as NetSuite's pages SuiteCloud
 * Processors and Priority Settings do.
 */
export async function serveProcessors({ account }: Served, request: Incoming): Promise<Outgoing> {
  if (request.method === 'POST') {
    changeProcessorPreferences(account, changeOf(controlBody(request)));
    startWaiting(account);
  }
  return json(200, processorPreferences(account));
}

function changeOf({ count, reserved, elevation, priorities }: Readonly<Record<string, unknown>>): ProcessorChange {
  if (priorities !== undefined && !Array.isArray(priorities)) throw new ControlError(400, 'priorities must be a list.');
  return {
    ...(count === undefined ? {} : { count: count as number }),
    ...(reserved === undefined ? {} : { reserved: reserved as number }),
    ...(elevation === undefined ? {} : { elevation: elevation as number }),
    priorities: (priorities ?? []).map((given) => {
      const { script, deployment, priority } = (given ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof script !== 'string' || typeof priority !== 'string') {
        throw new ControlError(400, 'Each of priorities must have script and priority, texts.');
      }
      return { script, priority, ...(typeof deployment === 'string' ? { deployment } : {}) };
    }),
  };
}
