import { ZuoraStandIn } from '../../support/standIns/zuora';
import {
  arrive,
  type CustomerTransfer,
  customerTransfers,
  edit,
  type OutboundAccount,
  outboundAccount,
  restorePoint,
} from './outboundAccount';

/** A telephone number that no customer has before it is edited. */
export const PHONE = '+1 617 555 0199';

/** An account in which the customer of Zuora’s account `a1` stands, as before each test of a file. */
export interface CustomerEdits {
  readonly outbound: OutboundAccount;
  /** Internal id of the customer. */
  readonly customer: string;
  /** The API of a second Zuora tenant, to which no connection points yet. */
  readonly second: ZuoraStandIn;
  /** Edits a customer, and lets all happen that follows by itself. */
  editAndSend(values: Record<string, unknown>, more?: Record<string, unknown>, customer?: string): Promise<void>;
  /** The one transfer that is there. */
  only(): Promise<CustomerTransfer>;
  /** The bill-to contact of `a1`, as Zuora has it. */
  billTo(): ReturnType<ZuoraStandIn['contact']>;
  /** What Zuora was asked to change. */
  puts(): ZuoraStandIn['requests'];
}

/** Opens the account before the tests of a file, takes it back before each, and closes it after all. */
export function customerEdits(): CustomerEdits {
  const second = new ZuoraStandIn({ host: 'rest.eu.zuora.com' });
  let opened: { readonly outbound: OutboundAccount; readonly customer: string; restore(): Promise<void> } | null = null;
  const there = () => {
    if (opened === null) throw new Error('The account is opened before the first test.');
    return opened;
  };
  beforeAll(async () => {
    const outbound = await outboundAccount(undefined, second.outside);
    const customer = await arrive(outbound, 'a1');
    opened = { outbound, customer, restore: restorePoint(outbound) };
  }, 240_000);
  beforeEach(() => there().restore());
  afterAll(() => opened?.outbound.close());
  return {
    second,
    get outbound() {
      return there().outbound;
    },
    get customer() {
      return there().customer;
    },
    editAndSend: async (values, more = {}, customer = there().customer) => {
      await edit(there().outbound, customer, values, more);
      await there().outbound.account.idle();
    },
    only: async () => {
      const [row, ...others] = await customerTransfers(there().outbound);
      expect(others).toEqual([]);
      if (row === undefined) throw new Error('There is none.');
      return row;
    },
    billTo: () => there().outbound.zuora.contact('a1-bill'),
    puts: () => there().outbound.zuora.requests.filter(({ method }) => method === 'PUT'),
  };
}
