import Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded, sum } from '../../accounting/money';
import { baseCurrency, isValidIn } from '../../accounting/subsidiaries';
import { systemAccount } from '../../company/settings';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { LineData, RecordData } from '../data';
import { keyIn, type RecordContext, textIn } from '../recordType';
import type { AccountLine } from '../transaction/accountLines';
import { checkMoneyAccount, undepositedFunds } from '../transaction/funds';
import { invalidKey, missingValues, userError } from '../validation';
import { type UndepositedMoney, undepositedMoney } from './undeposited';

export interface DepositPlan {
  readonly exchangeRate: Big;
  readonly total: Big;
  readonly lines: readonly AccountLine[];
  readonly payments: readonly { readonly money: UndepositedMoney; readonly line: LineData; readonly amount: Big }[];
  readonly accountTypes: readonly string[];
}

/**
 * What a bank deposit posts (bridgehead_N1465946): the bank against Undeposited Funds for the ticked payments, each with
 * what it stands there in base currency, against the accounts of other deposits, and less the cash back
 * (section_N1543413). Where payments came at other rates than the deposit's, the difference is realised gain or loss
 * (assumed, as for applied payments).
 */
export function planDeposit(context: RecordContext, data: RecordData): DepositPlan {
  const { account } = context;
  const subsidiary = keyIn(data.fields.subsidiary);
  const bank = keyIn(data.fields.account);
  if (bank === null) throw missingValues(['Account']);
  if (subsidiary === null) throw missingValues(['Subsidiary']);
  checkMoneyAccount(context, data, bank);
  const decimals = decimalsOf(account, baseCurrency(account, subsidiary));
  const exchangeRate = money(data.fields.exchangerate);
  const payments = tickedPayments(context, data, subsidiary);
  const others = entered(context, data, 'other', -1, exchangeRate, decimals, subsidiary);
  const cashBack = entered(context, data, 'cashback', 1, exchangeRate, decimals, subsidiary);
  if (payments.length + others.length === 0) throw userError('You must enter at least one line for this transaction.');
  const funds = undepositedFunds(context);
  const lines: AccountLine[] = [
    ...payments.map(({ money: item, line, amount }) => ({
      ...classification(line),
      sublist: 'payment',
      account: funds,
      foreign: amount.times(-1),
      base: item.base.times(-1),
      entity: item.entity,
      createdFrom: item.transaction,
      line,
    })),
    ...others,
    ...cashBack,
  ];
  const total = sum(lines.map((line) => line.foreign)).times(-1);
  if (total.lt(0)) throw userError('The total cannot be negative.');
  const rest = sum(lines.map((line) => line.base)).times(-1);
  const sameRate = payments.every(({ money: item }) => item.exchangeRate.eq(exchangeRate));
  const base = sameRate ? rest : rounded(total.times(exchangeRate), decimals);
  const main: AccountLine = {
    ...classification(data),
    sublist: null,
    account: bank,
    foreign: total,
    base,
    entity: null,
  };
  const all = [main, ...lines, ...gainLine(context, data, rest.minus(base))];
  return { exchangeRate, total, lines: all, payments, accountTypes: typesOf(context, all) };
}

function tickedPayments({ account }: RecordContext, data: RecordData, subsidiary: number): DepositPlan['payments'] {
  const known = new Map(
    undepositedMoney(account, data.id === null ? null : Number(data.id)).map((item) => [
      `${item.transaction}/${item.line}`,
      item,
    ]),
  );
  return (data.sublists.payment ?? [])
    .filter((line) => line.fields.deposit === true)
    .map((line) => {
      const item = known.get(`${textIn(line.fields.id)}/${textIn(line.fields.lineid)}`);
      // Somebody else deposited or deleted it in the meantime (section_N1542431).
      if (!item) throw new NetSuiteError('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
      if (item.subsidiary !== subsidiary) {
        throw invalidKey('payment', String(item.transaction), `subsidiary ${subsidiary}`);
      }
      const { paymentamount } = line.fields;
      if (paymentamount === null || paymentamount === undefined) throw missingValues(['Payment Amount']);
      return { money: item, line, amount: money(paymentamount) };
    });
}

function entered(
  { account }: RecordContext,
  data: RecordData,
  sublist: 'other' | 'cashback',
  sign: 1 | -1,
  exchangeRate: Big,
  decimals: number,
  subsidiary: number,
): AccountLine[] {
  return (data.sublists[sublist] ?? []).map((line) => {
    const id = keyIn(line.fields.account);
    if (id === null) throw missingValues(['Account']);
    const row = account.store.get<{ accttype: string; subsidiary: string | null; includechildren: string | null }>(
      'SELECT accttype, subsidiary, includechildren FROM account WHERE id = ?',
      [id],
    );
    const fits = row !== null && row.accttype !== 'NonPosting' && row.accttype !== 'Stat';
    if (!fits || !isValidIn(account, row, subsidiary)) throw invalidKey('account', String(id));
    if (money(line.fields.amount).lte(0)) throw userError('Please enter a positive amount.');
    const foreign = money(line.fields.amount).times(sign);
    return {
      ...classification(line),
      sublist,
      account: id,
      foreign,
      base: rounded(foreign.times(exchangeRate), decimals),
      entity: keyIn(line.fields.entity),
      line,
    };
  });
}

function gainLine({ account }: RecordContext, data: RecordData, amount: Big): AccountLine[] {
  if (amount.eq(0)) return [];
  const gain = systemAccount(account, 'realizedGainLoss');
  if (gain === null) throw notSupported('exchange gains in a company without an account for them');
  return [
    {
      ...classification(data),
      sublist: null,
      account: gain,
      foreign: new Big(0),
      base: amount,
      entity: null,
    },
  ];
}

function classification({ fields }: Pick<LineData, 'fields'>) {
  return {
    memo: textIn(fields.memo) || null,
    class: keyIn(fields.class),
    department: keyIn(fields.department),
    location: keyIn(fields.location),
  };
}

function typesOf({ account }: RecordContext, lines: readonly AccountLine[]): string[] {
  return lines.flatMap(
    (line) =>
      account.store.get<{ accttype: string }>('SELECT accttype FROM account WHERE id = ?', [line.account])?.accttype ??
      [],
  );
}
