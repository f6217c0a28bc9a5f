import { money, rounded } from '../../accounting/money';
import { billedCustomer } from '../../accounting/projects';
import { countryOf } from '../../accounting/subsidiaries';
import { hasTaxCodeOnLines, scheduleIn, type TaxCode, taxCode } from '../../accounting/taxes';
import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import { keyIn, lineOf, textIn } from '../recordType';
import { itemLines } from './itemLines';
import { transactionDecimals } from './lineAmounts';

/**
 * The tax engine of the account, which SuiteTax asks where details are not overridden. Engines are plug-ins that each
 * company chooses (section_4283867856); this one knows the account's tax codes: in the United States the customer's
 * default tax code for items of a taxable schedule, elsewhere the customer's, or the code that the item's tax schedule
 * means in the country. Tax is computed by line, before the discount of the body.
 */
export function engineDetails(account: Account, data: RecordData): LineData[] {
  const decimals = transactionDecimals(account, data);
  return itemLines(data).flatMap((line) => {
    const code = codeFor(account, data, line);
    if (code === null) return [];
    const basis = money(line.fields.amount);
    return [
      lineOf({
        taxdetailsreference: textIn(line.fields.taxdetailsreference),
        taxtype: code.type === null ? null : String(code.type),
        taxcode: String(code.id),
        taxbasis: basis.toNumber(),
        taxrate: code.rate.toNumber(),
        taxamount: rounded(basis.times(code.rate).div(100), decimals).toNumber(),
        calcdetail: null,
      }),
    ];
  });
}

function codeFor(account: Account, data: RecordData, line: LineData): TaxCode | null {
  const subsidiary = keyIn(data.fields.subsidiary);
  const item = keyIn(line.fields.item);
  if (subsidiary === null || item === null) return null;
  const country = countryOf(account, subsidiary);
  const row = account.store.get<{ taxschedule: number | null }>('SELECT taxschedule FROM item WHERE id = ?', [item]);
  const { isTaxable, code } = scheduleIn(account, row?.taxschedule ?? null, country);
  const preferred = isTaxable ? customerCode(account, billedCustomer(account, keyIn(data.fields.entity))) : null;
  const chosen = preferred ?? (hasTaxCodeOnLines(country) ? code : null);
  return chosen === null ? null : taxCode(account, chosen);
}

function customerCode({ store }: Account, customer: number | null): number | null {
  const row =
    customer === null
      ? null
      : store.get<{ taxitem: number | null; taxable: string | null }>(
          'SELECT taxitem, taxable FROM customer WHERE id = ?',
          [customer],
        );
  return row?.taxable === 'T' ? row.taxitem : null;
}
