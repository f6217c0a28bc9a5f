import * as email from 'N/email';
import type { ConnectionSettings } from '../../settings/settings';
import type { Mail } from './mails';

/** `email.send` takes so many recipients (section_4358681681). */
const MOST_RECIPIENTS = 10;

/** The employee that every account begins with. */
const FIRST_EMPLOYEE = -5;

/** Sends a mail to all recipients: 20 units for each ten. */
export function sendMail(mail: Mail, recipients: readonly string[], settings: ConnectionSettings): void {
  const { sender } = settings.recipients;
  for (let start = 0; start < recipients.length; start += MOST_RECIPIENTS) {
    email.send({
      author: sender === '' ? FIRST_EMPLOYEE : Number(sender),
      recipients: recipients.slice(start, start + MOST_RECIPIENTS),
      subject: mail.subject,
      body: mail.body,
    });
  }
}
