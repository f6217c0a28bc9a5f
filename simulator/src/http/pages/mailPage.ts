import type { Account } from '../../kernel/account';
import { outbox } from '../../mail/outbox';
import { type Html, html } from '../../ui/html';
import { table } from './table';

/** Mails that scripts sent, newest first. */
export function mailTable(account: Account): Html {
  return table(
    'Sent mail',
    [
      { label: 'Date (UTC)', isFixed: true },
      { label: 'From', isFixed: true },
      { label: 'To' },
      { label: 'Subject' },
      { label: 'Message' },
    ],
    outbox(account.store)
      .reverse()
      .map(({ date, from, recipients, cc, bcc, subject, body, attachments }) => [
        date.slice(0, 19).replace('T', ' '),
        from,
        [...recipients, ...cc.map((one) => `cc ${one}`), ...bcc.map((one) => `bcc ${one}`)].join(', '),
        subject,
        html`<pre>${[body, ...attachments.map(({ name }) => `[${name}]`)].join('\n')}</pre>`,
      ]),
  );
}
