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
  optionalYesNo,
  text,
} from '../../../fields';

/**
 * Zuora's objects as Object Query writes them (https://developer.zuora.com, Object Queries), with the `__NS` fields of
 * its NetSuite package verbatim. Only what posting needs is named; unknown fields are passed over here and stay in the
 * document's `raw`. Children stand under the names with which `expand[]` returns them.
 */

const contactSchema = v.object({
  id: optionalId,
  firstName: optionalText,
  lastName: optionalText,
  address1: optionalText,
  address2: optionalText,
  city: optionalText,
  state: optionalText,
  postalCode: optionalText,
  country: optionalText,
  workEmail: optionalText,
  workPhone: optionalText,
});

const classification = { Class__NS: optionalText, Department__NS: optionalText, Location__NS: optionalText };

export const accountSchema = v.object({
  id,
  accountNumber: optionalText,
  name: text,
  currency: optionalCurrency,
  paymentTerm: optionalText,
  parentId: optionalId,
  notes: optionalText,
  updatedDate: optionalText,
  billTo: v.nullish(contactSchema, null),
  soldTo: v.nullish(contactSchema, null),
  CustomerType__NS: optionalText,
  Subsidiary__NS: optionalText,
  SynctoNetSuite__NS: optionalYesNo,
  ...classification,
});

export const chargeSchema = v.object({
  id,
  name: text,
  description: optionalText,
  updatedDate: optionalText,
  accountingCode: optionalText,
  revenueRecognitionRuleName: optionalText,
  ItemType__NS: optionalText,
  RecognizedRevAccount__NS: optionalText,
  DeferredRevAccount__NS: optionalText,
  Subsidiary__NS: optionalText,
  IncludeChildren__NS: optionalYesNo,
  ...classification,
});

export const taxationItemSchema = v.object({
  id,
  taxAmount: amount,
  invoiceItemId: optionalId,
  jurisdiction: optionalText,
  name: optionalText,
  taxCode: optionalText,
  accountingCode: optionalText,
  taxRate: optionalAmount,
  taxRateType: optionalText,
  taxRateDescription: optionalText,
});

export const invoiceItemSchema = v.object({
  id,
  chargeAmount: amount,
  chargeName: optionalText,
  productRatePlanChargeId: id,
  processingType: optionalText,
  quantity: amount,
  unitPrice: optionalAmount,
  uom: optionalText,
  uOM: optionalText,
  serviceStartDate: optionalMoment,
  serviceEndDate: optionalMoment,
  subscriptionNumber: optionalText,
  productRatePlanCharge: v.nullish(chargeSchema, null),
  taxationItems: v.nullish(v.array(taxationItemSchema), []),
});

export const invoiceSchema = v.object({
  id,
  invoiceNumber: text,
  accountId: id,
  status: text,
  currency,
  invoiceDate: moment,
  dueDate: optionalMoment,
  amount,
  amountWithoutTax: optionalAmount,
  taxAmount: optionalAmount,
  comments: optionalText,
  purchaseOrderNumber: optionalText,
  updatedDate: optionalText,
  account: v.nullish(accountSchema, null),
  invoiceItems: v.array(invoiceItemSchema),
  productRatePlanCharges: v.nullish(v.array(chargeSchema), []),
  taxationItems: v.nullish(v.array(taxationItemSchema), []),
});

export type ZuoraContact = v.InferOutput<typeof contactSchema>;
export type ZuoraAccount = v.InferOutput<typeof accountSchema>;
export type ZuoraCharge = v.InferOutput<typeof chargeSchema>;
export type ZuoraTaxationItem = v.InferOutput<typeof taxationItemSchema>;
export type ZuoraInvoiceItem = v.InferOutput<typeof invoiceItemSchema>;
export type ZuoraInvoice = v.InferOutput<typeof invoiceSchema>;
