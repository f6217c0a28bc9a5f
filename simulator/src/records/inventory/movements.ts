import type { Account } from '../../kernel/account';
import { insertRow } from '../../store/insert';
import type { Row, SqlValue } from '../../store/store';

type WithStore = Pick<Account, 'store'>;

/** How a movement gets its cost: at its own, at the stock's, or at that of the sale that it takes back. */
export type MovementCosting = 'receipt' | 'issue' | 'return';

/** What one line of a transaction does to the stock. */
export interface Movement {
  readonly transaction: number;
  readonly line: number;
  readonly item: number;
  readonly subsidiary: number;
  /** 0 where stock is not kept by location. */
  readonly location: number;
  /** `YYYY-MM-DD`. */
  readonly trandate: string;
  /** Place of the transaction's type among those of the day (section_N2195087). */
  readonly sequence: number;
  /** Positive for what comes in. */
  readonly quantity: number;
  readonly kind: MovementCosting;
  /** Cost of one unit where the line says it. */
  readonly unitcost: number | null;
  /** The line of the sale that a return takes back. */
  readonly saledoc: number | null;
  readonly saleline: number | null;
  readonly assetaccount: number;
  readonly cogsaccount: number;
}

/** What a movement cost; null until it was worked out. */
interface WorkedOut {
  readonly cost: number | null;
  readonly correction: number | null;
  readonly onhand: number | null;
  readonly value: number | null;
  readonly average: number | null;
  /** Ids and unique keys of its cost lines by what they are for, as JSON; they are kept when it is written again. */
  readonly costlines: string | null;
}

/** A movement as it is stored, with what it cost. */
export type StoredMovement = Movement & WorkedOut & Row;

/** Where a movement stands among those of its item. */
export type Position = Pick<Movement, 'trandate' | 'sequence' | 'transaction' | 'line'>;

/** Columns of a position, in the order of costing: days, types of a day, transactions, lines. */
export const POSITION = 'trandate, sequence, "transaction", line';

/** The earliest of some movements. */
export function earliest(movements: readonly Position[]): Position {
  const [first, ...others] = movements;
  if (first === undefined) throw new Error('There is no movement.');
  return others.reduce((found, each) => (comesBefore(each, found) ? each : found), first);
}

function comesBefore(one: Position, other: Position): boolean {
  if (one.trandate !== other.trandate) return one.trandate < other.trandate;
  if (one.sequence !== other.sequence) return one.sequence < other.sequence;
  if (one.transaction !== other.transaction) return one.transaction < other.transaction;
  return one.line < other.line;
}

/** The movements of a transaction, in the order of its lines. */
export function movementsOf({ store }: WithStore, transaction: number): StoredMovement[] {
  return store.all<StoredMovement>('SELECT * FROM inventorymovement WHERE "transaction" = ? ORDER BY line', [
    transaction,
  ]);
}

/** Replaces the movements of a transaction; their costs are worked out afterwards. */
export function replaceMovements(
  { store }: WithStore,
  transaction: number,
  before: readonly StoredMovement[],
  movements: readonly Movement[],
): void {
  store.run('DELETE FROM inventorymovement WHERE "transaction" = ?', [transaction]);
  const lines = new Map(before.map((movement) => [movement.line, movement.costlines]));
  for (const movement of movements) {
    const row: Record<string, SqlValue> = { ...movement, costlines: lines.get(movement.line) ?? null };
    insertRow(store, 'inventorymovement', row);
  }
}
