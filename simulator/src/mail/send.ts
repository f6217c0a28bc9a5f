import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { MailRequest } from '../kernel/mailData';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { requirePermission } from '../permissions/require';
import { addressesOf, authorOf } from './addresses';
import { keepMail } from './outbox';

const MOST_RECIPIENTS = 10;
const MEGABYTE = 1024 * 1024;
const LARGEST_ATTACHMENT = 10 * MEGABYTE;
const LARGEST_MESSAGE = 15 * MEGABYTE;

/**
 * Sends a mail into the account's outbox (section_4358681681, section_4358667505): an employee sends; at most ten
 * recipients, `cc` and `bcc` included, unless it is bulk; attachments up to 10 MB each and 15 MB with the message; on
 * another user's behalf only with the permission Vicarious Emails.
 *
 * @throws SSS_AUTHOR_MUST_BE_EMPLOYEE, SSS_INVALID_TO_EMAIL, SSS_INVALID_CC_EMAIL, SSS_INVALID_BCC_EMAIL,
 * SSS_MAXIMUM_NUMBER_RECIPIENTS_EXCEEDED, SSS_FILE_CONTENT_SIZE_EXCEEDED, ATTACH_SIZE_EXCEEDED, INSUFFICIENT_PERMISSION
 */
export function sendMail(account: Account, caller: Caller, request: MailRequest, isBulk: boolean): null {
  const author = authorOf(account, request.author);
  if (String(author.id) !== caller.user.id) {
    requirePermission(account, caller.user, 'ADMI_VICARIOUS_EMAIL', PERMISSION_LEVELS.VIEW);
  }
  const { recipients, cc, bcc } = request;
  if (!isBulk && recipients.length + cc.length + bcc.length > MOST_RECIPIENTS) {
    throw new NetSuiteError(
      'SSS_MAXIMUM_NUMBER_RECIPIENTS_EXCEEDED',
      `You may have a maximum number of ${MOST_RECIPIENTS} recipients.`,
    );
  }
  checkSizes(request);
  keepMail(account, {
    date: new Date(account.clock.now()).toISOString(),
    author: String(author.id),
    from: author.email,
    recipients: addressesOf(account, recipients, 'to'),
    cc: addressesOf(account, cc, 'cc'),
    bcc: addressesOf(account, bcc, 'bcc'),
    replyTo: request.replyTo,
    subject: request.subject,
    body: request.body,
    attachments: request.attachments,
    relatedRecords: request.relatedRecords,
    isInternalOnly: request.isInternalOnly,
    isBulk,
    script: caller.execution?.request.script.scriptId ?? null,
  });
  return null;
}

function checkSizes({ body, attachments }: MailRequest): void {
  if (attachments.some(({ size }) => size > LARGEST_ATTACHMENT)) {
    throw new NetSuiteError(
      'SSS_FILE_CONTENT_SIZE_EXCEEDED',
      'The file content you are attempting to access exceeds the maximum allowed size of 10MB.',
    );
  }
  if (Buffer.byteLength(body) + attachments.reduce((sum, { size }) => sum + size, 0) > LARGEST_MESSAGE) {
    throw new NetSuiteError(
      'ATTACH_SIZE_EXCEEDED',
      'This message exceeds the limit of 15 MB. Please reduce the size of the message and its attachments and try again. ' +
        'Note: Files can be larger when attached due to encoding.',
    );
  }
}
