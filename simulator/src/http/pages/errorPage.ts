import type { Account } from '../../kernel/account';
import type { NetSuiteError } from '../../kernel/errors';
import type { User } from '../../kernel/execution';
import { html } from '../../ui/html';
import { renderDocument } from '../../ui/renderPage';
import { type Outgoing, page } from '../outgoing';
import { frameFor } from './frame';

/** What a person sees of an error. That a Suitelet's is sent with status 500 is an assumption. */
export function errorPage(account: Account, user: User | null, error: NetSuiteError, status = 500): Outgoing {
  const content = html`<div class="message error" role="alert"><strong>${error.name}</strong> <span>${error.message}</span></div>`;
  return page(renderDocument('Error', content, frameFor(account, user)), status);
}
