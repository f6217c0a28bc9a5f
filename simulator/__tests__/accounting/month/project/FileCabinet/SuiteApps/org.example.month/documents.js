/**
 * Short forms of the documents of a month, each made with N/record as a script of a customer makes them.
 *
 * @NApiVersion 2.1
 * @NModuleScope SameAccount
 */
define(['N/record', 'N/query'], (record, query) => {
  const idOf = (table, column, value) => {
    const [row] = query
      .runSuiteQL({ query: `SELECT id FROM ${table} WHERE ${column} = ?`, params: [value] })
      .asMappedResults();
    if (!row) throw new Error(`No ${table} ${value}`);
    return row.id;
  };
  const accountNumbered = (number) => idOf('account', 'acctnumber', number);
  const currencyOf = (symbol) => idOf('currency', 'symbol', symbol);
  const subsidiaryNamed = (name) => idOf('subsidiary', 'name', name);
  const taxCode = (name) => idOf('salestaxitem', 'itemid', name);
  const paymentMethod = (name) => idOf('paymentmethod', 'name', name);
  const july = (day) => new Date(2026, 6, day);

  const set = (document, values) => {
    for (const [fieldId, value] of Object.entries(values)) document.setValue({ fieldId, value });
    return document;
  };
  const setLine = (document, sublistId, line, values) => {
    for (const [fieldId, value] of Object.entries(values)) {
      document.setSublistValue({ sublistId, fieldId, line, value });
    }
    return document;
  };
  const lineOf = (document, sublistId, fieldId, value) => {
    const line = document.findSublistLineWithValue({ sublistId, fieldId, value: String(value) });
    if (line < 0) throw new Error(`No ${value} in ${sublistId}`);
    return line;
  };
  const made = (type, values, sublistId, lines) => {
    const document = set(record.create({ type }), values);
    lines.forEach((line, index) => {
      setLine(document, sublistId, index, line);
    });
    return document.save();
  };

  const makeItem = (itemid, income, schedule) =>
    set(record.create({ type: record.Type.SERVICE_ITEM, defaultValues: { subtype: 'Sale' } }), {
      itemid,
      incomeaccount: accountNumbered(income),
      taxschedule: idOf('taxschedule', 'name', schedule),
      subsidiary: [subsidiaryNamed('Northwind Analytics')],
      includechildren: true,
    }).save();

  return {
    accountNumbered,
    subsidiaryNamed,
    taxCode,
    july,

    makeItems: () => ({
      subscription: makeItem('Subscription', '4010', 'Standard'),
      support: makeItem('Support', '4020', 'Not Taxable'),
      services: makeItem('Services', '4050', 'Not Taxable'),
    }),

    customer: (companyname, subsidiary, currency, terms) =>
      set(record.create({ type: record.Type.CUSTOMER }), {
        companyname,
        subsidiary,
        currency: currencyOf(currency),
        terms: idOf('term', 'name', terms),
      }).save(),

    /** A sale or a return: `salesorder`, `invoice`, `cashsale`, `creditmemo`. */
    sale: (type, entity, day, lines, values = {}) =>
      made(type, { entity, trandate: july(day), ...values }, 'item', lines),

    /** The document that another one becomes; `change` sets what differs from it. */
    next: (fromType, fromId, toType, day, values = {}, change = () => undefined) => {
      const document = record.transform({ fromType, fromId, toType });
      set(document, { trandate: july(day), ...values });
      change(document);
      return document.save();
    },

    /** Takes an amount of an open document in the list `apply`, `credit` or `deposit`. */
    take: (document, sublistId, doc, amount) =>
      setLine(document, sublistId, lineOf(document, sublistId, 'doc', doc), { apply: true, amount }),

    setLine,

    /** What a customer pays before there is an invoice, into Undeposited Funds. */
    deposit: (customer, day, payment, values = {}) =>
      set(record.create({ type: record.Type.CUSTOMER_DEPOSIT, defaultValues: { entity: customer } }), {
        trandate: july(day),
        payment,
        ...values,
      }).save(),

    /** Gives back what a credit memo left open, from a bank account. */
    refundCredit: (customer, day, account, credit, amount) => {
      const refund = record.create({ type: record.Type.CUSTOMER_REFUND, defaultValues: { entity: customer } });
      set(refund, {
        trandate: july(day),
        account: accountNumbered(account),
        paymentmethod: paymentMethod('Check'),
      });
      setLine(refund, 'apply', lineOf(refund, 'apply', 'doc', credit), { apply: true, amount });
      return refund.save();
    },

    /** A journal entry; a line is account number, debit, credit. */
    journal: (subsidiary, day, lines, { currency, ...values } = {}) =>
      made(
        record.Type.JOURNAL_ENTRY,
        { subsidiary, trandate: july(day), ...(currency ? { currency: currencyOf(currency) } : {}), ...values },
        'line',
        lines.map(([account, debit, credit]) => ({
          account: accountNumbered(account),
          ...(debit === null ? { credit } : { debit }),
        })),
      ),

    /** Takes money from Undeposited Funds to a bank account. */
    bankDeposit: (account, day, payments, { other = [], cashback = [], ...values } = {}) => {
      const document = record.create({ type: record.Type.DEPOSIT });
      set(document, { account: accountNumbered(account), trandate: july(day), ...values });
      for (const payment of payments) {
        setLine(document, 'payment', lineOf(document, 'payment', 'id', payment), { deposit: true });
      }
      other.forEach(([number, amount], index) => {
        setLine(document, 'other', index, { account: accountNumbered(number), amount });
      });
      cashback.forEach(([number, amount], index) => {
        setLine(document, 'cashback', index, { account: accountNumbered(number), amount });
      });
      return document.save();
    },

    paymentMethod,
  };
});
