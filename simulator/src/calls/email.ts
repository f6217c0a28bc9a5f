import { type CallTable, defineCall } from '../kernel/call';
import type { MailRequest } from '../kernel/mailData';
import { sendMail } from '../mail/send';

/** N/email in the account: 20 units for a mail, 10 for a bulk mail (section_157072844224). */
export const emailCalls: CallTable = {
  'email.send': defineCall<MailRequest, null>({
    units: 20,
    serve: (request, account, caller) => sendMail(account, caller, request, false),
  }),
  'email.sendBulk': defineCall<MailRequest, null>({
    units: 10,
    serve: (request, account, caller) => sendMail(account, caller, request, true),
  }),
};
