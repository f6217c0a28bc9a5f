import { digestDay } from '../../../../src/transfers/watch/digestTime';
import { type DigestFacts, digestMail, standstillMail } from '../../../../src/transfers/watch/mails';

const now = Date.UTC(2026, 10, 2, 15);
const facts: DigestFacts = {
  name: 'zuora-us',
  since: '2026-11-01T14:00:00.000Z',
  received: [{ direction: 'Inbound', kind: 'invoice', status: 'Transferred', reason: '', transfers: 40 }],
  transferred: [{ direction: 'Inbound', kind: 'invoice', status: 'Transferred', reason: '', transfers: 38 }],
  stuck: [
    {
      reason: 'Action Needed',
      code: 'ACCOUNT_NOT_FOUND',
      remedy: 'Map <b>"Wire"</b> & retry.',
      transfers: 2,
      oldest: '2026-10-30T09:00:00.000Z',
      example: { transfer: 7, kind: 'invoice', number: 'INV-7' },
    },
    {
      reason: 'Waiting',
      code: 'WAITING_FOR_ITEM',
      remedy: '',
      transfers: 1,
      oldest: '2026-11-02T14:59:30.000Z',
      example: { transfer: 9, kind: 'invoice', number: 'INV-9' },
    },
  ],
};

describe('the daily digest', () => {
  test('says in its subject how many documents are not transferred', () => {
    expect(digestMail(facts, now).subject).toBe('Billing Connector: zuora-us: 3 documents not transferred');
    expect(digestMail({ ...facts, stuck: [] }, now).subject).toBe(
      'Billing Connector: zuora-us: everything is transferred',
    );
  });

  test('says what came, what was transferred, what is stuck and how old the oldest is', () => {
    const { body } = digestMail(facts, now);
    expect(body).toContain('<td align="left">40</td>');
    expect(body).toContain('<td align="left">38</td>');
    expect(body).toContain('The oldest was received 3 days ago.');
    expect(body).toContain('invoice INV-7 (transfer 7)');
  });

  test('escapes what came from outside', () => {
    const { body } = digestMail(facts, now);
    expect(body).not.toContain('<b>');
    expect(body).toContain('Map &#60;b&#62;&#34;Wire&#34;&#60;/b&#62; &#38; retry.');
  });

  test('is due from six in the morning on, in the connection’s time zone', () => {
    expect(digestDay('America/New_York', Date.UTC(2026, 10, 2, 10, 59))).toBeNull();
    expect(digestDay('America/New_York', Date.UTC(2026, 10, 2, 11))).toBe('2026-11-02');
    expect(digestDay('Asia/Tokyo', Date.UTC(2026, 10, 2, 22))).toBe('2026-11-03');
  });
});

test('the alert says how much could be worked on and for how long nothing was tried', () => {
  const { subject, body } = standstillMail(
    'nue',
    { transfers: 1, intakes: 2, lastAttempt: '' },
    '2026-11-02T14:15:00.000Z',
    now,
  );
  expect(subject).toBe('Billing Connector: nue stands still');
  expect(body).toContain('1 document and 2 calls');
  expect(body).toContain('for 45 minutes');
});
