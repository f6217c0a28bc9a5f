import { rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import type { Row } from '../../store/store';
import type { Movement, MovementCosting } from './movements';

type WithStore = Pick<Account, 'store'>;

/**
 * Places of the types among the transactions of a day (section_N2195087): what is added first, then sales and negative
 * adjustments, returns last.
 */
const ADDITIONS = 2;
const SALES = 5;
const RETURNS = 6;

/** Codes of `transaction.type` that move stock. */
const MOVING = new Set(['InvAdjst', 'ItemShip', 'ItemRcpt', 'CustInvc', 'CashSale', 'CustCred', 'CashRfnd']);
const BILLS = new Set(['CustInvc', 'CashSale', 'CustCred', 'CashRfnd']);

interface Header extends Row {
  type: string;
  posting: string | null;
  voided: string | null;
  trandate: string;
  subsidiary: number | null;
  location: number | null;
}

interface Line extends Row {
  line: number;
  item: number;
  quantity: number;
  location: number | null;
  unitcost: number | null;
  restock: string | null;
  assetaccount: number | null;
  cogsaccount: number | null;
}

interface Link extends Row {
  previousdoc: number;
  previousline: number;
  linktype: string;
}

/** True where stock is kept by location (section_N2303574); else it is one stock for a subsidiary. */
export function isByLocation(account: WithStore): boolean {
  return isFeatureInEffect(account, 'MULTILOCINVT');
}

/**
 * What a stored transaction does to the stock. Transactions that do not post do nothing, such as an order, a fulfillment
 * that is picked or packed (section_N1229796), an invoice that waits for its approval, and what was voided.
 *
 * What is billed of an order moves when it is shipped, and what is refunded of a return when it is received, so that only
 * the other lines of invoices, cash sales, credit memos and cash refunds move stock themselves.
 */
export function stockLines(account: WithStore, transaction: number): Movement[] {
  const { store } = account;
  const header = store.get<Header>(
    'SELECT type, posting, voided, trandate, subsidiary, location FROM "transaction" WHERE id = ?',
    [transaction],
  );
  if (header === null || !MOVING.has(header.type) || header.posting !== 'T' || header.voided === 'T') return [];
  const lines = store.all<Line>(
    `SELECT tl.id AS line, tl.item, tl.quantity, tl.location, tl.unitcost, tl.restock, i.assetaccount,
       i.expenseaccount AS cogsaccount
     FROM transactionline tl JOIN item i ON i.id = tl.item
     WHERE tl."transaction" = ? AND tl.itemsublist IN ('item', 'inventory') AND i.itemtype = 'InvtPart'
       AND tl.quantity <> 0 ORDER BY tl.linesequencenumber`,
    [transaction],
  );
  return lines.flatMap((line) => movement(account, transaction, header, line) ?? []);
}

function movement(account: WithStore, transaction: number, header: Header, line: Line): Movement | null {
  const { assetaccount, cogsaccount, quantity, item } = line;
  if (assetaccount === null || cogsaccount === null) {
    throw notSupported(`stock of the item ${item}, which has no asset or COGS account,`);
  }
  const link = linkOf(account, transaction, line.line);
  if (BILLS.has(header.type) && link?.linktype === 'OrdBill') return null;
  if (line.restock === 'F') throw notSupported('item receipts that write items off instead of restocking them');
  const sale = soldBy(account, header.type, link);
  const kind = costingOf(header.type, quantity);
  return {
    transaction,
    line: line.line,
    item,
    subsidiary: header.subsidiary ?? rootSubsidiary(account),
    location: isByLocation(account) ? (line.location ?? header.location ?? 0) : 0,
    trandate: header.trandate,
    sequence: kind === 'issue' ? SALES : kind === 'receipt' ? ADDITIONS : RETURNS,
    quantity,
    kind,
    unitcost: line.unitcost ?? ownCost(header.type, kind, sale),
    saledoc: sale?.previousdoc ?? null,
    saleline: sale?.previousline ?? null,
    assetaccount,
    cogsaccount,
  };
}

function costingOf(type: string, quantity: number): MovementCosting {
  if (quantity < 0) return 'issue';
  return type === 'InvAdjst' ? 'receipt' : 'return';
}

/**
 * A credit memo or a cash refund that stands alone brings the quantity back, but nothing is credited to the costs of
 * goods sold: what comes back costs nothing (bridgehead_4337971641).
 */
function ownCost(type: string, kind: MovementCosting, sale: Link | null): number | null {
  return kind === 'return' && sale === null && (type === 'CustCred' || type === 'CashRfnd') ? 0 : null;
}

/** The line of the sale that a return takes back; a receipt is of a return authorization, which may be of a sale. */
function soldBy(account: WithStore, type: string, link: Link | null): Link | null {
  if (link === null) return null;
  if (type === 'ItemRcpt') {
    const authorised = linkOf(account, link.previousdoc, link.previousline);
    return authorised?.linktype === 'SaleRet' ? authorised : null;
  }
  return link.linktype === 'SaleRet' ? link : null;
}

function linkOf({ store }: WithStore, document: number, line: number): Link | null {
  return store.get<Link>(
    `SELECT previousdoc, previousline, linktype FROM transactionlink
     WHERE nextdoc = ? AND nextline = ? AND linktype IN ('OrdBill', 'ShipRcpt', 'SaleRet') ORDER BY id LIMIT 1`,
    [document, line],
  );
}
