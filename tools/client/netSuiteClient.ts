import { type ClientCredentials, fetchAccessToken } from './accessToken';
import { type Answer, jsonOf } from './answer';
import { untilAdmitted } from './retry';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A deployed RESTlet, by its script ids. */
export interface Restlet {
  readonly script: string;
  readonly deployment: string;
}

/** A row of SuiteQL over REST: every value comes as text, an empty one is left out. */
export type SuiteQlRow = Readonly<Record<string, string | undefined>>;

/** Calls a NetSuite account from outside, as a billing platform or an administrator's tool does. */
export class NetSuiteClient {
  private token: Promise<string> | null = null;

  constructor(
    /** Address of the account, without a slash at its end. */
    private readonly url: string,
    private readonly credentials: ClientCredentials,
    /** A local account may have a clock of its own. */
    private readonly now: () => number = Date.now,
  ) {}

  /** Sends one request with a valid token; not repeated when the account is busy. */
  async send(request: Request): Promise<Answer> {
    const answer = await this.sendOnce(request);
    if (answer.status !== 401) return answer;
    // The token has expired.
    this.token = null;
    return this.sendOnce(request);
  }

  /** Calls a RESTlet with JSON; repeated while the account is busy. */
  callRestlet(
    restlet: Restlet,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    content: { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown },
  ): Promise<Answer> {
    return untilAdmitted(() =>
      this.send({
        method,
        path: '/app/site/hosting/restlet.nl',
        query: { script: restlet.script, deploy: restlet.deployment, ...content.query },
        headers: { 'Content-Type': 'application/json' },
        ...(content.body === undefined ? {} : { body: JSON.stringify(content.body) }),
      }),
    );
  }

  /** All rows of a SuiteQL query. */
  async suiteql(query: string): Promise<SuiteQlRow[]> {
    const rows: SuiteQlRow[] = [];
    for (let offset = 0; ; ) {
      const answer = await untilAdmitted(() =>
        this.send({
          method: 'POST',
          path: '/services/rest/query/v1/suiteql',
          query: { limit: '1000', offset: String(offset) },
          headers: { 'Content-Type': 'application/json', Prefer: 'transient' },
          body: JSON.stringify({ q: query }),
        }),
      );
      const page = jsonOf<{ items: SuiteQlRow[]; hasMore: boolean }>(answer);
      rows.push(...page.items);
      if (!page.hasMore) return rows;
      offset += page.items.length;
    }
  }

  /** Creates a record over SuiteTalk REST and answers its internal id. */
  async createRecord(type: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
    const answer = await untilAdmitted(() =>
      this.send({
        method: 'POST',
        path: `/services/rest/record/v1/${type}`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
      }),
    );
    const id = /\/(\d+)$/.exec(answer.location ?? '')?.[1];
    if (answer.status !== 204 || id === undefined) {
      throw new Error(`No ${type} was created (${answer.status}): ${answer.text}`);
    }
    return id;
  }

  private async sendOnce({ method, path, query = {}, headers = {}, body }: Request): Promise<Answer> {
    this.token ??= fetchAccessToken(this.credentials, this.now());
    const url = new URL(this.url + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, {
      method,
      headers: { Authorization: `Bearer ${await this.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      location: response.headers.get('location'),
      text: await response.text(),
    };
  }
}
