/** Payloads for tests, as small as the platforms' schemas let them be. */

export interface NueLine {
  /** In the currency, two decimals. */
  readonly amount: string;
  readonly tax?: string;
  readonly product?: string;
  readonly quantity?: number;
}

/** A Nue invoice in USD with its customer and products. `id` names all of it. */
export function nueInvoice(
  id: string,
  lines: readonly NueLine[] = [{ amount: '100.00' }],
  customer = 'customer-1',
): Readonly<Record<string, unknown>> {
  const net = cents(lines.map((line) => line.amount));
  const tax = cents(lines.map((line) => line.tax ?? '0.00'));
  const products = [...new Set(lines.map((line) => line.product ?? 'product-1'))];
  return {
    id: `invoice-${id}`,
    name: `T-${id}`,
    status: 'Active',
    currencyIsoCode: 'USD',
    customerId: customer,
    invoiceDate: '2026-10-15',
    dueDate: '2026-11-14',
    amount: (net + tax) / 100,
    amountWithoutTax: net / 100,
    taxAmount: tax / 100,
    lastModifiedDate: '2026-10-15T06:00:00.000Z',
    customer: {
      id: customer,
      name: `Company ${customer}`,
      recordType: 'Business',
      accountNumber: customer.toUpperCase(),
      currencyIsoCode: 'USD',
      lastModifiedDate: '2026-09-01T06:00:00.000Z',
    },
    products: products.map((product) => ({
      id: product,
      name: `Product ${product}`,
      productCategory: 'Recurring Services',
      lastModifiedDate: '2026-09-01T06:00:00.000Z',
    })),
    items: lines.map((line, index) => ({
      id: `${id}-${index + 1}`,
      productId: line.product ?? 'product-1',
      transactionQuantity: line.quantity ?? 1,
      transactionAmount: Number(line.amount),
      ...(line.tax === undefined ? {} : { taxAmount: Number(line.tax), taxCode: 'US-CA-SF' }),
    })),
  };
}

/** The same payload without a field. */
export function without(payload: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  const { [field]: _, ...rest } = payload;
  return rest;
}

function cents(amounts: readonly string[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
}
