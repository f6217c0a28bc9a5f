import type { CustomFieldKind } from '../../records/custom/defineField';
import { flagOf, textOf, type XmlElement } from '../project/xml';
import type { ObjectInstaller } from './context';
import { installField } from './customField';

/** Record types by the elements that apply a field to them. */
type Applications = Readonly<Record<string, readonly string[]>>;

const SALES = ['estimate', 'salesorder', 'invoice', 'cashsale', 'creditmemo', 'returnauthorization', 'cashrefund'];
const PURCHASES = ['purchaseorder', 'vendorbill', 'vendorcredit', 'vendorreturnauthorization'];
const JOURNALS = ['journalentry', 'intercompanyjournalentry', 'advintercompanyjournalentry', 'statisticaljournalentry'];

/** Which transactions each box of the Applies To tab means, as far as the simulator's records are concerned. */
const BODY: Applications = {
  bodysale: SALES,
  bodyopportunity: ['opportunity'],
  bodypurchase: PURCHASES,
  bodyjournal: JOURNALS,
  bodyperiodendjournal: ['periodendjournal'],
  bodycustomerpayment: ['customerpayment', 'customerrefund', 'customerdeposit'],
  bodydeposit: ['deposit', 'customerdeposit'],
  bodydepositapplication: ['depositapplication'],
  bodyvendorpayment: ['vendorpayment'],
  bodyexpensereport: ['expensereport'],
  bodyitemfulfillment: ['itemfulfillment'],
  bodyitemreceipt: ['itemreceipt'],
  bodyothertransaction: ['customerrefund', 'customerdeposit', 'check', 'revenuearrangement'],
};

const COLUMN: Applications = {
  colsale: SALES,
  colopportunity: ['opportunity'],
  colpurchase: PURCHASES,
  colexpense: PURCHASES,
  coljournal: JOURNALS,
  colexpensereport: ['expensereport'],
  colitemfulfillment: ['itemfulfillment'],
  colitemreceipt: ['itemreceipt'],
  colreturnform: ['returnauthorization'],
};

const ENTITY: Applications = {
  appliestocustomer: ['customer', 'lead', 'prospect'],
  appliestocontact: ['contact'],
  appliestoemployee: ['employee'],
  appliestopartner: ['partner'],
  appliestoproject: ['job'],
  appliestovendor: ['vendor'],
};

const saleKinds = (name: string): string[] => [`${name}saleitem`, `${name}resaleitem`, `${name}purchaseitem`];

const ITEM: Applications = {
  appliestoinventory: ['inventoryitem', 'lotnumberedinventoryitem', 'serializedinventoryitem'],
  appliestoitemassembly: ['assemblyitem'],
  appliestokit: ['kititem'],
  appliestogroup: ['itemgroup'],
  appliestononinventory: saleKinds('noninventory'),
  appliestoservice: saleKinds('service'),
  appliestoothercharge: saleKinds('othercharge'),
  appliestosubplan: ['subscriptionplan'],
};

export const transactionBodyField = recordField('transactionbodycustomfield', BODY);
export const transactionColumnField = recordField('transactioncolumncustomfield', COLUMN);
export const entityField = recordField('entitycustomfield', ENTITY);
export const itemField = recordField('itemcustomfield', ITEM, bySubtype);

/** A field of NetSuite's own records; it applies to those whose box is ticked. */
function recordField(
  kind: CustomFieldKind,
  applications: Applications,
  keep: (root: XmlElement, type: string) => boolean = () => true,
): ObjectInstaller {
  return {
    install: ({ account, application }, { root }) => {
      const appliesTo = Object.entries(applications).flatMap(([element, types]) =>
        flagOf(root, element, false) ? types.filter((type) => keep(root, type)) : [],
      );
      installField(account, kind, root, application, { appliesTo: [...new Set(appliesTo)] });
    },
  };
}

/** `itemsubtype` limits a field to items for sale or for purchase; items for resale are both. */
function bySubtype(root: XmlElement, type: string): boolean {
  const subtype = textOf(root, 'itemsubtype');
  if (subtype === 'SALE') return !type.endsWith('purchaseitem');
  if (subtype === 'PURCHASE') return !(type.endsWith('saleitem') && !type.endsWith('resaleitem'));
  return true;
}
