import { jest } from '@jest/globals';
import type { SimulatedAccount } from 'netsuite-simulator';
import { zuoraInvoice } from '../proof/payloads';
import { ZuoraStandIn } from '../support/standIns/zuora';
import { changeSettings, invoiceNumbers, postInvoices, storedTransfers } from './support/inProcess';
import { without } from './support/invoices';
import {
  type OutboundAccount,
  outboundAccount,
  restorePoint,
  setSecret,
  ZUORA_SECRET,
} from './support/outboundAccount';

// Hours of an account's time take a while on a busy machine.
jest.setTimeout(120_000);

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const CUSTOMER = 'account-1';
const CHARGE = 'charge-1';

const zuora = new ZuoraStandIn({ requestsPerMinute: 1_000 });
let connected: OutboundAccount;
let account: SimulatedAccount;
let restore: () => void;

beforeAll(async () => {
  connected = await outboundAccount(zuora);
  account = connected.account;
  restore = restorePoint(connected);
}, 240_000);

beforeEach(() => restore());

afterAll(() => connected?.close());

/** An invoice without the account and the charge that it names. */
function bare(id: string, customer = CUSTOMER, charge = CHARGE): Readonly<Record<string, unknown>> {
  const invoice = zuoraInvoice(id, 250, customer, charge);
  const items = invoice.invoiceItems as readonly Readonly<Record<string, unknown>>[];
  return { ...without(invoice, 'account'), invoiceItems: items.map((item) => without(item, 'productRatePlanCharge')) };
}

function addCustomer(id = CUSTOMER): void {
  zuora.addAccount(
    { id, accountNumber: id.toUpperCase(), name: `Zuora ${id}` },
    { firstName: 'Ada', lastName: 'Byron', address1: '1 Main Street', city: 'Boston', state: 'MA', country: 'US' },
  );
}

function addItem(id = CHARGE): void {
  zuora.addCharge({
    id,
    name: `Seats of ${id}`,
    accountingCode: 'Revenue : Subscription Revenue',
    ItemType__NS: 'Non Inventory',
  });
}

async function send(...invoices: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await postInvoices(account, invoices, 'zuora');
  await account.idle();
}

async function fetchNow(): Promise<void> {
  await account.run({ script: 'customscript_obc_fetch', deployment: 'customdeploy_obc_fetch_sweep' });
  await account.idle();
}

/** Keeps fetching from starting by itself. */
function switchFetching(isOn: boolean): void {
  account.account.store.run(
    "UPDATE scriptdeployment SET isdeployed = ? WHERE scriptid LIKE 'customdeploy_obc_fetch_%'",
    [isOn ? 'T' : 'F'],
  );
}

async function wait(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += QUARTER) await account.passTime(QUARTER);
  await account.idle();
}

/** What was asked of the platform, in order. */
function asked(): readonly string[] {
  return zuora.requests.map(({ path }) => {
    const url = new URL(path, 'https://zuora');
    return `${url.pathname.split('/').pop()} ${url.searchParams.get('filter[]')}`;
  });
}

const askedCustomer = `accounts id.EQ:${CUSTOMER}`;
const askedItem = `product-rate-plan-charges id.EQ:${CHARGE}`;

async function transfer(kind: string, id: string) {
  const rows = await storedTransfers(account);
  const found = rows.filter((row) => row.kind === kind && row.document === id);
  expect(found).toHaveLength(1);
  const [only] = found;
  if (only === undefined) throw new Error('There is none.');
  const [more] = await account.suiteql(
    `SELECT custrecord_obc_tr_history AS history, custrecord_obc_tr_remedy AS remedy, externalid
     FROM customrecord_obc_transfer WHERE id = ?`,
    [only.id],
  );
  return { ...only, history: String(more?.history), remedy: String(more?.remedy), key: String(more?.externalid) };
}

async function marks(): Promise<readonly string[]> {
  const rows = await account.suiteql(
    "SELECT custrecord_obc_mark_key AS name FROM customrecord_obc_mark WHERE custrecord_obc_mark_key LIKE 'fetch|%' ORDER BY id",
  );
  return rows.map(({ name }) => String(name));
}

describe('a document that was never sent', () => {
  test('is fetched: an invoice is posted although nobody sends its customer and its item', async () => {
    addCustomer();
    addItem();
    await send(bare('1'));
    expect(await invoiceNumbers(account)).toEqual(['INV-1']);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ status: 'Transferred', error: '' });
    expect([...asked()].sort()).toEqual([askedCustomer, askedItem].sort());
    expect(await marks()).toEqual([]);
  });

  test('says in its history that it was fetched, and for whom', async () => {
    addCustomer();
    addItem();
    await send(bare('1'));
    const invoice = await transfer('invoice', 'zuora-invoice-1');
    const customer = await transfer('customer', CUSTOMER);
    expect(customer.history).toMatch(
      new RegExp(`connector, fetched from Zuora for transfer ${invoice.id}, which waits for it: received`),
    );
  });

  test('is stored under the same key as if it had been sent: sending it afterwards changes nothing', async () => {
    addCustomer();
    addItem();
    await send(bare('1'));
    const documents = [
      { kind: 'customer', data: zuora.objectQuery(CUSTOMER) },
      { kind: 'item', data: zuora.charges.get(CHARGE) },
    ];
    const answer = await account.callRestlet({
      script: 'customscript_obc_inbound',
      deploy: 'customdeploy_obc_inbound',
      method: 'POST',
      body: { connection: 'zuora', documents },
    });
    const { results } = JSON.parse(answer.body) as { results: readonly { outcome: string }[] };
    expect(results.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  test('is asked for once, however many documents wait for it', async () => {
    addCustomer();
    addItem();
    await send(...Array.from({ length: 12 }, (_, index) => bare(String(index + 1))));
    expect(await invoiceNumbers(account)).toHaveLength(12);
    expect([...asked()].sort()).toEqual([askedCustomer, askedItem].sort());
  });

  test('is fetched with the parent that it names', async () => {
    addCustomer();
    addCustomer('parent');
    zuora.accounts.set(CUSTOMER, { ...zuora.account(CUSTOMER), parentId: 'parent' } as never);
    addItem();
    await send(bare('1'));
    expect(await invoiceNumbers(account)).toEqual(['INV-1']);
    expect(asked()).toContain('accounts id.EQ:parent');
  });

  test('that was sent already is not asked for, whatever its status', async () => {
    addCustomer();
    await changeSettings(connected, { paused: true }, 'zuora');
    const documents = [{ kind: 'customer', data: { ...zuora.objectQuery(CUSTOMER), Subsidiary__NS: 'No Such Place' } }];
    await account.callRestlet({
      script: 'customscript_obc_inbound',
      deploy: 'customdeploy_obc_inbound',
      method: 'POST',
      body: { connection: 'zuora', documents },
    });
    await changeSettings(connected, { paused: false }, 'zuora');
    await send(bare('1'));
    await wait(QUARTER);
    expect(await transfer('customer', CUSTOMER)).toMatchObject({ reason: 'Action Needed' });
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ reason: 'Waiting' });
    expect(asked()).not.toContain(askedCustomer);
  });
});

describe('two runs at once', () => {
  test('ask for a document once', async () => {
    addCustomer();
    addItem();
    switchFetching(false);
    await send(bare('1'), bare('2'));
    switchFetching(true);
    const script = 'customscript_obc_fetch';
    await Promise.all(
      ['customdeploy_obc_fetch_sweep', 'customdeploy_obc_fetch_1'].map((deployment) =>
        account.run({ script, deployment }),
      ),
    );
    await account.idle();
    expect(new Set(asked()).size).toBe(asked().length);
    expect(await invoiceNumbers(account)).toEqual(['INV-1', 'INV-2']);
  });
});

describe('in scheduled mode', () => {
  test('what was fetched is posted by the schedule, as what was sent', async () => {
    addCustomer();
    addItem();
    await changeSettings(connected, { scheduledMode: true }, 'zuora');
    await send(bare('1'));
    // The call itself starts a run where none has started for ten minutes; the next one is the schedule's.
    expect(await transfer('customer', CUSTOMER)).toMatchObject({ reason: 'Queued' });
    await wait(HOUR);
    expect(await invoiceNumbers(account)).toEqual(['INV-1']);
    expect([...asked()].sort()).toEqual([askedCustomer, askedItem].sort());
  });
});

describe('a document that the platform does not have', () => {
  test('is named by what waits for it, with a remedy, and goes on being waited for', async () => {
    await send(bare('1'));
    const invoice = await transfer('invoice', 'zuora-invoice-1');
    expect(invoice).toMatchObject({
      status: 'Not Transferred',
      reason: 'Waiting',
      error: 'NOT_FOUND_IN_PLATFORM',
      message: `Waits for the ${invoice.waitsFor.replace(/ (.*)/, ' "$1"')}, which was never sent, and which Zuora did not have when it was asked for it.`,
    });
    expect(invoice.remedy).toContain(invoice.waitsFor.replace(/ (.*)/, ' "$1"'));
    expect(invoice.history).toContain('NOT_FOUND_IN_PLATFORM');
  });

  test('is asked for again ever more seldom, and history is written once', async () => {
    await send(bare('1'));
    expect(asked()).toHaveLength(1);
    await wait(HOUR);
    const first = asked().length;
    expect(first).toBeGreaterThanOrEqual(2);
    await wait(2 * HOUR);
    expect(asked().length).toBeGreaterThan(first);
    expect(asked().length - first).toBeLessThan(3);
    const { history } = await transfer('invoice', 'zuora-invoice-1');
    expect(history.match(/NOT_FOUND_IN_PLATFORM/g)).toHaveLength(1);
  });

  test('is fetched when the platform has it later, and posting follows', async () => {
    await send(bare('1'));
    addCustomer();
    addItem();
    await wait(HOUR);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ status: 'Transferred', error: '' });
    expect(await marks()).toEqual([]);
  });

  test('may be sent after all: then it is not asked for any more, and nothing is left of asking', async () => {
    await send(bare('1'));
    const { waitsFor } = await transfer('invoice', 'zuora-invoice-1');
    addCustomer();
    addItem();
    const times = asked().length;
    await postInvoices(account, [zuoraInvoice('2')], 'zuora');
    await wait(HOUR);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ status: 'Transferred' });
    expect(asked()).toHaveLength(times);
    expect(await marks()).not.toContain(`fetch|zuora|${waitsFor.replace(' ', '|')}`);
  });

  test('is named later where another run holds the lane of what waits for it, whose row is left alone', async () => {
    switchFetching(false);
    await send(bare('1'));
    switchFetching(true);
    const holdLanes = (holder: string | null, until: string | null): void => {
      account.account.store.run(
        'UPDATE customrecord_obc_lane SET custrecord_obc_lane_holder = ?, custrecord_obc_lane_until = ?',
        [holder, until],
      );
    };
    holdLanes('another run', '2026-11-09T00:00:00.000Z');
    await fetchNow();
    expect(asked()).toHaveLength(1);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ error: 'WAITING_FOR_DOCUMENT' });
    holdLanes(null, null);
    await wait(2 * QUARTER);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ error: 'NOT_FOUND_IN_PLATFORM' });
  });

  test('does not keep others from being fetched', async () => {
    addCustomer('here');
    addItem();
    await send(bare('1', 'gone'), bare('2', 'here'));
    expect(await invoiceNumbers(account)).toEqual(['INV-2']);
  });
});

describe('nothing is asked', () => {
  test.each([
    ['of a connection that is paused', () => changeSettings(connected, { paused: true }, 'zuora')],
    [
      'of a connection without an API secret',
      () =>
        changeSettings(
          connected,
          { api: { url: 'https://rest.test.zuora.com', clientId: 'client', secret: '' } },
          'zuora',
        ),
    ],
    [
      'in a copy of the account, until the connection is activated there',
      async () => {
        account.account.store.run("UPDATE customrecord_obc_connection SET custrecord_obc_conn_account = '7654321'");
      },
    ],
  ])('%s', async (_name, hinder) => {
    addCustomer();
    addItem();
    await hinder();
    await send(bare('1'));
    await fetchNow();
    expect(zuora.log).toEqual([]);
    expect(await invoiceNumbers(account)).toEqual([]);
  });

  test('while nothing waits', async () => {
    await fetchNow();
    expect(zuora.log).toEqual([]);
  });
});

describe('what the platform answers', () => {
  test('HTTP 429 lets the connection rest as long as Zuora says, and then it goes on', async () => {
    addCustomer();
    addItem();
    zuora.fail({ status: 429, headers: { 'RateLimit-Reset': '1200' } });
    await send(bare('1'), bare('2', 'another'));
    expect(asked()).toHaveLength(1);
    await fetchNow();
    expect(asked()).toHaveLength(1);
    await wait(HOUR);
    expect(await invoiceNumbers(account)).toContain('INV-1');
  });

  test.each([
    ['HTTP 503', { status: 503 }],
    ['a lock in HTTP 200', { code: 53_100_350 }],
    ['no answer in time', { fails: 'no answer', afterEffect: true }],
  ] as const)('%s is asked again by itself, and what waits does not change', async (_name, fault) => {
    addCustomer();
    addItem();
    zuora.fail(fault);
    await send(bare('1'));
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({
      reason: 'Waiting',
      error: 'WAITING_FOR_DOCUMENT',
    });
    await wait(HOUR);
    expect(await transfer('invoice', 'zuora-invoice-1')).toMatchObject({ status: 'Transferred' });
  });

  test('a login that is refused is said by what waits, and not tried once for each document', async () => {
    setSecret(connected, 'custsecret_zuora', 'not-the-secret');
    await send(...Array.from({ length: 8 }, (_, index) => bare(String(index + 1), `customer-${index}`)));
    expect(zuora.tokenRequests.length).toBeLessThanOrEqual(6);
    const rows = await storedTransfers(account);
    expect(
      rows.some(({ error, message }) => error === 'LOGIN_REFUSED' && message.includes('Zuora, asked for it')),
    ).toBe(true);
    expect(JSON.stringify([rows, account.log()])).not.toContain('not-the-secret');
    setSecret(connected, 'custsecret_zuora', ZUORA_SECRET);
  });

  test('a document that cannot be taken is said with the reason, by what waits for it', async () => {
    addCustomer();
    addItem();
    zuora.accounts.set(CUSTOMER, { ...zuora.account(CUSTOMER), SynctoNetSuite__NS: 'No' } as never);
    await send(bare('1'));
    await wait(QUARTER);
    const invoice = await transfer('invoice', 'zuora-invoice-1');
    expect(invoice).toMatchObject({ reason: 'Waiting', error: 'SYNC_SWITCHED_OFF' });
    expect(invoice.message).toMatch(/Sync to NetSuite = No/);
  });
});

describe('a run that dies', () => {
  test.each([
    ['after it noted that it asks', { op: 'record.save', nth: 1 }],
    ['after it asked', { op: 'https.request', nth: 2 }],
    ['after it stored what it fetched', { op: 'record.save', nth: 2 }],
    ['after it forgot that it asked', { op: 'record.delete', nth: 1 }],
  ])('%s is followed by one that goes on, and nothing is there twice', async (_name, call) => {
    addCustomer();
    addItem();
    account.faults.plan({ rules: [{ kind: 'crashAfter', script: 'customscript_obc_fetch', ...call }] });
    await send(bare('1'));
    await wait(HOUR);
    expect(await invoiceNumbers(account)).toEqual(['INV-1']);
    const rows = await storedTransfers(account);
    expect(rows.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'customer Transferred',
      'invoice Transferred',
      'item Transferred',
    ]);
    await wait(HOUR);
    expect(await marks()).toEqual([]);
  });
});
