import { sessionCookie, sessionUser } from '../auth/sessions';
import { externalToken, scriptParameters } from '../calls/scriptAddress';
import { selectOptions } from '../calls/ui';
import { withParameters } from '../calls/url';
import { ANSWER_LOST, AnswerLost, NetSuiteError } from '../kernel/errors';
import type { Caller, User } from '../kernel/execution';
import type { SuiteletResponse } from '../kernel/suitelet';
import type { Wire } from '../kernel/wire';
import { type Deployment, deployedScript } from '../scripts/registry';
import { runSuitelet } from '../scripts/suitelet';
import { renderPage } from '../ui/renderPage';
import type { Incoming } from './incoming';
import { type Outgoing, page, redirect } from './outgoing';
import { errorPage } from './pages/errorPage';
import { frameFor } from './pages/frame';
import { loginAddress } from './pages/login';
import type { Served } from './served';
import { fileContent, suiteletRequest } from './suiteletRequest';

/** Who calls a Suitelet that is available without login: the Online Form User. */
const ONLINE_FORM_USER: User = {
  id: '-4',
  name: '-System-',
  email: 'onlineforms@netsuite.com',
  role: '31',
  roleScriptId: 'online_form_user',
  subsidiary: null,
};

/** Seconds that an answer may be kept, by http.CacheDuration (section_4314609319). */
const CACHE_SECONDS: Readonly<Record<string, number>> = { LONG: 604_800, MEDIUM: 7_200, SHORT: 300 };

/**
 * `/app/site/hosting/scriptlet.nl`: for people with a session, and under the external address (with `ns-at`) for
 * everyone where the deployment is available without login.
 */
export async function serveSuitelet(served: Served, request: Incoming): Promise<Outgoing> {
  const { account } = served;
  const deployment = deployedScript(account, request.query.get('script') ?? '', request.query.get('deploy') ?? '');
  const token = request.query.get('ns-at');
  const isExternal = token !== null && deployment !== null && token === externalToken(account, deployment);
  const session = sessionCookie(request.cookie);
  const user = isExternal ? ONLINE_FORM_USER : session ? sessionUser(account, session) : null;
  if (!user) return redirect(loginAddress(`${request.path}?${request.query}`));
  const caller: Caller = { user, context: 'SUITELET', execution: null };
  const input = await suiteletRequest(request);
  try {
    const outcome = await served.perform(
      runSuitelet(account, caller, {
        script: deployment?.script ?? '',
        deploy: deployment?.deployment ?? '',
        isExternal,
        input: input as unknown as Wire,
      }),
    );
    if (outcome.status === 'failed' && outcome.error.name === ANSWER_LOST.name) throw new AnswerLost();
    if (outcome.status === 'failed') throw new NetSuiteError(outcome.error.name, outcome.error.message);
    const action = deployment ? ownAddress(served, deployment, isExternal) : request.path;
    return answer(served, outcome.output as unknown as SuiteletResponse, caller, action, isExternal);
  } catch (error) {
    if (error instanceof NetSuiteError) return errorPage(account, isExternal ? null : user, error);
    throw error;
  }
}

/** Where a form of the Suitelet is sent to: the Suitelet itself. */
function ownAddress({ account }: Served, deployment: Deployment, isExternal: boolean): string {
  const token = isExternal ? { compid: account.id, 'ns-at': externalToken(account, deployment) } : {};
  return withParameters('/app/site/hosting/scriptlet.nl', { ...scriptParameters(account, deployment), ...token });
}

function answer(
  served: Served,
  response: SuiteletResponse,
  caller: Caller,
  action: string,
  isExternal: boolean,
): Outgoing {
  const seconds = CACHE_SECONDS[response.cacheDuration ?? ''];
  const caching: [string, string] = [
    'Cache-Control',
    isExternal && seconds !== undefined ? `public, max-age=${seconds}` : 'no-store',
  ];
  const headers = [caching, ...response.headers];
  if (response.redirect !== null) return redirect(response.redirect, headers);
  const file = response.parts.find((part) => part.kind === 'file');
  if (file) {
    const { contentType, bytes } = fileContent(file.file);
    const disposition = `${file.isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.file.name)}`;
    return { status: 200, contentType, body: bytes, headers: [...headers, ['Content-Disposition', disposition]] };
  }
  const { account } = served;
  const context = { action, options: (source: string) => selectOptions(account, source) };
  const frame = frameFor(account, isExternal ? null : caller.user);
  const texts = response.parts.map((part) =>
    part.kind === 'page' ? renderPage(part.page, context, frame) : part.kind === 'text' ? part.text : '',
  );
  return { ...page(texts.join('')), headers };
}
