import fastify, { type FastifyInstance } from 'fastify';
import { TOKEN_PATH } from '../auth/oauth2/tokenRequest';
import { AnswerLost, errorData } from '../kernel/errors';
import { SYSTEM_USER } from '../scripts/users';
import { serveControl } from './controls/serve';
import { type Incoming, incoming } from './incoming';
import { json, type Outgoing, redirect, send } from './outgoing';
import { serveLogin, serveLogout } from './pages/login';
import { servePage } from './pages/serve';
import { RequestPool } from './pool';
import { RECORD_PATH } from './rest/address';
import { problemAnswer, RestProblem } from './rest/problem';
import { serveRecord } from './rest/record';
import { serveRest } from './rest/serve';
import { SUITEQL_PATH, serveSuiteQL } from './rest/suiteql';
import { serveRestlet } from './restlet';
import type { Served } from './served';
import { serveSuitelet } from './suitelet';
import { serveToken } from './token';

/** Bytes that are read of a request's body; a RESTlet refuses less, in NetSuite's own way. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Where the server listens. */
export interface ListenOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** This machine alone if left out. */
  readonly host?: string;
}

export interface Listening {
  /** Base address, `http://127.0.0.1:8080`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the account at NetSuite's own paths, with pages under `/app/` and controls under `/simulator/`. */
export async function listen(served: Served, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1' } = options;
  const app = fastify({ bodyLimit: LARGEST_BODY, forceCloseConnections: true, exposeHeadRoutes: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  route(app, served);
  await app.listen({ port, host });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  served.served(url);
  return {
    url,
    close: async () => {
      served.served(null);
      await app.close();
    },
  };
}

type Service = (request: Incoming) => Promise<Outgoing> | Outgoing;

function route(app: FastifyInstance, served: Served): void {
  const pool = new RequestPool(served.concurrency);
  const serve = (path: string, service: Service): void => {
    app.all(path, async (request, reply) => {
      await send(reply, await service(incoming(request)));
      return reply;
    });
  };
  serve('/', () => redirect('/app/center/card.nl'));
  serve('/app/site/hosting/restlet.nl', (request) => serveRestlet(served, pool, request));
  serve('/app/site/hosting/scriptlet.nl', (request) => serveSuitelet(served, request));
  serve(TOKEN_PATH, (request) => serveToken(served, request));
  serve(`${RECORD_PATH}/*`, (request) => serveRest(served, pool, request, serveRecord));
  serve(SUITEQL_PATH, (request) => serveRest(served, pool, request, serveSuiteQL));
  serve('/app/*', (request) => servePage(served, request));
  serve('/simulator/login', (request) => serveLogin(served, request));
  serve('/simulator/logout', (request) => serveLogout(served, request));
  serve('/simulator/health', () => json(200, { status: 'ok', account: served.account.id }));
  serve('/simulator/*', (request) => serveControl(served, request));
  app.setNotFoundHandler(async (request, reply) => {
    await send(reply, json(404, { error: { code: 'NOT_FOUND', message: `There is nothing at ${request.url}.` } }));
    return reply;
  });
  app.setErrorHandler(async (thrown, request, reply) => {
    if (thrown instanceof AnswerLost) {
      reply.hijack();
      reply.raw.destroy();
      return reply;
    }
    const { message, stack } = errorData(thrown);
    const status = refusedStatus(thrown);
    if (status !== null) {
      await send(reply, json(status, { error: { code: 'INVALID_REQUEST', message } }));
      return reply;
    }
    const caller = { user: SYSTEM_USER, context: 'NONE', execution: null };
    served.account.log({ type: 'SYSTEM', title: 'SIMULATOR_FAULT in HTTP', details: stack ?? message, caller });
    const error = { code: 'UNEXPECTED_ERROR', message: 'An unexpected error has occurred.' };
    const isRest = request.url.startsWith('/services/rest/');
    await send(reply, isRest ? problemAnswer(new RestProblem(500, error.code, error.message)) : json(500, { error }));
    return reply;
  });
}

/** Status of a request that the server itself refuses, such as one with a body beyond all limits. */
function refusedStatus(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return null;
  const { statusCode } = thrown;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null;
}
