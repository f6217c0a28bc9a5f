import type { Account } from '../kernel/account';
import type { MailAttachment } from '../kernel/mailData';
import type { Row, Store } from '../store/store';

/** A mail that a script sent. Nothing leaves the machine: it stays in the account's outbox. */
export interface SentMail {
  /** ISO time of the account's clock, UTC. */
  readonly date: string;
  /** Internal id of the employee, and their address. */
  readonly author: string;
  readonly from: string | null;
  /** Addresses. */
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly MailAttachment[];
  /** Internal ids by `transactionId`, `entityId`, ... */
  readonly relatedRecords: Readonly<Record<string, string>>;
  /** Hidden from customers and contacts. */
  readonly isInternalOnly: boolean;
  /** Sent by `email.sendBulk`. */
  readonly isBulk: boolean;
  /** Script id of the script that sent it. */
  readonly script: string | null;
}

interface MailRow extends Row {
  readonly mail: string;
}

export function keepMail({ store }: Account, mail: SentMail): void {
  store.run('INSERT INTO sentmail (date, mail) VALUES (?, ?)', [mail.date, JSON.stringify(mail)]);
}

/** All mails that scripts sent, oldest first. */
export function outbox(store: Store): SentMail[] {
  return store.all<MailRow>('SELECT mail FROM sentmail ORDER BY id').map(({ mail }) => JSON.parse(mail) as SentMail);
}
