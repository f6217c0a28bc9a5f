import { describe, expect, test } from '@jest/globals';
import { tableHtml } from '../../../src/screens/hub/table';
import type { HubRow, HubView } from '../../../src/screens/hub/viewModel';

const row: HubRow = {
  transfer: { text: '7', address: '/app/transfer?id=7&x="1"' },
  status: 'Transferred',
  reason: '',
  kind: 'invoice',
  number: 'INV-7',
  customer: '<b>O\'Brien</b> & "Sons"',
  amount: '12.50 EUR',
  record: { text: 'INV-7', address: 'javascript:alert(1)' },
  received: '3/31/2026 5:00 am',
  attempts: '1',
  problem: '',
  connection: 'nue',
};

const view: HubView = { counts: [], rows: [row], range: '1 to 1 of 1', previous: null, next: null };

describe('the list of the hub', () => {
  test('has a cell under each heading', () => {
    const html = tableHtml(view);
    expect(html.match(/<th /g)).toHaveLength(11);
    expect(html.match(/<td /g)).toHaveLength(11);
  });

  test('shows names as text and leads only to addresses of NetSuite', () => {
    const html = tableHtml(view);
    expect(html).toContain('&#60;b&#62;O&#39;Brien&#60;/b&#62; &#38; &#34;Sons&#34;');
    expect(html).toContain('<a href="/app/transfer?id=7&#38;x=&#34;1&#34;">7</a>');
    expect(html).not.toContain('javascript:');
  });

  test('names the reason under the status', () => {
    const html = tableHtml({ ...view, rows: [{ ...row, status: 'Not Transferred', reason: 'Action Needed' }] });
    expect(html).toContain('>Not Transferred<br><strong>Action Needed</strong></td>');
  });

  test('is left out where there is nothing to list', () => {
    expect(tableHtml({ ...view, rows: [] })).toBe('');
  });
});
