import { receivables } from '../../src/accounting/receivables';
import { trialBalance } from '../../src/accounting/trialBalance';
import type { FieldValue, LineData, RecordData } from '../../src/records/data';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, type TestAccount } from './testAccount';

type Values = Record<string, FieldValue>;
type List = 'apply' | 'credit' | 'deposit';

/** Short forms of what scripts do with receivables, on a test account. */
export function receivablesOf(t: TestAccount) {
  const transform = (fromType: string, fromId: string, toType: string, defaultValues: Values = {}): RecordData =>
    transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues });
  const line = (record: RecordData, list: List, doc: string): LineData => {
    const found = record.sublists[list]?.find((each) => each.fields.doc === doc);
    if (!found) throw new Error(`No line of ${doc} in ${list}`);
    return found;
  };
  /** What a script does with setSublistValue; `false` clears the tick, a number sets the amount. */
  const apply = (record: RecordData, list: List, doc: string, what: number | boolean = true): RecordData => {
    const found = line(record, list, doc);
    const fieldId = typeof what === 'number' ? 'amount' : 'apply';
    found.fields[fieldId] = what;
    found.changed?.push(fieldId);
    if (!record.changedSublists.includes(list)) record.changedSublists.push(list);
    return record;
  };
  const status = (id: string) =>
    t.store.get<{ status: string | null; closedate: string | null }>(
      'SELECT status, closedate FROM "transaction" WHERE id = ?',
      [Number(id)],
    );
  /** A payment of a customer; amounts by invoice. */
  const pay = (
    customer: string,
    payment: number | null,
    to: Record<string, number | true>,
    values: Values = {},
  ): string => {
    const record = transform('customer', customer, 'customerpayment');
    t.set(record, { ...(payment === null ? {} : { payment }), ...values });
    if (values.currency || values.subsidiary || values.aracct) {
      throw new Error('Give what decides the lists as default values of the transformation');
    }
    for (const [doc, amount] of Object.entries(to)) apply(record, 'apply', doc, amount);
    return t.save(record);
  };
  /** G/L lines of a transaction as `account number: debit less credit`. */
  const gl = (id: string): string[] =>
    t.store
      .all<{ acctnumber: string; amount: number }>(
        `SELECT a.acctnumber, tal.amount FROM transactionaccountingline tal JOIN account a ON a.id = tal.account
         WHERE tal."transaction" = ? AND tal.amount <> 0 ORDER BY tal.transactionline`,
        [Number(id)],
      )
      .map((row) => `${row.acctnumber}: ${row.amount.toFixed(2)}`);
  /** Currency revaluations in the order in which they were posted. */
  const revaluations = () =>
    t.store
      .all<{ id: number; memo: string; trandate: string; createdfrom: number }>(
        'SELECT id, memo, trandate, createdfrom FROM "transaction" WHERE type = \'FxReval\' ORDER BY id',
      )
      .map(({ id, ...row }) => ({ ...row, gl: gl(String(id)) }));
  const balance = (number: string, subsidiary = t.us()): string =>
    trialBalance(t.account).find((row) => row.account.number === number && row.subsidiary === Number(subsidiary))
      ?.amount ?? '0.00';
  const owed = (customer: string): string =>
    receivables(t.account)
      .filter((row) => row.customer === Number(customer))
      .reduce((total, row) => total + Number(row.amount), 0)
      .toFixed(2);
  return { transform, line, apply, status, pay, gl, revaluations, balance, owed };
}
