/**
 * July 2026 of Northwind Analytics GmbH, which keeps its books in EUR.
 *
 * @NApiVersion 2.1
 * @NModuleScope SameAccount
 */
define(['./documents', 'N/transaction'], (d, transaction) => {
  const post = ({ subscription, support, services }) => {
    const gmbh = d.subsidiaryNamed('Northwind Analytics GmbH');
    const domestic = d.taxCode('S-DE');
    const export0 = d.taxCode('E-DE');
    const spree = d.customer('Spree', gmbh, 'EUR', 'Net 30');
    const denver = d.customer('Denver', gmbh, 'USD', 'Net 30');
    const london = d.customer('London', gmbh, 'GBP', 'Net 60');

    // 1
    d.journal(gmbh, 1, [
      ['1010', 25000, null],
      ['3000', null, 25000],
    ]);

    // 2 and 3: an invoice with VAT, a part payment into the bank
    const taxed = d.sale('invoice', spree, 3, [{ item: subscription, quantity: 10, rate: 100, taxcode: domestic }], {
      terms: '',
      duedate: d.july(3),
    });
    d.next(
      'invoice',
      taxed,
      'customerpayment',
      14,
      { undepfunds: 'F', account: d.accountNumbered('1010'), payment: 500 },
      (payment) => d.take(payment, 'apply', taxed, 500),
    );

    // 4 and 5: USD 2,200.00, paid at a better rate
    const inDollars = d.sale('invoice', denver, 7, [{ item: services, quantity: 2, rate: 1100, taxcode: export0 }]);
    d.next('invoice', inDollars, 'customerpayment', 21, { exchangerate: 0.95 });

    // 6 and 7: GBP 1,033.35, paid at a better rate; a cent comes from rounding
    const inPounds = d.sale('invoice', london, 8, [
      { item: subscription, quantity: 1, rate: 1033.35, taxcode: export0 },
    ]);
    d.next('invoice', inPounds, 'customerpayment', 22, { exchangerate: 1.16 });

    // 8 to 11: GBP 1,000.00 of four, one of which comes back; a payment uses the credit for it
    const four = d.sale('invoice', london, 10, [{ item: support, quantity: 4, rate: 250, taxcode: export0 }]);
    const back = d.next('invoice', four, 'returnauthorization', 18, {}, (returned) =>
      d.setLine(returned, 'item', 0, { quantity: 1 }),
    );
    const credit = d.next('returnauthorization', back, 'creditmemo', 19);
    const rest = d.next('invoice', four, 'customerpayment', 23, {}, (payment) => {
      d.take(payment, 'apply', four, 750);
      d.take(payment, 'credit', credit, 250);
    });

    // 12 to 15: a deposit, an order, its invoice, the application of the deposit
    const advance = d.deposit(spree, 5, 300);
    const order = d.sale('salesorder', spree, 6, [{ item: services, quantity: 4, rate: 100, taxcode: domestic }]);
    const billed = d.next('salesorder', order, 'invoice', 24);
    d.next('customerdeposit', advance, 'depositapplication', 24, {}, (application) =>
      d.take(application, 'apply', billed, 300),
    );

    // 16 and 17: a deposit that is given back
    const unwanted = d.deposit(spree, 6, 100);
    d.next('customerdeposit', unwanted, 'customerrefund', 26, {
      account: d.accountNumbered('1010'),
      paymentmethod: d.paymentMethod('Check'),
    });

    // 18 and 19: to the banks
    d.bankDeposit('1010', 27, [advance]);
    d.bankDeposit('1020', 27, [rest]);

    // 20 to 23: salaries, rent that August takes back, fees, and fees entered twice
    d.journal(gmbh, 31, [
      ['6000', 3000, null],
      ['1010', null, 3000],
    ]);
    d.journal(
      gmbh,
      31,
      [
        ['6100', 500, null],
        ['2300', null, 500],
      ],
      { reversaldate: new Date(2026, 7, 1) },
    );
    const fees = [
      ['6400', 12.5, null],
      ['1010', null, 12.5],
    ];
    d.journal(gmbh, 31, fees);
    transaction.void({ type: transaction.Type.JOURNAL_ENTRY, id: d.journal(gmbh, 31, fees) });
    return { spree, denver, london };
  };
  return { post };
});
