import { type CallTable, defineCall } from '../kernel/call';
import { loadConfiguration, saveConfiguration } from '../records/configuration';
import type { RecordData } from '../records/data';

/** N/config in the account: 10 units to load a page (section_157072844224), as much as any other record to save it. */
export const configCalls: CallTable = {
  'config.load': defineCall<{ readonly type: string }, RecordData>({
    units: 10,
    serve: ({ type }, account) => loadConfiguration(account, type),
  }),
  'config.save': defineCall<{ readonly record: RecordData }, null>({
    units: 10,
    serve: ({ record }, account) => {
      saveConfiguration(account, record);
      return null;
    },
  }),
};
