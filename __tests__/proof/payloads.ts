/** Payloads of the proof, as small as the platforms' schemas let them be. Versions are counted from 1. */

type Payload = Readonly<Record<string, unknown>>;

/** A Nue customer as invoices bring it along; each later version has another phone number. */
export function nueCustomer(id: string, version: number): Payload {
  return {
    id,
    name: `Company ${id}`,
    recordType: 'Business',
    accountNumber: id.toUpperCase(),
    currencyIsoCode: 'USD',
    ...(version === 1 ? {} : { phone: `+1 415 555 01${String(version).padStart(2, '0')}` }),
    lastModifiedDate: `2026-09-${String(version).padStart(2, '0')}T06:00:00.000Z`,
  };
}

/** A Nue product as invoices bring it along; each later version has another description. */
export function nueProduct(id: string, version: number): Payload {
  return {
    id,
    name: `Product ${id}`,
    ...(version === 1 ? {} : { description: `Version ${version}` }),
    productCategory: 'Recurring Services',
    lastModifiedDate: `2026-09-${String(version).padStart(2, '0')}T06:00:00.000Z`,
  };
}

/** A Zuora invoice in USD of one line, with its account and its charge. */
export function zuoraInvoice(id: string, amount = 250, customer = 'account-1', charge = 'charge-1'): Payload {
  return {
    id: `zuora-invoice-${id}`,
    invoiceNumber: `INV-${id}`,
    accountId: customer,
    status: 'Posted',
    currency: 'USD',
    invoiceDate: '2026-10-20',
    dueDate: '2026-11-19',
    amount,
    amountWithoutTax: amount,
    taxAmount: 0,
    balance: amount,
    updatedDate: '2026-10-20T00:15:00-07:00',
    account: {
      id: customer,
      accountNumber: customer.toUpperCase(),
      name: `Zuora ${customer}`,
      currency: 'USD',
      status: 'Active',
      CustomerType__NS: 'Company',
      Subsidiary__NS: 'Northwind Analytics',
      updatedDate: '2026-09-18T03:12:44-07:00',
    },
    invoiceItems: [
      {
        id: `${id}-item`,
        invoiceId: `zuora-invoice-${id}`,
        chargeAmount: amount,
        chargeName: `Seats of ${charge}`,
        chargeNumber: `C-${charge}`,
        processingType: '0',
        productRatePlanChargeId: charge,
        quantity: 5,
        unitPrice: amount / 5,
        serviceStartDate: '2026-10-01',
        serviceEndDate: '2026-10-31',
        subscriptionNumber: 'A-S00000001',
        productRatePlanCharge: {
          id: charge,
          name: `Seats of ${charge}`,
          accountingCode: 'Revenue : Subscription Revenue',
          ItemType__NS: 'Non Inventory',
          updatedDate: '2026-08-30T01:00:00-07:00',
        },
        taxationItems: [],
      },
    ],
  };
}
