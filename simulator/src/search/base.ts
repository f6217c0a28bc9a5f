import { notSupported } from '../kernel/errors';
import { quoteText } from '../query/compile/value';
import { invalidSearchRecord } from './errors';

/** What a search type searches: a table, which rows of it, and what its results say they are. */
export interface SearchBase {
  /** The store's table of the records; its rows stand under the alias `t`. */
  readonly table: string;
  readonly family: 'transaction' | 'item' | 'entity' | 'custom' | 'list';
  /** Condition on the rows, as SQL over `t`; null for all. */
  readonly condition: string | null;
  /** SQL of the record type of a row. */
  readonly recordType: string;
}

const TRANSACTIONS: Readonly<Record<string, string>> = {
  invoice: 'CustInvc',
  creditmemo: 'CustCred',
  customerpayment: 'CustPymt',
  customerdeposit: 'CustDep',
  depositapplication: 'DepAppl',
  customerrefund: 'CustRfnd',
  salesorder: 'SalesOrd',
  returnauthorization: 'RtnAuth',
  cashsale: 'CashSale',
  cashrefund: 'CashRfnd',
  itemfulfillment: 'ItemShip',
  itemreceipt: 'ItemRcpt',
  inventoryadjustment: 'InvAdjst',
  journalentry: 'Journal',
  deposit: 'Deposit',
  revenuearrangement: 'RevArrng',
  estimate: 'Estimate',
  purchaseorder: 'PurchOrd',
  vendorbill: 'VendBill',
};

/** Item search types by `item.itemtype`; searches do not tell items for sale from those for purchase. */
const ITEMS: Readonly<Record<string, string>> = {
  noninventoryitem: 'NonInvtPart',
  noninventorysaleitem: 'NonInvtPart',
  noninventorypurchaseitem: 'NonInvtPart',
  noninventoryresaleitem: 'NonInvtPart',
  serviceitem: 'Service',
  servicesaleitem: 'Service',
  servicepurchaseitem: 'Service',
  serviceresaleitem: 'Service',
  inventoryitem: 'InvtPart',
  discountitem: 'Discount',
  otherchargeitem: 'OthCharge',
  kititem: 'Kit',
  itemgroup: 'Group',
};

const LISTS: Readonly<Record<string, string>> = {
  account: 'account',
  accountingperiod: 'accountingperiod',
  classification: 'classification',
  currency: 'currency',
  department: 'department',
  location: 'location',
  subsidiary: 'subsidiary',
  term: 'term',
  salestaxitem: 'salestaxitem',
  pricelevel: 'pricelevel',
  role: 'role',
  folder: 'mediaitemfolder',
  file: 'file',
  customrecordtype: 'customrecordtype',
};

const ENTITIES: Readonly<Record<string, string>> = {
  contact: 'contact',
  customer: 'customer',
  employee: 'employee',
  entity: 'entity',
  job: 'job',
};

/** Record types by `entity.type`. */
const ENTITY_TYPES =
  "CASE t.type WHEN 'Employee' THEN 'employee' WHEN 'Contact' THEN 'contact' WHEN 'Job' THEN 'job' ELSE 'customer' END";

/** Script searches: deployed scripts are `script` rows of a type. */
const SCRIPTS: Readonly<Record<string, string>> = {
  restlet: 'RESTLET',
  suitelet: 'SUITELET',
  mapreducescript: 'MAPREDUCE',
  scheduledscript: 'SCHEDULED',
  usereventscript: 'USEREVENT',
  clientscript: 'CLIENT',
};

/** The base of a search type (section_4483165708). Throws for a type that NetSuite or the simulator does not have. */
export function searchBase(type: string, exists: (table: string) => boolean): SearchBase {
  const key = type.toLowerCase();
  if (key === 'transaction') return transactions(null);
  const transaction = TRANSACTIONS[key];
  if (transaction) return transactions(`t.type = ${quoteText(transaction)}`);
  if (key === 'item') return items(null);
  const item = ITEMS[key];
  if (item) return items(`t.itemtype = ${quoteText(item)}`);
  const entity = ENTITIES[key];
  if (entity) return { table: entity, family: 'entity', condition: null, recordType: entityType(key) };
  const list = LISTS[key];
  if (list && exists(list)) return { table: list, family: 'list', condition: null, recordType: quoteText(key) };
  const script = SCRIPTS[key];
  if (script) {
    return {
      table: 'script',
      family: 'list',
      condition: `t.scripttype = ${quoteText(script)}`,
      recordType: quoteText(key),
    };
  }
  if (key === 'scriptdeployment') {
    return { table: 'scriptdeployment', family: 'list', condition: null, recordType: quoteText(key) };
  }
  if (/^custom(record|list)_?\w+$/.test(key) && exists(key)) {
    return { table: key, family: 'custom', condition: null, recordType: quoteText(key) };
  }
  if (key.startsWith('custom')) throw invalidSearchRecord(type);
  throw notSupported(`searches for ${type}`);
}

function transactions(condition: string | null): SearchBase {
  return { table: 'transaction', family: 'transaction', condition, recordType: 't.recordtype' };
}

function items(condition: string | null): SearchBase {
  return { table: 'item', family: 'item', condition, recordType: 't.recordtype' };
}

function entityType(key: string): string {
  return key === 'entity' ? ENTITY_TYPES : quoteText(key);
}
