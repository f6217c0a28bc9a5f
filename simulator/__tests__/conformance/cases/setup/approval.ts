import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { books } from './books';

const APPROVAL = 'src/records/transaction/invoiceApproval.ts';
const ROUTED = 'prefer({ CUSTOMAPPROVALCUSTINVC: true });';

export const invoiceApproval: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1235332',
  title: 'Custom Workflow Based Invoice Approval',
  cases: [
    {
      id: 'routed-invoice-starts-pending',
      rule: 'With approval routing for invoices all invoices start with the status Pending Approval.',
      without: { file: APPROVAL, find: 'isPreferred(account, ROUTED) ? PENDING : APPROVED;', replace: 'APPROVED;' },
      run: async (api) => {
        const { run } = await books(api);
        const code = `${ROUTED} return record.load({ type: 'invoice', id: invoice().save() }).getValue('status');`;
        equal(await run(code), 'Pending Approval');
      },
    },
    {
      id: 'routed-invoice-set-approved',
      rule: 'An invoice can be set to Approved by hand, without a workflow.',
      without: {
        file: APPROVAL,
        find: 'return { isPosting: true, letter: null };',
        replace: "return { isPosting: false, letter: 'D' };",
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `${ROUTED} return record.load({ type: 'invoice', id: invoice({ approvalstatus: 2 }).save() }).getValue('status');`;
        equal(await run(code), 'Open');
      },
    },
  ],
};

export const invoiceApprovalImpact: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_4025082250',
  title: 'Transactional Impact for Workflow Based Invoice Approvals',
  cases: [
    {
      id: 'pending-invoice-does-not-post',
      rule: 'An invoice does not post while it is pending approval.',
      without: {
        file: APPROVAL,
        find: "return { isPosting: false, letter: 'D' };",
        replace: "return { isPosting: true, letter: 'D' };",
      },
      run: async (api) => {
        const { run } = await books(api);
        equal(await run(`${ROUTED} return gl(invoice().save());`), []);
      },
    },
    {
      id: 'approved-invoice-posts',
      rule: 'An invoice posts when its approval status changes from pending approval to approved.',
      without: {
        file: 'src/records/types/invoice.ts',
        find: 'writeLines(context, data, plan, id, { foreign, base }, approvalOf(context, data).isPosting);',
        replace:
          'writeLines(context, data, plan, id, { foreign, base }, stored === null && approvalOf(context, data).isPosting);',
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `${ROUTED} return gl(change('invoice', invoice().save(), { approvalstatus: 2 }));`;
        equal(await run(code), ['1100 100', '4010 -100']);
      },
    },
    {
      id: 'pending-invoice-not-in-payments',
      rule: 'An invoice that is not approved does not show up for payment.',
      without: {
        file: 'src/records/application/documents.ts',
        find: "AND t.posting = 'T' AND t.voided = 'F' AND t.id <> ?",
        replace: "AND t.voided = 'F' AND t.id <> ?",
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `${ROUTED} var who = customer(), what = item();
          var ids = ['1', '2'].map(function (status) { return sale('invoice', who, what, { approvalstatus: status }).save(); });
          var payment = record.transform({ fromType: 'customer', fromId: who, toType: 'customerpayment' });
          return [payment.getLineCount('apply'), ids.length];`;
        equal(await run(code), [1, 2]);
      },
    },
    {
      id: 'pending-invoice-bills-order',
      rule: 'An invoice of a sales order bills the order also while it is pending approval.',
      without: {
        file: 'src/records/types/invoice.ts',
        find: 'writeContinuation(context, data, id);',
        replace: 'if (approvalOf(context, data).isPosting) writeContinuation(context, data, id);',
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `${ROUTED} var order = sale('salesorder', customer(), item()).save();
          record.transform({ fromType: 'salesorder', fromId: order, toType: 'invoice' }).save();
          return record.load({ type: 'salesorder', id: order }).getValue('status');`;
        equal(await run(code), 'Billed');
      },
    },
  ],
};
