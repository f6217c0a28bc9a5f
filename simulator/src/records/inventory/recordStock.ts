import { closedLedger } from '../../accounting/periods';
import type { Account } from '../../kernel/account';
import { writeCostLines } from './costLines';
import { earliest, type Movement, movementsOf, replaceMovements } from './movements';
import { refreshStock } from './quantities';
import { recalculate } from './recalculate';
import { stockLines } from './stockLines';

type WithClock = Pick<Account, 'store' | 'clock'>;

/**
 * Brings stock, costs and what they post up to date with a stored transaction, whose lines and links are written: what it
 * moved before is taken back, what it moves now counts, and whatever follows is costed again (section_N2197365).
 *
 * NetSuite may do the later costs in the background; here they are done with the save. Throws CLOSED_TRAN_PRD where they
 * would change a transaction in a closed period: the preference that allows it is off (bridgehead_N2198841; the code is
 * assumed).
 *
 * @param items internal ids of the items on its lines, where they are at hand: without stock nothing more is asked
 */
export function recordStock(account: WithClock, transaction: number, items: readonly string[] | null = null): void {
  const before = movementsOf(account, transaction);
  if (before.length === 0 && items !== null && !items.some((item) => isStocked(account, item))) return;
  const now = stockLines(account, transaction);
  if (before.length === 0 && now.length === 0) return;
  replaceMovements(account, transaction, before, now);
  settle(account, transaction, [...before, ...now], true);
}

function isStocked({ store }: WithClock, item: string): boolean {
  return (
    store.get<{ itemtype: string }>('SELECT itemtype FROM item WHERE id = ?', [Number(item)])?.itemtype === 'InvtPart'
  );
}

/**
 * Takes back what a transaction did to the stock, when it is deleted or voided. Its own lines and postings are for the
 * caller to remove; quantities are to be brought up to date once they are gone.
 */
export function releaseStock(account: WithClock, transaction: number): void {
  const before = movementsOf(account, transaction);
  if (before.length === 0) return;
  replaceMovements(account, transaction, before, []);
  settle(account, transaction, before, false);
}

function settle(account: WithClock, transaction: number, movements: readonly Movement[], isKept: boolean): void {
  const changed = new Set<number>();
  const items = new Set(movements.map((movement) => movement.item));
  for (const item of items) {
    const from = earliest(movements.filter((movement) => movement.item === item));
    for (const other of recalculate(account, item, from)) changed.add(other);
  }
  changed.delete(transaction);
  for (const other of changed) {
    refuseClosed(account, other);
    writeCostLines(account, other);
  }
  if (isKept) writeCostLines(account, transaction);
  for (const item of items) {
    refreshStock(
      account,
      item,
      movements.filter((movement) => movement.item === item),
    );
  }
}

function refuseClosed({ store }: WithClock, transaction: number): void {
  const row = store.get<{ closed: string | null }>(
    'SELECT p.closed FROM "transaction" t JOIN accountingperiod p ON p.id = t.postingperiod WHERE t.id = ?',
    [transaction],
  );
  if (row?.closed === 'T') throw closedLedger();
}
