/**
 * July 2026 of Northwind Analytics, which keeps its books in USD.
 *
 * @NApiVersion 2.1
 * @NModuleScope SameAccount
 */
define(['./documents', 'N/transaction'], (d, transaction) => {
  const post = ({ subscription, support, services }) => {
    const us = d.subsidiaryNamed('Northwind Analytics');
    const acme = d.customer('Acme', us, 'USD', 'Net 30');
    const lumiere = d.customer('Lumiere', us, 'EUR', 'Net 15');
    const thames = d.customer('Thames', us, 'GBP', 'Net 15');

    // 1
    d.journal(us, 1, [
      ['1000', 50000, null],
      ['3000', null, 50000],
    ]);

    // 2 to 4: an order with tax, its invoice, a part payment
    const order = d.sale(
      'salesorder',
      acme,
      2,
      [
        { item: subscription, quantity: 10, rate: 120, istaxable: true },
        { item: support, quantity: 1, rate: 300 },
      ],
      { istaxable: true, taxitem: d.taxCode('CA San Francisco') },
    );
    const billed = d.next('salesorder', order, 'invoice', 3);
    const partPayment = d.next('invoice', billed, 'customerpayment', 10, { payment: 603.5 }, (payment) =>
      d.take(payment, 'apply', billed, 603.5),
    );

    // 5 to 7: an invoice of five, a payment that bounces in the end, a credit memo for one of them
    const small = d.sale('invoice', acme, 5, [{ item: subscription, quantity: 5, rate: 100 }], {
      terms: '',
      duedate: d.july(5),
      istaxable: false,
    });
    const bounced = d.next('invoice', small, 'customerpayment', 11, { payment: 100 }, (payment) =>
      d.take(payment, 'apply', small, 100),
    );
    d.next('invoice', small, 'creditmemo', 12, {}, (credit) => d.setLine(credit, 'item', 0, { quantity: 1 }));
    transaction.void({ type: transaction.Type.CUSTOMER_PAYMENT, id: bounced });

    // 8 and 9: a credit memo of its own, and a refund of part of it
    const goodwill = d.sale('creditmemo', acme, 13, [{ item: support, quantity: 1, rate: 80 }]);
    d.refundCredit(acme, 15, '1000', goodwill, 50);

    // 10: an invoice entered by mistake
    const mistake = d.sale('invoice', acme, 6, [{ item: services, quantity: 1, rate: 750 }]);
    transaction.void({ type: transaction.Type.INVOICE, id: mistake });

    // 11 and 12: EUR 1,000.00, of which EUR 600.00 are paid at a better rate
    const inEuro = d.sale('invoice', lumiere, 2, [{ item: services, quantity: 1, rate: 1000 }]);
    const euros = d.next('invoice', inEuro, 'customerpayment', 20, { exchangerate: 1.12, payment: 600 }, (payment) =>
      d.take(payment, 'apply', inEuro, 600),
    );

    // 13 and 14: GBP 999.99, paid in full at a worse rate
    const inPounds = d.sale('invoice', thames, 8, [{ item: subscription, quantity: 3, rate: 333.33 }]);
    d.next('invoice', inPounds, 'customerpayment', 24, { exchangerate: 1.23 });

    // 15 to 17: a deposit of GBP 400.00, of which GBP 250.00 go to an invoice
    const advance = d.deposit(thames, 4, 400, { exchangerate: 1.24 });
    const later = d.sale('invoice', thames, 9, [{ item: services, quantity: 1, rate: 1000 }]);
    d.next('customerdeposit', advance, 'depositapplication', 22, {}, (application) =>
      d.take(application, 'apply', later, 250),
    );

    // 18 and 19: a cash sale, and part of its money back
    const cash = d.sale('cashsale', acme, 16, [{ item: support, quantity: 5, rate: 50 }]);
    d.next('cashsale', cash, 'cashrefund', 17, { account: d.accountNumbered('1000') }, (refund) =>
      d.setLine(refund, 'item', 0, { quantity: 2 }),
    );

    // 20 and 21: to the banks, with interest and less the bank's fee; the euros at the rate that they came with
    d.bankDeposit('1000', 25, [partPayment, cash], { other: [['7000', 10]], cashback: [['6400', 3.5]] });
    d.bankDeposit('1010', 25, [euros], { exchangerate: 1.12 });

    // 22 and 23
    d.journal(us, 31, [
      ['6100', 1200, null],
      ['2300', null, 1200],
    ]);
    d.journal(
      us,
      31,
      [
        ['6300', 100.05, null],
        ['6200', 200.15, null],
        ['2300', null, 300.2],
      ],
      { currency: 'EUR' },
    );
    return { acme, lumiere, thames };
  };
  return { post };
});
