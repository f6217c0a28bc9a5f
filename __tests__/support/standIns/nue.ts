import type { OutsideAnswer, OutsideFailure, OutsideRequest } from 'netsuite-simulator';
import type { Fault, LoggedRequest } from './zuora';

/**
 * Stands in for one tenant of Nue: its key, credit memos that are applied, unapplied and cancelled, its envelope, errors
 * in HTTP 200, and faults on demand. It answers in the program that made it, at once and the same in every replay. What Nue
 * does not publish is here as `src/platforms/nue/assumptions.ts` assumes it: a test against this stand-in shows that the
 * connector keeps to the assumptions, not that they are right.
 */
export interface NueOptions {
  readonly host?: string;
  readonly apiKey?: string;
  /** Requests in a minute. */
  readonly requestsPerMinute?: number;
}

export interface StandInApplication {
  readonly invoiceId: string;
  readonly transactionAmount: number;
}

export interface StandInMemo {
  readonly id: string;
  status: string;
  amount: number;
  appliedInvoices: StandInApplication[];
}

type Answer = OutsideAnswer | OutsideFailure;

interface GraphQl {
  readonly query: string;
  readonly variables: { readonly id: string };
}

export class NueStandIn {
  readonly host: string;
  readonly memos = new Map<string, StandInMemo>();
  /** Customers and products as Nue writes them, by id. */
  readonly customers = new Map<string, Readonly<Record<string, unknown>>>();
  readonly products = new Map<string, Readonly<Record<string, unknown>>>();
  readonly log: LoggedRequest[] = [];
  readonly faults: Fault[] = [];
  private window = { start: 0, count: 0 };

  constructor(private readonly options: NueOptions = {}) {
    this.host = options.host ?? 'api.nue.io';
  }

  /** For `createAccount({ outside })`. */
  readonly outside = (request: OutsideRequest): Answer | null => {
    const url = new URL(request.url);
    return url.hostname === this.host ? this.answer(request, `${url.pathname}${url.search}`) : null;
  };

  /** Adds an active credit memo; `applied` by id of the invoice. */
  addMemo(id: string, amount = 100, applied: Readonly<Record<string, number>> = {}): void {
    const appliedInvoices = Object.entries(applied).map(([invoiceId, part]) => ({
      invoiceId,
      transactionAmount: part,
    }));
    this.memos.set(id, { id, status: 'Active', amount, appliedInvoices });
  }

  memo(id: string): StandInMemo {
    const memo = this.memos.get(id);
    if (memo === undefined) throw new Error(`The stand-in has no credit memo ${id}.`);
    return memo;
  }

  /** Lets something go wrong at the next request that matches, or at so many. A `code` is Nue's in HTTP 200. */
  fail(kind: Fault['kind'], { times = 1, ...where }: Partial<Omit<Fault, 'kind'>> = {}): void {
    this.faults.push({ kind, times, ...where });
  }

  /** The requests, in short: `POST /billing/credit-memos:cancel`. */
  get said(): readonly string[] {
    return this.log.map(({ method, path }) => `${method} ${path}`);
  }

  /** Keeps the state of the tenant. Returns the way back to it, as often as is wanted. */
  snapshot(): () => void {
    const { memos, customers, products, log, faults, window } = this;
    const state = structuredClone({ memos, customers, products, log, faults, window });
    return () => {
      const copy = structuredClone(state);
      memos.clear();
      for (const [id, memo] of copy.memos) memos.set(id, memo);
      customers.clear();
      for (const [id, customer] of copy.customers) customers.set(id, customer);
      products.clear();
      for (const [id, product] of copy.products) products.set(id, product);
      log.splice(0, log.length, ...copy.log);
      faults.splice(0, faults.length, ...copy.faults);
      this.window = copy.window;
    };
  }

  private answer(request: OutsideRequest, path: string): Answer {
    const fault = this.takeFault(request.method, path);
    const answer = this.withFault(fault, () => this.limited(request, path));
    this.log.push({
      method: request.method,
      path,
      headers: request.headers,
      body: request.body === null ? null : (JSON.parse(request.body) as unknown),
      at: request.now,
      answer: typeof answer === 'string' ? answer : answer.code,
    });
    return answer;
  }

  private takeFault(method: string, path: string): Fault | null {
    const fault = this.faults.find(
      (each) =>
        (each.times ?? 1) > 0 &&
        (each.method === undefined || each.method === method) &&
        (each.path === undefined || path.includes(each.path)),
    );
    if (fault === undefined) return null;
    fault.times = (fault.times ?? 1) - 1;
    return fault;
  }

  private withFault(fault: Fault | null, work: () => OutsideAnswer): Answer {
    if (fault === null) return work();
    const { kind } = fault;
    if ('fails' in kind) {
      if (kind.afterEffect) work();
      return kind.fails;
    }
    if ('code' in kind) return failure(200, String(kind.code), kind.message ?? 'As planned.');
    if ('status' in kind) {
      const answer = json(kind.status, kind.body ?? {});
      return { ...answer, headers: { ...answer.headers, ...kind.headers } };
    }
    const answer = work();
    return { ...answer, headers: { ...answer.headers, ...kind.headers } };
  }

  private limited(request: OutsideRequest, path: string): OutsideAnswer {
    if (request.now - this.window.start >= 60_000) this.window = { start: request.now, count: 0 };
    this.window.count += 1;
    if (this.window.count > (this.options.requestsPerMinute ?? 10_000)) {
      const seconds = Math.ceil((this.window.start + 60_000 - request.now) / 1_000);
      const answer = failure(429, 'TOO_MANY_REQUESTS', 'Too many requests.');
      return { ...answer, headers: { ...answer.headers, 'Retry-After': String(seconds) } };
    }
    if (request.headers['nue-api-key'] !== (this.options.apiKey ?? 'nue-key-1')) {
      return failure(401, 'UNAUTHORIZED', 'The API key is not valid.');
    }
    return this.work(request, path);
  }

  private work({ method, body }: OutsideRequest, path: string): OutsideAnswer {
    const read = /^\/credit-memos\/([^/?]+)$/.exec(path);
    if (method === 'GET' && read !== null) return this.read(decodeURIComponent(read[1] ?? ''));
    const customer = /^\/customers\/([^/?]+)$/.exec(path);
    if (method === 'GET' && customer !== null) return this.readCustomer(decodeURIComponent(customer[1] ?? ''));
    if (method === 'POST' && path === '/async/graphql') return this.graphql(JSON.parse(body ?? '{}') as GraphQl);
    const given = (body === null ? {} : JSON.parse(body)) as {
      appliedInvoices?: readonly { invoiceId: string; creditMemoId: string }[];
      creditMemoIds?: readonly string[];
    };
    if (method === 'POST' && path === '/billing/credit-memos:unapply') return this.unapply(given.appliedInvoices ?? []);
    if (method === 'POST' && path === '/billing/credit-memos:cancel') return this.cancel(given.creditMemoIds ?? []);
    return failure(404, 'NOT_FOUND', `There is no ${method} ${path}.`);
  }

  private read(id: string): OutsideAnswer {
    const memo = this.memos.get(id);
    return memo === undefined ? failure(404, 'NOT_FOUND', `Credit memo ${id} does not exist.`) : success(memo);
  }

  private readCustomer(id: string): OutsideAnswer {
    const customer = this.customers.get(id);
    return customer === undefined ? failure(404, 'NOT_FOUND', `Customer ${id} does not exist.`) : success(customer);
  }

  /** Products by id, with the fields that are asked for. */
  private graphql({ query, variables }: GraphQl): OutsideAnswer {
    const [, fields] =
      /^query \(\$id: String!\) \{ Product\(where: \{ id: \{ _eq: \$id \} \}\) \{ ([\w ]+) \} \}$/.exec(query) ?? [];
    if (fields === undefined) return json(200, { errors: [{ message: 'The query cannot be read.' }], data: null });
    const product = this.products.get(variables.id);
    const shown = fields.split(' ').map((name) => [name, product?.[name] ?? null]);
    return json(200, { data: { Product: product === undefined ? [] : [Object.fromEntries(shown)] } });
  }

  private unapply(applications: readonly { invoiceId: string; creditMemoId: string }[]): OutsideAnswer {
    for (const { invoiceId, creditMemoId } of applications) {
      const memo = this.memos.get(creditMemoId);
      if (memo === undefined || memo.appliedInvoices.every((each) => each.invoiceId !== invoiceId)) {
        return failure(200, 'NOT_APPLIED', `Credit memo ${creditMemoId} is not applied to invoice ${invoiceId}.`);
      }
      memo.appliedInvoices = memo.appliedInvoices.filter((each) => each.invoiceId !== invoiceId);
    }
    return success({});
  }

  /** Cancelling twice is refused, as is cancelling what is applied. */
  private cancel(ids: readonly string[]): OutsideAnswer {
    for (const id of ids) {
      const memo = this.memos.get(id);
      if (memo === undefined) return failure(404, 'NOT_FOUND', `Credit memo ${id} does not exist.`);
      if (memo.status === 'Canceled') return failure(422, 'ALREADY_CANCELED', `Credit memo ${id} is canceled.`);
      if (memo.appliedInvoices.length > 0) return failure(422, 'APPLIED', `Unapply credit memo ${id} first.`);
      memo.status = 'Canceled';
    }
    return success({ creditMemoIds: ids });
  }
}

function success(data: unknown): OutsideAnswer {
  return json(200, { status: 'SUCCESS', data, warnings: [] });
}

function failure(code: number, errorCode: string, message: string): OutsideAnswer {
  return json(code, { status: 'ERROR', errorCode, message, data: null, warnings: [] });
}

function json(code: number, body: unknown): OutsideAnswer {
  return { code, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
