import { allowedHosts, allowHost } from '../../calls/outgoing/hosts';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody, textMember } from './body';

/**
 * `/simulator/hosts`: the hosts outside of this machine that scripts reach. POST `{ "host": "api.example.com" }` lets one
 * in; with `"target": "http://127.0.0.1:9000"` its name leads there.
 */
export async function serveHosts({ account }: Served, request: Incoming): Promise<Outgoing> {
  if (request.method === 'POST') {
    const body = controlBody(request);
    const host = textMember(body, 'host');
    const target = body.target === undefined ? null : textMember(body, 'target');
    if (target !== null && !URL.canParse(target)) throw new ControlError(400, `${target} is no address.`);
    allowHost(account, host, target);
  }
  return json(200, { hosts: allowedHosts(account) });
}
