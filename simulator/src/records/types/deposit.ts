import { rootSubsidiary } from '../../accounting/subsidiaries';
import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import { completeDeposit, paymentLines, readDepositLines, sourceBank } from '../bankDeposit/fill';
import { planDeposit } from '../bankDeposit/plan';
import { cashBackSublist, otherSublist, paymentSublist } from '../bankDeposit/sublists';
import { amount, checkbox, select } from '../fieldList';
import { documentNumber } from '../numbering';
import { keyIn, type RecordType, textIn } from '../recordType';
import { writeAccountLines } from '../transaction/accountLines';
import { transactionFields } from '../transaction/bodyFields';
import { checkClosedPeriod } from '../transaction/closedPeriod';
import { linksTo, replaceLinks } from '../transaction/links';
import { removeTransaction } from '../transaction/remove';
import { checkPeriod } from '../transaction/rules';
import { transactionColumns } from '../transaction/sale';
import { completeBody, sourceBody } from '../transaction/sourceBody';

const kind = { recordType: 'deposit', code: 'Deposit', abbreviation: 'DEP', label: 'Deposit', isPosting: true };

/**
 * Bank deposits (Records Browser: deposit): they move money from Undeposited Funds to the bank. There is no dynamic mode
 * for them, and no copy.
 */
export const deposit: RecordType = {
  id: 'deposit',
  label: 'Deposit',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'deposit'",
  externalIdSpace: 'transaction',
  forbidden: ['copy'],
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    ...transactionFields,
    select('account', 'Account', 'account', { mandatory: true, sourcing: true }),
    select('class', 'Class', 'classification'),
    select('department', 'Department', 'department'),
    select('location', 'Location', 'location'),
    checkbox('tobeprinted', 'To Be Printed', { submitFields: true }),
    amount('total', 'Total', { readOnly: true }),
  ],
  sublists: [paymentSublist, otherSublist, cashBackSublist],

  initialize: (context, data) => {
    if (data.isDynamic) throw notSupported('deposits in dynamic mode, which NetSuite does not have either');
    completeBody(context.account, data);
    data.sublists.payment = paymentLines(context, null);
  },
  readDetails: (context, data, id) => {
    readDepositLines(context, data, id);
    completeBody(context.account, data);
  },
  source: (context, data, change, kept) => {
    if (change.sublistId !== undefined) return;
    if (change.fieldId === 'account') sourceBank(context, data, kept);
    sourceBody(context, data, change.fieldId === 'account' ? { fieldId: 'currency' } : change, kept);
  },
  complete: (context, data) => {
    completeDeposit(context, data);
    completeBody(context.account, data);
  },
  validate: (context, data, stored) => {
    const plan = planDeposit(context, data);
    const lines = plan.lines.map((line) => ({ ...line, kind: 'account' as const }));
    if (!checkClosedPeriod(context, data, stored, { lines })) checkPeriod(context, data, plan.accountTypes);
    const before = stored === null ? null : textIn(stored.fields.tranid) || null;
    data.fields.tranid = documentNumber(context.account, kind.recordType, textIn(data.fields.tranid) || null, before);
  },
  rowExtras: (context, data, stored) => ({
    ...transactionColumns(context, data, stored, kind),
    foreigntotal: Number(data.fields.total ?? 0),
  }),
  writeDetails: (context, data, _stored, id) => {
    const { account } = context;
    const { lines, exchangeRate, payments } = planDeposit(context, data);
    const subsidiary = keyIn(data.fields.subsidiary) ?? rootSubsidiary(account);
    writeAccountLines(context, lines, { transaction: id, subsidiary, exchangeRate, isPosting: true });
    const before = linksTo(account, id, 'Deposit').map((link) => link.previousDoc);
    const links = payments.map(({ money, line, amount: paid }) => ({
      previousDoc: money.transaction,
      previousLine: money.line,
      nextLine: keyIn(line.fields.line) ?? 0,
      foreignAmount: paid.toNumber(),
    }));
    replaceLinks(account, id, 'Deposit', links);
    for (const payment of new Set([...before, ...links.map((link) => link.previousDoc)])) {
      showDeposited(account, payment);
    }
  },
  remove: (context, data, id) => {
    const payments = linksTo(context.account, id, 'Deposit').map((link) => link.previousDoc);
    removeTransaction(context, data, id);
    for (const payment of payments) showDeposited(context.account, payment);
  },
};

/** Letters of payments, cash sales and customer deposits: not deposited, and deposited. */
const LETTERS: Readonly<Record<string, readonly [open: string, deposited: string]>> = {
  CustPymt: ['B', 'C'],
  CashSale: ['B', 'C'],
  CustDep: ['A', 'B'],
};

/** The status of a payment follows from whether its money is in a bank deposit (section_N1542431). */
function showDeposited({ store }: Account, payment: number): void {
  const row = store.get<{ type: string; status: string | null }>(
    'SELECT type, status FROM "transaction" WHERE id = ?',
    [payment],
  );
  const letters = LETTERS[row?.type ?? ''];
  if (!row || !letters?.includes(row.status ?? '')) return;
  const link = store.get("SELECT 1 AS found FROM transactionlink WHERE previousdoc = ? AND linktype = 'Deposit'", [
    payment,
  ]);
  store.run('UPDATE "transaction" SET status = ? WHERE id = ?', [letters[link === null ? 0 : 1], payment]);
}
