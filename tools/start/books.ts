import Big from 'big.js';
import type { NetSuiteClient, SuiteQlRow } from '../client/netSuiteClient';

/** An invoice as NetSuite has it, with its impact on the general ledger. */
export interface PostedInvoice {
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  readonly date: string;
  readonly dueDate: string;
  readonly total: string;
  readonly subsidiary: string;
  readonly period: string;
  readonly lines: number;
  /** Units of the subsidiary's currency for one of the invoice's. */
  readonly exchangeRate: string;
  readonly ledger: readonly LedgerLine[];
}

/** In the subsidiary's currency, two decimals. */
export interface LedgerLine {
  readonly account: string;
  readonly accountType: string;
  readonly debit: string;
  readonly credit: string;
}

/** Reads all invoices of the account with SuiteQL over REST, by document number. */
export async function readInvoices(client: NetSuiteClient): Promise<Map<string, PostedInvoice>> {
  const headers = await client.suiteql(`
    SELECT t.id, t.tranid, t.exchangerate, t.foreigntotal, c.symbol AS currency, s.name AS subsidiary,
      ap.periodname, cu.isperson, cu.companyname, cu.firstname, cu.lastname,
      TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate, TO_CHAR(t.duedate, 'YYYY-MM-DD') AS duedate
    FROM transaction t
      JOIN transactionline main ON main.transaction = t.id AND main.mainline = 'T'
      JOIN customer cu ON cu.id = t.entity
      JOIN currency c ON c.id = t.currency
      JOIN subsidiary s ON s.id = main.subsidiary
      JOIN accountingperiod ap ON ap.id = t.postingperiod
    WHERE t.type = 'CustInvc'
    ORDER BY t.id`);
  const lines = await client.suiteql(`
    SELECT tl.transaction, COUNT(*) AS lines
    FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
    WHERE t.type = 'CustInvc' AND tl.mainline = 'F' AND tl.taxline = 'F' AND tl.item IS NOT NULL
    GROUP BY tl.transaction`);
  const ledger = await client.suiteql(`
    SELECT tal.transaction, a.acctnumber, a.accttype, tal.debit, tal.credit
    FROM transactionaccountingline tal
      JOIN transaction t ON t.id = tal.transaction
      JOIN account a ON a.id = tal.account
    WHERE t.type = 'CustInvc' AND tal.posting = 'T'
    ORDER BY tal.transaction, tal.transactionline`);
  const lineCounts = new Map(lines.map((row) => [row.transaction ?? '', Number(row.lines)]));
  return new Map(
    headers.map((row) => [
      row.tranid ?? '',
      {
        ...headerOf(row),
        lines: lineCounts.get(row.id ?? '') ?? 0,
        ledger: ledger.filter((line) => line.transaction === row.id).map(ledgerLine),
      },
    ]),
  );
}

function headerOf(row: SuiteQlRow): Omit<PostedInvoice, 'lines' | 'ledger'> {
  return {
    id: row.id ?? '',
    number: row.tranid ?? '',
    customer: row.isperson === 'T' ? `${row.firstname} ${row.lastname}` : (row.companyname ?? ''),
    currency: row.currency ?? '',
    date: row.trandate ?? '',
    dueDate: row.duedate ?? '',
    total: amount(row.foreigntotal),
    subsidiary: row.subsidiary ?? '',
    period: row.periodname ?? '',
    exchangeRate: row.exchangerate ?? '',
  };
}

function ledgerLine(row: SuiteQlRow): LedgerLine {
  return {
    account: row.acctnumber ?? '',
    accountType: row.accttype ?? '',
    debit: amount(row.debit),
    credit: amount(row.credit),
  };
}

function amount(text: string | undefined): string {
  return new Big(text ?? '0').toFixed(2);
}
