import { periodById } from '../../accounting/periods';
import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { customerOf } from './customerOf';
import type { SalePlan } from './plan';

/**
 * What may be changed of a transaction whose period is closed (section_N1452509): nothing that changes its G/L impact,
 * and anything else only where the period allows non-G/L changes.
 *
 * @returns true where the stored period is closed and the change is harmless
 */
export function checkClosedPeriod(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  plan: Pick<SalePlan, 'lines'>,
): boolean {
  const id = keyIn(stored?.fields.postingperiod);
  const period = id === null ? null : periodById(context.account, id);
  if (stored === null || period === null || !period.isClosed) return false;
  if (stored.fields.postingperiod !== data.fields.postingperiod) {
    throw new NetSuiteError('CLOSED_TRAN_PRD', 'You cannot move a transaction to or from a closed period.');
  }
  if (storedImpact(context, Number(stored.id)) !== plannedImpact(data, plan)) {
    throw new NetSuiteError('CLOSED_TRAN_PRD', 'The G/L impact of a transaction in a closed period cannot be changed.');
  }
  if (!period.allowsNonLedgerChanges) {
    throw new NetSuiteError(
      'TRANS_EDIT_DISALLWD',
      'This transaction is in a period that has been closed. You may not edit it.',
    );
  }
  return true;
}

function storedImpact({ account }: RecordContext, transaction: number): string {
  const rows = account.store.all<Record<string, number | null>>(
    `SELECT tal.account, tal.amount, tl.subsidiary, tl.entity, tl.class, tl.department, tl.location
     FROM transactionaccountingline tal
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     WHERE tal."transaction" = ?`,
    [transaction],
  );
  return rows
    .map((row) => Object.values(row).join('|'))
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
        customerOf(data),
        keyIn(source.class),
        keyIn(source.department),
        keyIn(source.location),
      ].join('|');
    })
    .sort()
    .join('\n');
}
