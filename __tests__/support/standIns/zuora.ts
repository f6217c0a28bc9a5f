import type { OutsideAnswer, OutsideRequest } from 'netsuite-simulator';
import { takeFault, withFault } from './faults';
import {
  type Answer,
  CONTACT_FIELDS,
  type Fault,
  json,
  type KeptAnswer,
  type LoggedRequest,
  readJson,
  refill,
  type StandInAccount,
  type StandInContact,
} from './requests';
import { type Served, serve } from './serve';

export type { Fault, LoggedRequest } from './requests';

/**
 * Stands in for one tenant of Zuora's v1 API: OAuth tokens that expire, accounts with their contacts, idempotency keys,
 * limits and their headers, errors in HTTP 200, and faults on demand. It answers in the program that made it, at once and
 * the same in every replay, or as a server. Facts: developer.zuora.com, guides "Idempotent requests", "Rate limits",
 * "Error handling", operations createToken, PUT_Account, GET_Account, PUT_Contact, GET_Contact.
 */
export interface ZuoraOptions {
  readonly host?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Seconds for which a token is good. */
  readonly tokenLife?: number;
  /** Requests in a minute. */
  readonly requestsPerMinute?: number;
}

const DAY = 24 * 60 * 60_000;

export class ZuoraStandIn {
  readonly host: string;
  readonly accounts = new Map<string, StandInAccount>();
  readonly contacts = new Map<string, StandInContact>();
  /** Product rate plan charges as Object Query writes them, by id. */
  readonly charges = new Map<string, Readonly<Record<string, unknown>>>();
  readonly log: LoggedRequest[] = [];
  readonly faults: Fault[] = [];
  private readonly tokens = new Map<string, number>();
  private readonly kept = new Map<string, KeptAnswer>();
  private window = { start: 0, count: 0 };
  private issued = 0;

  constructor(private readonly options: ZuoraOptions = {}) {
    this.host = options.host ?? 'rest.test.zuora.com';
  }

  /** For `createAccount({ outside })`. */
  readonly outside = (request: OutsideRequest): Answer | null => {
    const url = new URL(request.url);
    return url.hostname === this.host ? this.answer(request, `${url.pathname}${url.search}`) : null;
  };

  /** Adds an account; without `soldTo` its bill-to contact is its sold-to contact too. */
  addAccount(
    account: Partial<StandInAccount> & { id: string; name: string },
    billTo: Partial<StandInContact>,
    soldTo?: Partial<StandInContact>,
  ): void {
    const contact = (which: string, given: Partial<StandInContact>): string => {
      const id = given.id ?? `${account.id}-${which}`;
      this.contacts.set(id, { firstName: '', lastName: '', ...given, id });
      return id;
    };
    const billToId = contact('bill', billTo);
    this.accounts.set(account.id, {
      accountNumber: account.id,
      notes: '',
      paymentTerm: '',
      currency: 'USD',
      updatedDate: '2026-09-01T00:00:00Z',
      ...account,
      billToId,
      soldToId: soldTo === undefined ? billToId : contact('sold', soldTo),
    });
  }

  /** The account as Object Query writes it: what Zuora's side sends to the connector. */
  objectQuery(id: string): Record<string, unknown> {
    const account = this.account(id);
    const contact = (contactId: string): Record<string, unknown> => {
      const { zipCode, ...fields } = this.contact(contactId);
      return { ...fields, postalCode: zipCode ?? null };
    };
    const { billToId, soldToId, ...fields } = account;
    return { ...fields, billTo: contact(billToId), soldTo: contact(soldToId) };
  }

  /** Adds a product rate plan charge to the catalog. */
  addCharge(charge: Readonly<Record<string, unknown>> & { readonly id: string }): void {
    this.charges.set(charge.id, { updatedDate: '2026-08-30T01:00:00-07:00', ...charge });
  }

  account(id: string): StandInAccount {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`The stand-in has no account ${id}.`);
    return account;
  }

  contact(id: string): StandInContact {
    const contact = this.contacts.get(id);
    if (contact === undefined) throw new Error(`The stand-in has no contact ${id}.`);
    return contact;
  }

  /** Lets something go wrong at the next request that matches, or at so many. */
  fail(kind: Fault['kind'], { times = 1, ...where }: Partial<Omit<Fault, 'kind'>> = {}): void {
    this.faults.push({ kind, times, ...where });
  }

  /** Makes every token that was given useless, as revoking them does. */
  revokeTokens(): void {
    this.tokens.clear();
  }

  /** Keeps the state of the tenant. Returns the way back to it, as often as is wanted. */
  snapshot(): () => void {
    const { accounts, contacts, charges, log, faults, tokens, kept, window, issued } = this;
    const state = structuredClone({ accounts, contacts, charges, log, faults, tokens, kept, window, issued });
    return () => {
      const copy = structuredClone(state);
      refill(accounts, copy.accounts);
      refill(contacts, copy.contacts);
      refill(charges, copy.charges);
      refill(tokens, copy.tokens);
      refill(kept, copy.kept);
      log.splice(0, log.length, ...copy.log);
      faults.splice(0, faults.length, ...copy.faults);
      this.window = copy.window;
      this.issued = copy.issued;
    };
  }

  /** The requests to the API itself, without those for tokens. */
  get requests(): readonly LoggedRequest[] {
    return this.log.filter(({ path }) => !path.startsWith('/oauth/'));
  }

  get tokenRequests(): readonly LoggedRequest[] {
    return this.log.filter(({ path }) => path.startsWith('/oauth/'));
  }

  /** Serves the tenant over HTTP. Its clock is the machine's. */
  listen(): Promise<Served> {
    return serve((request) => this.answer(request, request.url));
  }

  private answer(request: OutsideRequest, path: string): Answer {
    const fault = takeFault(this.faults, request.method, path);
    const answer = withFault(fault, failure, () => this.limited(request, path));
    this.log.push({
      method: request.method,
      path,
      headers: request.headers,
      body: readJson(request.body),
      at: request.now,
      answer: typeof answer === 'string' ? answer : answer.code,
    });
    return answer;
  }

  /** Requests in a minute are counted for the tenant; those for tokens are not among them. */
  private limited(request: OutsideRequest, path: string): OutsideAnswer {
    if (path === '/oauth/token') return this.token(request);
    const limit = this.options.requestsPerMinute ?? 50_000;
    if (request.now - this.window.start >= 60_000) this.window = { start: request.now, count: 0 };
    this.window.count += 1;
    const reset = Math.ceil((this.window.start + 60_000 - request.now) / 1_000);
    const headers = {
      'RateLimit-Limit': `${limit}, ${limit};w=60`,
      'RateLimit-Remaining': String(Math.max(0, limit - this.window.count)),
      'RateLimit-Reset': String(reset),
      'Concurrency-Limit-Type': 'default',
      'Concurrency-Limit-Limit': '40',
      'Concurrency-Limit-Remaining': '39',
    };
    const answer = this.window.count > limit ? json(429, {}) : this.authorized(request, path);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }

  private token({ method, body, now }: OutsideRequest): OutsideAnswer {
    const form = new URLSearchParams(body ?? '');
    const isRight =
      method === 'POST' &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === (this.options.clientId ?? 'client') &&
      form.get('client_secret') === (this.options.clientSecret ?? 'hush+/=& #%');
    if (!isRight) return json(401, { message: 'Client authentication failed' });
    this.issued += 1;
    const token = `token-${this.issued}`;
    const life = this.options.tokenLife ?? 3599;
    this.tokens.set(token, now + life * 1_000);
    return json(200, { access_token: token, token_type: 'bearer', expires_in: life, scope: '', jti: token });
  }

  private authorized(request: OutsideRequest, path: string): OutsideAnswer {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if ((this.tokens.get(token) ?? 0) <= request.now) return json(401, failure(90_000_011, 'Authentication error.'));
    const key = request.headers['idempotency-key'];
    if (key === undefined || !['POST', 'PATCH'].includes(request.method)) return this.work(request, path);
    return this.once(key, request, path);
  }

  /** The same answer for the same key; 409 while the first request is worked on, 422 for another request. */
  private once(key: string, request: OutsideRequest, path: string): OutsideAnswer {
    const kept = this.kept.get(key);
    const said = `${request.method} ${path}`;
    if (kept !== undefined && kept.until > request.now) {
      if (kept.request !== said) return json(422, failure(0, 'The idempotency key belongs to another request.'));
      return kept.answer ?? json(409, failure(0, 'A request with this key is in progress.'));
    }
    const fresh: KeptAnswer = { request: said, until: request.now + DAY, answer: null };
    this.kept.set(key, fresh);
    fresh.answer = this.work(request, path);
    return fresh.answer;
  }

  /** Lets a key count as being worked on, as another connection's request would. */
  holdKey(key: string, method: string, path: string, now: number): void {
    this.kept.set(key, { request: `${method} ${path}`, until: now + DAY, answer: null });
  }

  private work(request: OutsideRequest, path: string): OutsideAnswer {
    if (request.method === 'GET' && path.startsWith('/object-query/')) return this.query(path);
    const match = /^\/v1\/(accounts|contacts)\/([^/?]+)$/.exec(path);
    if (match === null) return json(404, failure(90_000_040, 'Not found.'));
    const id = decodeURIComponent(match[2] ?? '');
    const body = readJson(request.body) as Record<string, unknown> | null;
    if (request.method === 'PUT' && (typeof body !== 'object' || body === null)) {
      return json(200, failure(90_000_090, 'Malformed request.'));
    }
    if (match[1] === 'contacts') return this.workOnContact(request, id, body);
    const account = this.accounts.get(id) ?? [...this.accounts.values()].find((each) => each.accountNumber === id);
    if (account === undefined) return json(200, failure(50_000_040, `Cannot find entity by key: '${id}'.`));
    if (request.method === 'GET') return json(200, { basicInfo: account, success: true });
    if (request.method !== 'PUT') return json(405, failure(90_000_045, 'Method not supported.'));
    return this.updateAccount(account, body ?? {}, request.now);
  }

  /**
   * A list of Object Query, of accounts or charges, filtered by fields that are equal to a value
   * (developer.zuora.com, "Expand, filter, fields, and sort"; operations queryAccounts, queryProductRatePlanCharges).
   */
  private query(path: string): OutsideAnswer {
    const url = new URL(path, 'https://stand-in');
    const objects = this.objectsOf(url.pathname.slice('/object-query/'.length));
    if (objects === null) return json(404, failure(90_000_040, 'Not found.'));
    const pageSize = Number(url.searchParams.get('pageSize') ?? '10');
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 99) {
      return json(400, failure(90_000_020, 'pageSize must be between 1 and 99.'));
    }
    let found = objects.all;
    for (const filter of url.searchParams.getAll('filter[]')) {
      const [, field, value] = /^(\w+)\.EQ:(.*)$/i.exec(filter) ?? [];
      if (field === undefined || !objects.filterable.includes(field.toLowerCase())) {
        return json(400, failure(90_000_020, `The filter ${filter} is not supported.`));
      }
      found = found.filter((each) =>
        Object.entries(each).some(([name, given]) => name.toLowerCase() === field.toLowerCase() && given === value),
      );
    }
    const expanded = url.searchParams.getAll('expand[]').map((name) => name.toLowerCase());
    const page = found
      .slice(0, pageSize)
      .map((each) =>
        Object.fromEntries(
          Object.entries(each).filter(
            ([name, value]) =>
              value !== null &&
              (!objects.expandable.includes(name.toLowerCase()) || expanded.includes(name.toLowerCase())),
          ),
        ),
      );
    return json(200, { data: page, ...(found.length > pageSize ? { nextPage: 'W10=' } : {}) });
  }

  private objectsOf(name: string) {
    switch (name) {
      case 'accounts':
        return {
          all: [...this.accounts.keys()].map((id) => this.objectQuery(id)),
          filterable: ['id', 'accountnumber'],
          expandable: ['billto', 'soldto'],
        };
      case 'product-rate-plan-charges':
        return {
          all: [...this.charges.values()],
          filterable: ['id', 'productrateplanchargenumber'],
          expandable: ['productrateplan', 'productrateplanchargetiers'],
        };
      default:
        return null;
    }
  }

  private updateAccount(account: StandInAccount, body: Record<string, unknown>, now: number): OutsideAnswer {
    if (body.name === '') return json(200, failure(50_000_020, 'name must not be empty.'));
    for (const which of ['billToContact', 'soldToContact'] as const) {
      const given = body[which];
      if (given === undefined) continue;
      const refusal = this.updateContact(which === 'billToContact' ? account.billToId : account.soldToId, given);
      if (refusal !== null) return refusal;
    }
    for (const field of ['name', 'notes', 'paymentTerm'] as const) {
      if (typeof body[field] === 'string') account[field] = body[field];
    }
    account.updatedDate = new Date(now).toISOString();
    return json(200, { success: true });
  }

  private updateContact(id: string, given: unknown): OutsideAnswer | null {
    const contact = this.contact(id);
    for (const [field, value] of Object.entries(given as Record<string, unknown>)) {
      if (!CONTACT_FIELDS.includes(field)) return json(200, failure(50_000_021, `Unknown field ${field}.`));
      if ((field === 'firstName' || field === 'lastName') && value === '') {
        return json(200, failure(50_000_022, `${field} is required.`));
      }
      contact[field] = String(value);
    }
    return null;
  }

  private workOnContact(request: OutsideRequest, id: string, body: Record<string, unknown> | null): OutsideAnswer {
    if (!this.contacts.has(id)) return json(200, failure(50_000_040, `Cannot find contact ${id}.`));
    if (request.method === 'PUT') {
      const refusal = this.updateContact(id, body);
      if (refusal !== null) return refusal;
    }
    return json(200, { ...this.contact(id), success: true });
  }
}

function failure(code: number, message: string): Record<string, unknown> {
  return { success: false, processId: '7F2E4C89A1B3C4D5', reasons: [{ code, message }] };
}
