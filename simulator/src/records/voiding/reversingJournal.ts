import { money } from '../../accounting/money';
import { releaseApplications } from '../application/applications';
import { recordContext } from '../catalogue';
import { newRecord } from '../createRecord';
import type { RecordData } from '../data';
import { lineOf, type RecordContext, type RecordType } from '../recordType';
import { prepare, write } from '../saveRecord';
import { releaseDeposits } from '../types/depositApplication';
import { markVoided } from './directVoid';

type TypeContext = RecordContext & { readonly type: RecordType };

/**
 * Voids a transaction by a journal entry of today that reverses its lines (bridgehead_N1469460); the transaction keeps
 * what it posted, also in a closed period. What it closed is open again. Returns the internal id of the journal.
 */
export function voidByJournal(context: TypeContext, stored: RecordData): string {
  const { account, caller } = context;
  const id = Number(stored.id);
  if (stored.type === 'customerrefund') releaseDeposits(context, id);
  releaseApplications(context, id);
  const journals = recordContext(account, caller, 'journalentry');
  const journal = newRecord(journals, { isDynamic: false, defaultValues: {} });
  for (const fieldId of ['subsidiary', 'currency', 'exchangerate']) {
    journal.fields[fieldId] = stored.fields[fieldId] ?? null;
  }
  journal.fields.memo = 'VOID';
  journal.sublists.line = linesOf(context, id).map(({ account: number, amount, entity, classification }) =>
    lineOf({
      account: String(number),
      debit: amount < 0 ? money(amount).abs().toNumber() : null,
      credit: amount > 0 ? amount : null,
      entity,
      ...classification,
    }),
  );
  prepare(journals, journal, null, { enableSourcing: false });
  const made = write(journals, journal, null, { enableSourcing: false, ignoreMandatoryFields: true });
  account.store.run(`UPDATE "transaction" SET void = 'T', reversal = ? WHERE id = ?`, [id, Number(made)]);
  account.store.run('UPDATE "transaction" SET reversal = ? WHERE id = ?', [Number(made), id]);
  markVoided(context, stored);
  return made;
}

function linesOf({ account }: RecordContext, transaction: number) {
  return account.store
    .all<Record<'account' | 'amount', number> & Record<'entity' | 'class' | 'department' | 'location', number | null>>(
      `SELECT tal.account, tl.foreignamount AS amount, tl.entity, tl.class, tl.department, tl.location
       FROM transactionaccountingline tal
       JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
       WHERE tal."transaction" = ? AND tal.posting = 'T' AND tl.foreignamount <> 0 ORDER BY tl.linesequencenumber`,
      [transaction],
    )
    .map((row) => ({
      account: row.account,
      amount: row.amount,
      entity: text(row.entity),
      classification: { class: text(row.class), department: text(row.department), location: text(row.location) },
    }));
}

function text(value: number | null): string | null {
  return value === null ? null : String(value);
}
