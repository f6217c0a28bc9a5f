import { preference } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { User } from '../../kernel/execution';
import type { Frame } from '../../ui/renderPage';

const LINKS = [
  { title: 'Home', url: '/app/center/card.nl' },
  { title: 'Records', url: '/app/common/recordtypes.nl' },
  { title: 'Scripts', url: '/app/common/scripting/scriptlist.nl' },
  { title: 'Execution log', url: '/app/common/scripting/scriptnotes.nl' },
  { title: 'Sent mail', url: '/app/common/sentmail.nl' },
  { title: 'Trial balance', url: '/app/reporting/trialbalance.nl' },
  { title: 'Login audit trail', url: '/app/setup/loginaudit.nl' },
] as const;

/** The frame of a page: company, main links and who is logged in; without the links where nobody is. */
export function frameFor(account: Account, user: User | null): Frame {
  const company = preference(account, 'COMPANYNAME') ?? `Account ${account.id}`;
  if (!user) return { company, user: null, links: [] };
  const role = account.store.get<{ name: string }>('SELECT name FROM role WHERE id = ?', [Number(user.role)]);
  return { company, user: { name: user.name, role: role?.name ?? user.roleScriptId }, links: LINKS };
}
