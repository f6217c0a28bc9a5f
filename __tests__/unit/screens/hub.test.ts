import { describe, expect, test } from '@jest/globals';
import { escapeHtml, linkHtml } from '../../../src/netsuite/html';
import { hubAddress, readHubQuery } from '../../../src/screens/hub/query';
import { pagerHtml, statusBarHtml } from '../../../src/screens/hub/statusBar';
import { type HubEdge, hubView } from '../../../src/screens/hub/viewModel';
import type { TransferView } from '../../../src/transfers/request';

const edge: HubEdge = {
  base: '/app/site/hosting/scriptlet.nl?script=1&deploy=1',
  transferAddress: (transfer) => `/app/transfer?id=${transfer}`,
  showTime: (time) => time,
  showAmount: (amount) => amount,
};

const transfer: TransferView = {
  transfer: 7,
  connection: 'nue',
  direction: 'Inbound',
  kind: 'invoice',
  id: 'I7',
  number: 'INV-7',
  version: '1',
  customer: 'ACME',
  date: '2026-03-31',
  amount: '12.50',
  currency: 'EUR',
  status: 'Not Transferred',
  reason: 'Action Needed',
  waitsFor: null,
  error: { code: 'TERM_NOT_FOUND', message: 'No term.', remedy: 'Add it.' },
  record: null,
  attempts: 2,
  nextAttempt: null,
  received: '2026-03-31T12:00:00.000Z',
  started: null,
  transferred: null,
  intake: null,
};

describe('the address of the hub', () => {
  test('is read with what makes sense, the rest left out', () => {
    expect(readHubQuery({ status: 'Transferred', connection: 'nue', kind: 'invoice', page: '3' })).toEqual({
      status: 'Transferred',
      connection: 'nue',
      kind: 'invoice',
      page: 3,
    });
    expect(readHubQuery({ status: 'Lost', connection: '"><script>', page: '-1' })).toEqual({
      status: null,
      connection: null,
      kind: null,
      page: 1,
    });
  });

  test('can be shared: it is read as it was written', () => {
    const query = { status: 'Not Transferred', connection: 'zuora-us', kind: 'item', page: 2 } as const;
    const address = new URL(hubAddress(edge.base, query), 'http://netsuite');
    expect(readHubQuery(Object.fromEntries(address.searchParams))).toEqual(query);
    expect(address.searchParams.get('script')).toBe('1');
  });
});

describe('the hub', () => {
  const query = readHubQuery({});

  test('shows of a document that is stuck what happened and what to do', () => {
    const [row] = hubView(query, { transfers: [transfer], total: 1, counts: new Map() }, edge).rows;
    expect(row).toMatchObject({
      number: 'INV-7',
      amount: '12.50 EUR',
      problem: 'No term. Add it.',
      record: { text: '', address: '' },
      transfer: { text: '7', address: '/app/transfer?id=7' },
    });
  });

  test('shows of a transferred document its record and no old error', () => {
    const record = { type: 'invoice', id: '55', url: '/app/invoice?id=55', number: 'INV55' };
    const done: TransferView = { ...transfer, status: 'Transferred', reason: null, record };
    const [row] = hubView(query, { transfers: [done], total: 1, counts: new Map() }, edge).rows;
    expect(row).toMatchObject({ record: { text: 'INV55', address: '/app/invoice?id=55' }, problem: '' });
  });

  test('counts by status, all first, and leads from page to page with the filter kept', () => {
    const counts = new Map([['Transferred', 120] as const, ['Cancelled', 1] as const]);
    const chosen = readHubQuery({ status: 'Transferred', page: '2' });
    const transfers = new Array<TransferView>(50).fill(transfer);
    const view = hubView(chosen, { transfers, total: 120, counts }, edge);
    expect(view.counts.map(({ text, count }) => [text, count])).toEqual([
      ['All', 121],
      ['Not Transferred', 0],
      ['Transferring', 0],
      ['Transferred', 120],
      ['Cancelled', 1],
    ]);
    expect(view.range).toBe('51 to 100 of 120');
    expect(view.previous).toBe(`${edge.base}&status=Transferred`);
    expect(view.next).toBe(`${edge.base}&status=Transferred&page=3`);
    expect(statusBarHtml(view)).toContain('<strong aria-current="page">Transferred (120)</strong>');
    expect(pagerHtml(view)).toContain('51 to 100 of 120');
  });
});

describe('text from outside', () => {
  const hostile = '"><img src=x onerror=alert(1)>\'&';

  test('cannot leave its place', () => {
    expect(escapeHtml(hostile)).not.toMatch(/[<>"']/);
  });

  test('becomes no link to a script', () => {
    expect(linkHtml('x', 'javascript:alert(1)')).toBe('x');
    expect(linkHtml(hostile, `/record?id=${hostile}`)).toMatch(/^<a href="\/record\?id=[^<>"]*">[^<>"]*<\/a>$/);
  });
});
