import type { MailAttachment, MailRequest } from '../../kernel/mailData';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import type { Lacks } from '../moduleTypes';
import { defineModule, unsupported } from '../unsupported';

type Options = Readonly<Record<string, unknown>>;

const REQUIRED = ['author', 'recipients', 'subject', 'body'] as const;

/** Sends a mail to up to ten recipients, who are named by internal id or address (section_4358681681). */
function send(options: Options): void {
  call<null>('email.send', requestOf('email.send', options));
}

/** Sends a mail to any number of recipients (section_4358667505). */
function sendBulk(options: Options): void {
  call<null>('email.sendBulk', requestOf('email.sendBulk', options));
}

function requestOf(method: string, given: Options): MailRequest {
  const options = given ?? {};
  for (const name of REQUIRED) if (isAbsent(options[name])) throw missingArgument(method, name);
  const { author, replyTo, subject, body, attachments, relatedRecords, isInternalOnly } = options;
  if (typeof author !== 'number' && typeof author !== 'string') throw wrongType('author', 'number');
  return {
    author: String(author),
    recipients: people('recipients', options.recipients),
    cc: people('cc', options.cc),
    bcc: people('bcc', options.bcc),
    replyTo: isAbsent(replyTo) ? null : text('replyTo', replyTo),
    subject: text('subject', subject),
    body: text('body', body),
    attachments: isAbsent(attachments) ? [] : attached(attachments),
    relatedRecords: related(relatedRecords),
    isInternalOnly: isInternalOnly === true,
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function people(name: string, given: unknown): string[] {
  if (isAbsent(given)) return [];
  return (Array.isArray(given) ? given : [given]).map((one: unknown) => {
    if (typeof one !== 'string' && typeof one !== 'number')
      throw wrongType(name, 'number | string | number[] | string[]');
    return String(one);
  });
}

function text(name: string, given: unknown): string {
  if (typeof given !== 'string') throw wrongType(name, 'string');
  return given;
}

function attached(given: unknown): MailAttachment[] {
  if (!Array.isArray(given)) throw wrongType('attachments', 'file.File[]');
  return given.map((file: unknown) => {
    const { name, fileType, size } = (file ?? {}) as Partial<MailAttachment>;
    if (typeof name !== 'string' || typeof fileType !== 'string') throw wrongType('attachments', 'file.File[]');
    return { name, fileType, size: Number(size) };
  });
}

/** A custom record, a transaction and an activity exclude one another; an entity goes with each. */
function related(given: unknown): Record<string, string> {
  const { transactionId, activityId, entityId, customRecord } = (given ?? {}) as Options;
  const { id, recordType } = (customRecord ?? {}) as Options;
  const named = { transactionId, activityId, entityId, customRecordId: id, customRecordType: recordType };
  return Object.fromEntries(
    Object.entries(named)
      .filter(([, value]) => !isAbsent(value))
      .map(([name, value]) => [name, String(value)]),
  );
}

function wrongType(name: string, type: string) {
  return scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: ${name} is expected as ${type}.`);
}

/** The promise variants of both are for client scripts only. */
const implemented = {
  send: Object.assign(send, { promise: unsupported('N/email.send.promise') }),
  sendBulk: Object.assign(sendBulk, { promise: unsupported('N/email.sendBulk.promise') }),
};

/** `N/email` (section_4358552361). Mails go to the account's outbox and nowhere else. */
export const email = defineModule('N/email', implemented, ['sendCampaignEvent']);
export const lacks: Lacks<typeof import('N/email'), typeof implemented, 'sendCampaignEvent'> = true;
