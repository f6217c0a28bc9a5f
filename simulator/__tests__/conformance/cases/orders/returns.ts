import type { ConformancePage } from '../../harness/case';
import { gives } from './trade';

export const linkedReturns: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1306234',
  title: 'Entering a Linked Return Authorization',
  cases: [
    gives(
      'return-of-an-invoice-has-its-items',
      'A return authorization made from an invoice has its items, prices and quantities, and is linked to it.',
      { file: 'src/records/transaction/continuation.ts', find: "return 'SaleRet';", replace: "return 'OrdBill';" },
      `var bill = invoice({}, { quantity: 3, amount: undefined, rate: 5 }).save();
       var id = of('invoice', bill, 'returnauthorization').save();
       var link = rows('SELECT linktype FROM previoustransactionlink WHERE nextdoc = ?', [id])[0].linktype;
       return [cells('returnauthorization', id, 'quantity'), get('returnauthorization', id, 'total'), link];`,
      [[3], 15, 'SaleRet'],
    ),
    gives(
      'return-in-a-non-posting-register',
      'A return authorization is kept in the register of a non-posting account.',
      {
        file: 'src/records/types/returnAuthorization.ts',
        find: "register: 'returnAuthorizations'",
        replace: "register: 'salesOrders'",
      },
      `var id = rma(item());
       return rows("SELECT a.acctnumber, a.accttype, tal.posting FROM transactionaccountingline tal JOIN account a ON a.id = tal.account " +
         "WHERE tal.transaction = ? AND tal.transactionline = 0", [id]);`,
      [{ acctnumber: '9010', accttype: 'NonPosting', posting: 'F' }],
    ),
  ],
};

export const returnStatuses: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1310133',
  title: 'Customer Return Authorization Status',
  cases: [
    gives(
      'return-pending-receipt',
      'A return of goods is pending receipt, then pending refund, then refunded.',
      {
        file: 'src/records/transform/moveOrder.ts',
        find: 'line.begun.lt(line.quantity))',
        replace: 'line.begun.gt(line.quantity))',
      },
      `var id = rma(goods());
       var states = [status(id)];
       of('returnauthorization', id, 'itemreceipt').save();
       states.push(status(id));
       of('returnauthorization', id, 'creditmemo').save();
       return states.concat(status(id));`,
      ['B', 'F', 'G'],
    ),
    gives(
      'return-closed',
      'A return of which all lines are closed is closed.',
      {
        file: 'src/records/transaction/writeLines.ts',
        find: "isclosed: line.line?.fields.isclosed === true ? 'T' : 'F',",
        replace: "isclosed: 'F',",
      },
      `var id = rma(goods());
       close('returnauthorization', id);
       return status(id);`,
      'H',
    ),
  ],
};

export const returnPreferences: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1305008',
  title: 'Preferences for Customer Returns',
  cases: [
    gives(
      'refund-in-advance-of-return',
      'A return is refunded when it was received, with Refund in Advance of Return before.',
      {
        file: 'src/records/transform/billOrder.ts',
        find: "isPreferred(account, 'UNCRECEIVEDRTNAUTHS')",
        replace: 'true',
      },
      `var id = rma(goods());
       var refused = caught(function () { of('returnauthorization', id, 'creditmemo'); });
       prefer({ UNCRECEIVEDRTNAUTHS: true });
       return [refused, of('returnauthorization', id, 'creditmemo').getValue({ fieldId: 'total' })];`,
      ['INVALID_INITIALIZE_REF', 100],
    ),
    gives(
      'return-default-status',
      'New returns are pending approval where the preference says so.',
      { file: 'src/records/types/returnAuthorization.ts', find: "'DEFRTNAUTHSTATUS'", replace: "'DEFSALESORDSTATUS'" },
      `prefer({ DEFRTNAUTHSTATUS: 'PENDING_APPROVAL' });
       return [status(rma(item())), status(order(item()))];`,
      ['A', 'F'],
    ),
  ],
};
