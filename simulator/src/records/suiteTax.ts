import type { RecordData } from './data';
import type { SublistDefinition } from './definition';
import { amount, checkbox, fieldMap, text } from './fieldList';
import type { RecordType } from './recordType';
import { itemLines } from './transaction/itemLines';
import { checkTaxDetails, readTaxDetails, taxDetailsSublist, writeTaxDetails } from './transaction/taxDetails';

/** Transactions that SuiteTax taxes. */
const TAXED = new Set(['invoice', 'creditmemo', 'cashsale', 'cashrefund', 'salesorder', 'returnauthorization']);

/** Fields of legacy tax, which records of an account with SuiteTax do not have. */
const LEGACY = new Set(['istaxable', 'taxitem', 'taxrate']);
const LEGACY_IN_LINES = new Set(['istaxable', 'taxcode', 'taxrate1', 'tax1amt']);

/** A record type as an account with SuiteTax has it: with tax details in place of the fields of legacy tax. */
export function withSuiteTax(type: RecordType): RecordType {
  if (!TAXED.has(type.id)) return type;
  return {
    ...type,
    fields: [
      ...type.fields.filter((field) => !LEGACY.has(field.id)),
      checkbox('taxdetailsoverride', 'Tax Details Override'),
    ],
    sublists: [...(type.sublists ?? []).map(itemsOf), taxDetailsSublist],
    readDetails: (context, data, id) => {
      type.readDetails?.(context, data, id);
      data.sublists.taxdetails = readTaxDetails(context, id);
    },
    complete: (context, data, stored) => {
      if (isRecalculated(data, stored)) delete data.sublists.taxdetails;
      type.complete?.(context, data, stored);
      dropLegacy(data);
    },
    validate: (context, data, stored, options) => {
      checkTaxDetails(context.account, data);
      type.validate?.(context, data, stored, options);
    },
    writeDetails: (context, data, stored, id) => {
      type.writeDetails?.(context, data, stored, id);
      writeTaxDetails(context, data, id);
    },
    remove: (context, data, id) => {
      type.remove?.(context, data, id);
      context.account.store.run('DELETE FROM taxdetail WHERE "transaction" = ?', [id]);
    },
  };
}

function itemsOf(sublist: SublistDefinition): SublistDefinition {
  if (sublist.id !== 'item') return sublist;
  return {
    ...sublist,
    fields: new Map([
      ...[...sublist.fields].filter(([id]) => !LEGACY_IN_LINES.has(id)),
      ...fieldMap([
        text('taxdetailsreference', 'Tax Details Reference', 50),
        amount('taxamount', 'Tax Amount', { readOnly: true, column: null }),
      ]),
    ]),
  };
}

/**
 * Whether the tax engine is asked (section_1513063654): never where tax details are overridden, which keeps them whatever
 * changes; otherwise for a new transaction, and for a stored one whose tax-related fields change.
 */
function isRecalculated(data: RecordData, stored: RecordData | null): boolean {
  if (data.fields.taxdetailsoverride === true) return false;
  return stored === null || stored.fields.taxdetailsoverride === true || taxed(data) !== taxed(stored);
}

/** What the tax of a transaction depends on. */
function taxed({ fields, ...record }: RecordData): string {
  const { entity, subsidiary, currency, trandate, discountitem, discountrate } = fields;
  const lines = itemLines({ fields, ...record }).map((line) => [line.fields.item, line.fields.amount]);
  return JSON.stringify([entity, subsidiary, currency, trandate, discountitem, discountrate, lines]);
}

function dropLegacy(data: RecordData): void {
  for (const fieldId of LEGACY) delete data.fields[fieldId];
  for (const line of itemLines(data)) for (const fieldId of LEGACY_IN_LINES) delete line.fields[fieldId];
}
