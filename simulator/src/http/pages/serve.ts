import { sessionCookie, sessionUser } from '../../auth/sessions';
import { RECORD_PAGES, recordTypeOfPage } from '../../calls/recordAddress';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { User } from '../../kernel/execution';
import { recordDefinition } from '../../records/catalogue';
import { installedProjects } from '../../sdf/installed';
import { type Content, html } from '../../ui/html';
import { renderDocument } from '../../ui/renderPage';
import type { Incoming } from '../incoming';
import { type Outgoing, page, redirect } from '../outgoing';
import type { Served } from '../served';
import { errorPage } from './errorPage';
import { frameFor } from './frame';
import { glImpactContent, trialBalanceContent } from './ledger';
import { loginAddress } from './login';
import { loginAuditTable } from './loginAudit';
import { logLines, logTable } from './logPage';
import { mailTable } from './mailPage';
import { recordContent, recordListContent, recordTitle, recordTypesTable } from './records';
import { allDeployments, scriptTable } from './scripts';
import { link, pageOf, pager, table } from './table';

interface Page {
  readonly title: string;
  readonly content: Content;
}

type PageMaker = (account: Account, user: User, request: Incoming) => Page;

const PAGES: Readonly<Record<string, PageMaker>> = {
  '/app/center/card.nl': (account) => ({ title: 'Home', content: home(account) }),
  '/app/common/recordtypes.nl': (account) => ({ title: 'Record types', content: recordTypesTable(account) }),
  '/app/common/recordlist.nl': (account, _, { query }) => {
    const type = (query.get('rectype') ?? '').toLowerCase();
    return {
      title: recordDefinition(account, type).label,
      content: recordListContent(account, type, query, pageOf(query)),
    };
  },
  '/app/common/scripting/scriptlist.nl': (account) => ({
    title: 'Scripts',
    content: scriptTable(account, allDeployments(account)),
  }),
  '/app/common/scripting/scriptnotes.nl': (account, _, { query, path }) => {
    const { rows, hasMore } = logLines(account, { script: query.get('script'), page: pageOf(query) });
    return {
      title: 'Script execution log',
      content: html`${logTable(rows)}${pager(path, query, pageOf(query), hasMore)}`,
    };
  },
  '/app/common/sentmail.nl': (account) => ({ title: 'Sent mail', content: mailTable(account) }),
  '/app/reporting/trialbalance.nl': (account) => ({ title: 'Trial balance', content: trialBalanceContent(account) }),
  '/app/accounting/transactions/glimpact.nl': (account, _, { query }) => ({
    title: 'G/L impact',
    content: glImpactContent(account, Number(query.get('id'))),
  }),
  '/app/setup/loginaudit.nl': (account) => ({ title: 'Login audit trail', content: loginAuditTable(account) }),
};

/** `/app/...`: pages for people, who have logged in at `/simulator/login`. */
export async function servePage({ account }: Served, request: Incoming): Promise<Outgoing> {
  const session = sessionCookie(request.cookie);
  const user = session === null ? null : sessionUser(account, session);
  if (!user) return redirect(loginAddress(`${request.path}${request.query.size > 0 ? `?${request.query}` : ''}`));
  const maker = PAGES[request.path] ?? (RECORD_PAGES.includes(request.path) ? recordPage : null);
  try {
    if (!maker) throw new NetSuiteError('PAGE_NOT_FOUND', 'The simulator has no such page.');
    const { title, content } = maker(account, user, request);
    return page(renderDocument(title, content, frameFor(account, user)));
  } catch (error) {
    if (error instanceof NetSuiteError) return errorPage(account, user, error, maker ? 400 : 404);
    throw error;
  }
}

function home(account: Account): Content {
  const deployments = allDeployments(account);
  const suitelets = deployments.filter(({ scriptType, isDeployed }) => scriptType === 'SUITELET' && isDeployed);
  const projects = installedProjects(account).map((project) => [
    project.name,
    project.application,
    project.version ?? '',
    project.installedDate.slice(0, 19).replace('T', ' '),
  ]);
  const { rows } = logLines(account, { script: null, page: 1, size: 10 });
  return html`<h2>Suitelets</h2>${scriptTable(account, suitelets)}
<h2>Installed projects</h2>${table(
    'Installed projects',
    ['Name', 'Application', 'Version', 'Installed (UTC)'].map((label) => ({ label })),
    projects,
  )}
<h2>Latest log lines</h2>${logTable(rows)}<p>${link('/app/common/scripting/scriptnotes.nl', 'All log lines')}</p>`;
}

/** A record's page, by NetSuite's own addresses. Records are shown; they are not edited here. */
function recordPage(account: Account, user: User, { path, query }: Incoming): Page {
  const type = recordTypeOfPage(path) ?? typeByParameters(account, path, query);
  const id = query.get('id') ?? '';
  if (id === '' || query.get('e') === 'T') {
    throw new NetSuiteError(
      'SIMULATOR_NOT_SUPPORTED',
      'The simulator does not support editing records in the browser.',
    );
  }
  const caller = { user, context: 'USERINTERFACE', execution: null };
  const { group, label } = recordDefinition(account, type);
  const ledger = group === 'transaction' ? html`<h2>G/L impact</h2>${glImpactContent(account, Number(id))}` : '';
  const list = link(`/app/common/recordlist.nl?rectype=${encodeURIComponent(type)}`, `All: ${label}`);
  const content = html`<p class="breadcrumbs">${list}</p>${recordContent(account, caller, type, id)}${ledger}`;
  return { title: recordTitle(account, type, id), content };
}

function typeByParameters(account: Account, path: string, query: URLSearchParams): string {
  const given = query.get('rectype') ?? '';
  if (path === '/app/common/item/item.nl') {
    const item = account.store.get<{ recordtype: string }>('SELECT recordtype FROM item WHERE id = ?', [
      Number(query.get('id')),
    ]);
    if (!item) throw new NetSuiteError('RCRD_DSNT_EXIST', 'That record does not exist.');
    return item.recordtype;
  }
  if (!/^\d+$/.test(given)) return given.toLowerCase();
  const custom = account.store.get<{ scriptid: string }>('SELECT scriptid FROM customrecordtype WHERE internalid = ?', [
    Number(given),
  ]);
  if (!custom) throw new NetSuiteError('RCRD_DSNT_EXIST', 'That record does not exist.');
  return custom.scriptid.toLowerCase();
}
