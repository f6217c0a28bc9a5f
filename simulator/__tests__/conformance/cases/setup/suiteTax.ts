import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { books } from './books';

const DETAILS = 'src/records/transaction/taxDetails.ts';
const SUITE_TAX = 'src/records/suiteTax.ts';
const COMPANY = { company: 'suitetax' } as const;

/** A German sale of 100; `detail(values)` adds a line of tax details. */
const GERMAN = `
  var vat = idOf('taxtype', 'name', 'VAT DE'), code = idOf('salestaxitem', 'itemid', 'S-DE'), rec;
  function german(values) {
    rec = sale('invoice', customer({ subsidiary: idOf('subsidiary', 'name', 'Northwind Analytics GmbH') }),
      item({ taxschedule: idOf('taxschedule', 'name', 'Standard') }), values, { taxdetailsreference: 'A' });
    return rec;
  }
  function detail(values) {
    var cells = Object.assign({ taxdetailsreference: 'A', taxtype: vat, taxcode: code, taxbasis: 100, taxrate: 19, taxamount: 12.34 }, values);
    Object.keys(cells).forEach(function (key) {
      if (cells[key] !== null) rec.setSublistValue({ sublistId: 'taxdetails', fieldId: key, line: 0, value: cells[key] });
    });
    return rec;
  }`;

export const taxDetails: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4283867856',
  title: 'Tax Details on Transactions in SuiteTax',
  cases: [
    {
      id: 'tax-details-override-counts',
      rule: 'With Tax Details Override the tax of a transaction is what its tax details say.',
      without: {
        file: SUITE_TAX,
        find: 'if (data.fields.taxdetailsoverride === true) return false;',
        replace: '',
      },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        const code = `${GERMAN} german({ taxdetailsoverride: true }); return gl(detail().save());`;
        equal(await run(code), ['1100 112.34', '4010 -100', '2210 -12.34']);
      },
    },
    {
      id: 'tax-details-complete',
      rule: 'All tax information of a tax line is required.',
      without: {
        file: DETAILS,
        find: "amount('taxamount', 'Tax Amount', { mandatory: true }),",
        replace: "amount('taxamount', 'Tax Amount'),",
      },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        const code = `${GERMAN} german({ taxdetailsoverride: true }); detail({ taxamount: null });
          return message(function () { rec.save(); });`;
        equal(await run(code), 'Please enter value(s) for: Tax Amount');
      },
    },
    {
      id: 'tax-engine-computes',
      rule: 'Without the override the taxes are computed by the tax engine when the transaction is saved.',
      without: {
        file: 'src/records/transaction/taxAmounts.ts',
        find: 'data.sublists.taxdetails ??= engineDetails(account, data);',
        replace: 'data.sublists.taxdetails ??= engineDetails(account, data).slice(0, 0);',
      },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        equal(await run(`${GERMAN} return gl(german().save());`), ['1100 119', '4010 -100', '2210 -19']);
      },
    },
    {
      id: 'tax-details-gross',
      rule: 'The gross amount of a tax line follows from its net amount and its tax amount.',
      without: {
        file: DETAILS,
        find: 'net.plus(money(detail.fields.taxamount)).toNumber();',
        replace: 'net.toNumber();',
      },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        const code = `${GERMAN} german({ taxdetailsoverride: true });
          var saved = record.load({ type: 'invoice', id: detail().save() });
          return ['netamount', 'grossamount', 'linetype'].map(function (id) {
            return saved.getSublistValue({ sublistId: 'taxdetails', fieldId: id, line: 0 });
          });`;
        equal(await run(code), [100, 112.34, 'Item']);
      },
    },
  ],
};

export const taxTypes: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4283869397',
  title: 'Understanding Tax Types and Tax Codes in SuiteTax',
  cases: [
    {
      id: 'tax-type-says-where-it-posts',
      rule: 'A tax type tells to which account the taxes on sales post.',
      without: {
        file: 'src/accounting/taxes.ts',
        find: 'COALESCE(type.payablesaccount, code.taxaccount) AS account',
        replace: 'code.taxaccount AS account',
      },
      run: async (api) => {
        const { site, run } = await books(api, COMPANY);
        const [other] = await site.account.suiteql("SELECT id FROM account WHERE acctnumber = '2300'");
        site.account.account.store.run("UPDATE taxtype SET payablesaccount = ? WHERE name = 'VAT DE'", [
          Number(other?.id),
        ]);
        equal(await run(`${GERMAN} return gl(german().save());`), ['1100 119', '4010 -100', '2300 -19']);
      },
    },
    {
      id: 'tax-code-of-its-type',
      rule: 'A tax line has a tax code of its tax type.',
      without: { file: DETAILS, find: 'code === null || code.type !== keyIn(taxtype)', replace: 'code === null' },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        const code = `${GERMAN} german({ taxdetailsoverride: true }); detail({ taxtype: idOf('taxtype', 'name', 'VAT GB') });
          return caught(function () { rec.save(); });`;
        equal(await run(code), 'INVALID_KEY_OR_REF');
      },
    },
  ],
};

export const editingTaxed: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_1513063654',
  title: 'Editing Transactions in SuiteTax',
  cases: [
    {
      id: 'tax-kept-without-tax-changes',
      rule: 'Without a change in tax-related fields the tax details of an edited transaction are retained.',
      without: {
        file: SUITE_TAX,
        find: 'return stored === null || stored.fields.taxdetailsoverride === true || taxed(data) !== taxed(stored);',
        replace: 'return true;',
      },
      run: async (api) => {
        const { site, run } = await books(api, COMPANY);
        const id = await run(`${GERMAN} return german().save();`);
        site.account.account.store.run("UPDATE salestaxitem SET rate = 7 WHERE itemid = 'S-DE'");
        equal(await run(`change('invoice', ${id}, { memo: 'x' }); return gl(${id})[0];`), '1100 119');
      },
    },
    {
      id: 'tax-asked-again-after-tax-changes',
      rule: 'With a change in tax-related fields the taxes of an edited transaction are computed anew.',
      without: {
        file: SUITE_TAX,
        find: 'if (isRecalculated(data, stored)) delete data.sublists.taxdetails;',
        replace: 'if (stored === null) delete data.sublists.taxdetails;',
      },
      run: async (api) => {
        const { run } = await books(api, COMPANY);
        const code = `${GERMAN} var id = german().save(), again = record.load({ type: 'invoice', id: id });
          again.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 200 });
          again.save();
          return gl(id);`;
        equal(await run(code), ['1100 238', '4010 -200', '2210 -38']);
      },
    },
  ],
};
