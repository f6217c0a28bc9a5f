import { connectedAccount } from '../__tests__/integration/support/connectedAccount';
import {
  callWith500Documents,
  unitsForAnInvoice,
  unitsForAnInvoiceOfFive,
  unitsForAnInvoiceOfOneBatch,
} from './invoices';
import type { Figure } from './measure';

/** `npm run bench`: prints each figure; the exit code is 1 when one is over its bar. */
export async function main(): Promise<number> {
  const figures: Figure[] = [];
  for (const benchmark of [
    unitsForAnInvoice,
    unitsForAnInvoiceOfOneBatch,
    unitsForAnInvoiceOfFive,
    callWith500Documents,
  ]) {
    const connected = await connectedAccount();
    figures.push(...(await benchmark(connected)));
    await connected.close();
  }
  for (const { name, value, atMost } of figures) {
    const bar = atMost === null ? '' : `  (at most ${atMost}${value > atMost ? ': over it' : ''})`;
    console.log(`${name}: ${Number(value.toFixed(1))}${bar}`);
  }
  return figures.some(({ value, atMost }) => atMost !== null && value > atMost) ? 1 : 0;
}
