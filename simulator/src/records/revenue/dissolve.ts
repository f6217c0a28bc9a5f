import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { Row } from '../../store/store';
import { createArrangement, refreshArrangement } from './arrangements';
import { refreshPlans } from './plans';
import { isElementStarted } from './recognized';

/**
 * Gives the elements of an arrangement that is deleted another one (section_4381187829): back to the one that a merge
 * took them from, otherwise a new one for their source. NetSuite does the latter at the next update of arrangements; here
 * it is done at once.
 *
 * Throws TRANS_IN_USE where journal entries have recognized revenue of it (code assumed).
 */
export function dissolveArrangement(account: Account, arrangement: number): void {
  const { store } = account;
  const elements = store.all('SELECT * FROM revenueelement WHERE revenuearrangement = ? ORDER BY id', [arrangement]);
  if (elements.some(({ id }) => isElementStarted(account, Number(id)))) {
    throw new NetSuiteError(
      'TRANS_IN_USE',
      'This revenue arrangement cannot be deleted because revenue recognition journal entries are associated with it.',
    );
  }
  const made = new Map<number, number>();
  for (const element of elements) {
    const source = Number(element.sourcetransaction);
    const other =
      element.mergedfrom === null ? (made.get(source) ?? newArrangement(account, element)) : Number(element.mergedfrom);
    if (element.mergedfrom === null) made.set(source, other);
    store.run(
      'UPDATE revenueelement SET revenuearrangement = ?, mergedfrom = NULL, linkedelement = NULL WHERE id = ?',
      [other, element.id ?? null],
    );
    refreshPlans(account, Number(element.id));
    refreshArrangement(account, other);
  }
  // Elements that a later merge took from this one have nothing to go back to.
  store.run('UPDATE revenueelement SET mergedfrom = NULL WHERE mergedfrom = ?', [arrangement]);
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [arrangement]);
}

function newArrangement(account: Account, element: Row): number {
  return createArrangement(account, {
    entity: element.entity ?? null,
    subsidiary: element.subsidiary ?? null,
    currency: element.currency ?? null,
    exchangerate: element.exchangerate ?? null,
    trandate: String(element.elementdate),
    createdfrom: Number(element.sourcetransaction),
  });
}
