import * as v from 'valibot';
import {
  amount,
  currency,
  id,
  moment,
  optionalAmount,
  optionalCurrency,
  optionalId,
  optionalMoment,
  optionalText,
  text,
} from '../fields';
import {
  assumedCreditMemoFields,
  assumedCustomerFields,
  assumedInvoiceFields,
  assumedInvoiceItemFields,
  assumedProductFields,
} from './assumptions';

/**
 * Nue's objects, camelCase as its API writes them (https://api-docs.nue.io). Only what posting needs is named; unknown
 * fields are passed over here and stay in the document's `raw`.
 */

const updated = { modifiedDate: optionalText, lastModifiedDate: optionalText };

/** Nue writes the numbers of purchase orders as one text or as a list. */
const purchaseOrders = v.nullish(
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((value): string | null => {
      const numbers = (typeof value === 'string' ? [value] : value).map((number) => number.trim()).filter(Boolean);
      return numbers.length === 0 ? null : numbers.join(', ');
    }),
  ),
  null,
);

export const customerSchema = v.object({
  id,
  name: text,
  recordType: optionalText,
  accountNumber: optionalText,
  currencyIsoCode: optionalCurrency,
  ...updated,
  ...assumedCustomerFields,
});

export const productSchema = v.object({
  id,
  name: text,
  sku: optionalText,
  description: optionalText,
  recordType: optionalText,
  ...updated,
  ...assumedProductFields,
});

export const invoiceItemSchema = v.object({
  id,
  productId: id,
  transactionQuantity: amount,
  transactionAmount: amount,
  product: v.nullish(productSchema, null),
  ...assumedInvoiceItemFields,
});

/** What invoices and credit memos have in common. */
const billFields = {
  id,
  currencyIsoCode: currency,
  customerId: id,
  customer: v.nullish(customerSchema, null),
  products: v.nullish(v.array(productSchema), []),
  items: v.array(invoiceItemSchema),
  amount,
  amountWithoutTax: optionalAmount,
  taxAmount: optionalAmount,
  ...updated,
};

export const invoiceSchema = v.object({
  ...billFields,
  name: optionalText,
  status: text,
  invoiceDate: moment,
  dueDate: optionalMoment,
  poNumbers: purchaseOrders,
  ...assumedInvoiceFields,
});

export const creditMemoSchema = v.object({
  ...billFields,
  creditMemoNumber: optionalText,
  creditMemoDate: moment,
  /** With `appliedByObject` Invoice: the invoice that the credit memo cancels. */
  appliedById: optionalId,
  appliedByObject: optionalText,
  ...assumedCreditMemoFields,
});

export type NueCustomer = v.InferOutput<typeof customerSchema>;
export type NueProduct = v.InferOutput<typeof productSchema>;
export type NueInvoice = v.InferOutput<typeof invoiceSchema>;
export type NueCreditMemo = v.InferOutput<typeof creditMemoSchema>;
export type NueBill = Pick<NueInvoice, keyof typeof billFields>;
export type NueInvoiceItem = v.InferOutput<typeof invoiceItemSchema>;

/** The version of an object: when it was last changed. */
export function lastModified(object: {
  readonly modifiedDate: string | null;
  readonly lastModifiedDate: string | null;
}): string {
  return object.modifiedDate ?? object.lastModifiedDate ?? '';
}
