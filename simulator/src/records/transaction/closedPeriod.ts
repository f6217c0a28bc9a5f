import {
  closedLedger,
  lockedLedger,
  movedFromClosed,
  periodById,
  type Restriction,
  restrictionOf,
} from '../../accounting/periods';
import { NetSuiteError } from '../../kernel/errors';
import { mayChangeWithoutLedger, mayOverridePeriods } from '../../permissions/granted';
import type { RecordData } from '../data';
import { keyIn, type RecordContext, textIn } from '../recordType';
import { customerOf } from './customerOf';
import type { SalePlan } from './plan';

/**
 * What may be changed of a transaction whose period is closed, or locked for the caller (section_N1452509,
 * section_N1457300): nothing that changes its G/L impact, no address, since that could change the tax, and anything else
 * only where the period allows non-G/L changes and the caller's role too. Transactions that do not post are free
 * (section_N1452887). That a refused address is TRANS_EDIT_DISALLWD is assumed.
 *
 * @returns true where the stored period is closed or locked and the change is harmless
 */
export function checkClosedPeriod(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  plan: Pick<SalePlan, 'lines'>,
): boolean {
  const restriction = stored === null ? null : storedRestriction(context, stored);
  if (stored === null || restriction === null) return false;
  if (stored.fields.postingperiod !== data.fields.postingperiod) {
    throw restriction === 'closed' ? movedFromClosed() : lockedLedger();
  }
  const hasSameImpact = storedImpact(context, Number(stored.id)) === plannedImpact(data, plan);
  if (!hasSameImpact || stockMoved(stored) !== stockMoved(data)) throw ledgerRefused(restriction);
  const period = periodOfRecord(context, stored);
  const mayChange = period?.allowsNonLedgerChanges && mayChangeWithoutLedger(context.account, context.caller.user);
  if (!mayChange || addressesDiffer(data, stored)) {
    throw new NetSuiteError(
      'TRANS_EDIT_DISALLWD',
      'This transaction is in a period that has been closed. You may not edit it.',
    );
  }
  return true;
}

/** What keeps the caller from changing what a stored transaction posted: its period is closed, or locked. */
export function storedRestriction(context: RecordContext, stored: RecordData): Restriction | null {
  const { account, caller } = context;
  const period = periodOfRecord(context, stored);
  if (period === null) return null;
  const types = account.store
    .all<{ accttype: string }>(
      `SELECT DISTINCT a.accttype FROM transactionaccountingline tal JOIN account a ON a.id = tal.account
       WHERE tal."transaction" = ? AND tal.posting = 'T'`,
      [Number(stored.id)],
    )
    .map((row) => row.accttype);
  if (types.length === 0) return null;
  // Sales and payments are A/R transactions also where they post to other accounts.
  if (customerOf(stored) !== null) types.push('AcctRec');
  return restrictionOf(period, types, mayOverridePeriods(account, caller.user));
}

/** The error for a change of the ledger in a period that takes none. */
export function ledgerRefused(restriction: Restriction): NetSuiteError {
  return restriction === 'closed' ? closedLedger() : lockedLedger();
}

function periodOfRecord({ account }: RecordContext, data: RecordData) {
  const id = keyIn(data.fields.postingperiod);
  return id === null ? null : periodById(account, id);
}

function addressesDiffer(data: RecordData, stored: RecordData): boolean {
  return ['billaddress', 'shipaddress'].some((id) => textIn(data.fields[id]) !== textIn(stored.fields[id]));
}

function storedImpact({ account }: RecordContext, transaction: number): string {
  const rows = account.store.all<Record<string, number | null>>(
    `SELECT tal.account, tal.amount, tl.subsidiary, tl.entity, tl.class, tl.department, tl.location
     FROM transactionaccountingline tal
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     WHERE tal."transaction" = ? AND tal.posting = 'T' AND COALESCE(tl.itemsublist, '') <> 'cost'`,
    [transaction],
  );
  return rows
    .map((row) => Object.values(row).join('|'))
    .sort()
    .join('\n');
}

/** What decides the costs that a sale posts for the stock that it moves; the costs themselves follow from it. */
function stockMoved(data: RecordData): string {
  return (data.sublists.item ?? [])
    .filter((line) => line.fields.itemtype === 'InvtPart')
    .map(({ fields }) => [fields.item, fields.quantity, fields.location].map(textIn).join('|'))
    .sort()
    .join('\n');
}

function plannedImpact(data: RecordData, plan: Pick<SalePlan, 'lines'>): string {
  return plan.lines
    .map((line) => {
      const source = line.line?.fields ?? data.fields;
      return [
        line.account,
        line.base.toNumber(),
        keyIn(data.fields.subsidiary),
        keyIn(line.line?.fields.entity) ?? customerOf(data),
        keyIn(source.class),
        keyIn(source.department),
        keyIn(source.location),
      ].join('|');
    })
    .sort()
    .join('\n');
}
