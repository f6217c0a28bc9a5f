import type { RecordType } from '../recordType';
import { account } from './account';
import { cashRefund } from './cashRefund';
import { cashSale } from './cashSale';
import { classification, department, location } from './classification';
import { contact, contactRole } from './contact';
import { creditMemo } from './creditMemo';
import { customer } from './customer';
import { customerDeposit } from './customerDeposit';
import { customerPayment } from './customerPayment';
import { customerRefund } from './customerRefund';
import { deposit } from './deposit';
import { depositApplication } from './depositApplication';
import { folder } from './folder';
import { inventoryAdjustment } from './inventoryAdjustment';
import { invoice } from './invoice';
import { itemFulfillment } from './itemFulfillment';
import { itemReceipt } from './itemReceipt';
import { discountItem, inventoryItem, nonInventorySaleItem, serviceSaleItem } from './items';
import { job } from './job';
import { journalEntry } from './journalEntry';
import { accountingPeriod, currency, employee, salesTaxItem, subsidiary, taxSchedule, term } from './lists';
import { returnAuthorization } from './returnAuthorization';
import { revenueArrangement } from './revenueArrangement';
import { revenuePlan } from './revenuePlan';
import { revRecSchedule, revRecTemplate } from './revRec';
import { revRecFieldMapping } from './revRecFieldMapping';
import { salesOrder } from './salesOrder';

/** NetSuite's own record types. A new one is a file of its own and a line here. */
export const standardTypes: ReadonlyMap<string, RecordType> = new Map(
  [
    account,
    accountingPeriod,
    cashRefund,
    cashSale,
    classification,
    contact,
    contactRole,
    currency,
    creditMemo,
    customer,
    customerDeposit,
    customerPayment,
    customerRefund,
    department,
    deposit,
    depositApplication,
    discountItem,
    employee,
    folder,
    inventoryAdjustment,
    inventoryItem,
    invoice,
    itemFulfillment,
    itemReceipt,
    job,
    journalEntry,
    location,
    nonInventorySaleItem,
    returnAuthorization,
    revenueArrangement,
    revenuePlan,
    revRecFieldMapping,
    revRecSchedule,
    revRecTemplate,
    salesOrder,
    salesTaxItem,
    serviceSaleItem,
    subsidiary,
    taxSchedule,
    term,
  ].map((type) => [type.id, type]),
);
