import { preference } from '../company/settings';
import { type CallTable, defineCall } from '../kernel/call';

/**
 * N/format works in the script; this gives it the company's preferences, by which NetSuite formats for a user who has
 * set none (section_N496646).
 */
export const formatCalls: CallTable = {
  'format.preferences': defineCall({
    units: 0,
    serve: (_, account) => ({
      date: preference(account, 'DATEFORMAT') ?? 'M/D/YYYY',
      time: preference(account, 'TIMEFORMAT') ?? 'h:mm a',
      zone: preference(account, 'TIMEZONE') ?? 'America/Los_Angeles',
      number: preference(account, 'NUMBERFORMAT') ?? '0',
    }),
  }),
};
