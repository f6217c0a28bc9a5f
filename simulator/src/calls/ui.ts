import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import type { PageOption } from '../kernel/page';
import { entries, sourceOfSelectRecordType } from '../records/select/sources';

/** What N/ui/serverWidget asks of the account; no units (section_157072844224). */
export const uiCalls: CallTable = {
  'ui.selectOptions': defineCall({
    units: 0,
    serve: ({ source }: { readonly source: string }, account) =>
      selectOptions(account, source).map(({ value, text }) => ({ value, text })),
  }),
};

/** Options of a select field with a source: a record type or list by id, or by SDF's number (`-2` for customers). */
export function selectOptions(account: Account, source: string): readonly PageOption[] {
  const name = sourceOfSelectRecordType(source) ?? source.toLowerCase();
  return entries(account, name).map(({ value, text }) => ({ value, text, isSelected: false }));
}
