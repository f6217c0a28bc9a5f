import type Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { addEntries, type LedgerEntry } from '../../accounting/ledger';
import { money, rounded } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { insertRow } from '../../store/insert';
import { nextNumber } from '../../store/sequence';
import type { Row, SqlValue } from '../../store/store';
import { movementsOf, type StoredMovement } from './movements';

type WithClock = Pick<Account, 'store' | 'clock'>;

/** What a cost line is for: costs of goods sold and its other side, and the same for a correction. */
type CostRole = 'cogs' | 'asset' | 'correction' | 'corrected';

interface Header extends Row {
  type: string;
  exchangerate: number | null;
  currency: number | null;
  account: number | null;
}

interface LineKeys {
  readonly id: number;
  readonly key: number;
}

/** Types whose own lines post to the inventory asset; on the others they post income, and the asset has a line more. */
const OWN_LINES = new Set(['ItemShip', 'ItemRcpt', 'InvAdjst']);

/** Columns that a cost line has from the line whose cost it is. */
const TAKEN = `item itemtype memo class department location subsidiary entity createdfrom`.split(' ');

/**
 * Replaces what a transaction posts for the stock that it moves (section_N1464868): the inventory asset against the costs
 * of goods sold, or against the adjustment account of an inventory adjustment (section_161981111273); and what corrects
 * the costs of what had been sold underwater (section_N2195087), always against the costs of goods sold.
 *
 * As searches show them, a fulfillment's own line posts to the asset and its cost line (`iscogs`) to the costs; an
 * invoice has a cost line for each. What costs nothing posts nothing.
 */
export function writeCostLines(account: WithClock, transaction: number): void {
  const { store } = account;
  const header = store.get<Header>('SELECT type, exchangerate, currency, account FROM "transaction" WHERE id = ?', [
    transaction,
  ]);
  if (header === null) return;
  const hasOwn = OWN_LINES.has(header.type);
  removeCostLines(account, transaction, hasOwn);
  const writer = new CostWriter(account, transaction, header);
  for (const movement of movementsOf(account, transaction)) {
    if (hasOwn) writer.own(movement, header.type === 'InvAdjst');
    else writer.pair(movement, 'cogs', 'asset', money(movement.cost));
    writer.pair(movement, 'correction', 'corrected', money(movement.correction));
    writer.keep(movement);
  }
  if (header.type === 'InvAdjst') writer.adjusted();
  const now = new Date(account.clock.now()).toISOString();
  addEntries(account, transaction, writer.entries, money(header.exchangerate ?? 1), now);
}

function removeCostLines({ store }: WithClock, transaction: number, hasOwn: boolean): void {
  if (hasOwn) store.run('DELETE FROM transactionaccountingline WHERE "transaction" = ?', [transaction]);
  else {
    store.run(
      `DELETE FROM transactionaccountingline WHERE "transaction" = ?1 AND transactionline IN
         (SELECT id FROM transactionline WHERE "transaction" = ?1 AND itemsublist = 'cost')`,
      [transaction],
    );
  }
  store.run(`DELETE FROM transactionline WHERE "transaction" = ? AND itemsublist = 'cost'`, [transaction]);
}

/** Writes the lines of one transaction and gathers what they post. */
class CostWriter {
  readonly entries: LedgerEntry[] = [];
  private readonly keys = new Map<string, LineKeys>();
  private readonly decimals: number;
  private sequence: number;
  private lastId: number;
  private adjustment: Big = money(0);

  constructor(
    private readonly account: WithClock,
    private readonly transaction: number,
    private readonly header: Header,
  ) {
    const { store } = account;
    this.decimals = header.currency === null ? 2 : decimalsOf(account, header.currency);
    const known = movementsOf(account, transaction).flatMap((movement) => Object.values(knownLines(movement)));
    const last = store.get<{ id: number | null; sequence: number | null }>(
      'SELECT MAX(id) AS id, MAX(linesequencenumber) AS sequence FROM transactionline WHERE "transaction" = ?',
      [transaction],
    );
    this.lastId = Math.max(last?.id ?? 0, ...known.map(({ id }) => id));
    this.sequence = last?.sequence ?? 0;
  }

  /** The line of a shipment, a receipt or an adjustment posts to the inventory asset itself. */
  own(movement: StoredMovement, isAdjustment: boolean): void {
    const cost = money(movement.cost);
    const { store } = this.account;
    const amounts = this.amounts(cost);
    const columns = Object.keys(amounts);
    store.run(
      `UPDATE transactionline SET ${columns.map((column) => `${column} = ?`).join(', ')}, expenseaccount = ?
       WHERE "transaction" = ? AND id = ?`,
      [...Object.values(amounts), movement.assetaccount, this.transaction, movement.line],
    );
    this.post(movement.line, movement.assetaccount, cost);
    if (isAdjustment) this.adjustment = this.adjustment.minus(cost);
    else this.line(movement, 'cogs', movement.cogsaccount, cost.times(-1), -movement.quantity);
  }

  /** A line to the costs of goods sold and one to the inventory asset. */
  pair(movement: StoredMovement, costs: CostRole, asset: CostRole, amount: Big): void {
    const quantity = costs === 'cogs' ? movement.quantity : null;
    this.line(movement, costs, movement.cogsaccount, amount.times(-1), quantity === null ? null : -quantity);
    this.line(movement, asset, movement.assetaccount, amount, quantity);
  }

  /** The main line of an adjustment posts to the adjustment account. */
  adjusted(): void {
    const { store } = this.account;
    const amounts = this.amounts(this.adjustment);
    const columns = Object.keys(amounts);
    store.run(
      `UPDATE transactionline SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE "transaction" = ? AND id = 0`,
      [...Object.values(amounts), this.transaction],
    );
    store.run('UPDATE "transaction" SET foreigntotal = ?, total = ? WHERE id = ?', [
      this.adjustment.times(-1).toNumber(),
      this.adjustment.times(-1).toNumber(),
      this.transaction,
    ]);
    if (this.header.account !== null) this.post(0, this.header.account, this.adjustment);
  }

  /** Remembers the ids of a movement's cost lines for the next time that they are written. */
  keep(movement: StoredMovement): void {
    const lines = { ...knownLines(movement), ...Object.fromEntries(this.keys) };
    this.keys.clear();
    this.account.store.run('UPDATE inventorymovement SET costlines = ? WHERE "transaction" = ? AND line = ?', [
      JSON.stringify(lines),
      this.transaction,
      movement.line,
    ]);
  }

  private line(movement: StoredMovement, role: CostRole, account: number, amount: Big, quantity: number | null): void {
    if (amount.eq(0)) return;
    const { store, clock } = this.account;
    const { id, key } = knownLines(movement)[role] ?? {
      id: ++this.lastId,
      key: nextNumber(store, 'transactionline'),
    };
    this.keys.set(role, { id, key });
    const source = store.get('SELECT * FROM transactionline WHERE "transaction" = ? AND id = ?', [
      this.transaction,
      movement.line,
    ]);
    const taken = Object.fromEntries(TAKEN.map((column): [string, SqlValue] => [column, source?.[column] ?? null]));
    insertRow(store, 'transactionline', {
      ...taken,
      transaction: this.transaction,
      id,
      uniquekey: key,
      linesequencenumber: ++this.sequence,
      mainline: 'F',
      taxline: 'F',
      iscogs: 'T',
      isclosed: 'F',
      isbillable: 'F',
      isrevrectransaction: 'F',
      donotdisplayline: 'T',
      itemsublist: 'cost',
      quantity,
      expenseaccount: account,
      ...this.amounts(amount),
      linelastmodifieddate: new Date(clock.now()).toISOString(),
    });
    this.post(id, account, amount);
  }

  private post(line: number, account: number, amount: Big): void {
    if (!amount.eq(0)) this.entries.push({ line, account, amount, unpaid: null });
  }

  /** An amount of the base currency in both currencies: stock is valued in the base currency. */
  private amounts(base: Big): Record<string, number | null> {
    const rate = money(this.header.exchangerate ?? 1);
    const foreign = rate.eq(0) ? base : rounded(base.div(rate), this.decimals);
    return {
      netamount: base.toNumber(),
      foreignamount: foreign.toNumber(),
      debitforeignamount: foreign.gt(0) ? foreign.toNumber() : null,
      creditforeignamount: foreign.lt(0) ? foreign.times(-1).toNumber() : null,
    };
  }
}

function knownLines({ costlines }: StoredMovement): Partial<Record<CostRole, LineKeys>> {
  return costlines === null ? {} : (JSON.parse(costlines) as Partial<Record<CostRole, LineKeys>>);
}
