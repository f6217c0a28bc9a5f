import { connectedAccount } from '../__tests__/integration/support/connectedAccount';
import {
  callWith500Documents,
  unitsForAnInvoice,
  unitsForAnInvoiceOfFive,
  unitsForAnInvoiceOfOneBatch,
} from './invoices';
import type { Figure } from './measure';
import { simulatorFigures } from './simulator/main';

/**
 * `npm run bench` prints each figure of the SuiteApp, `npm run bench -- simulator` those of the local account; the exit
 * code is 1 when one is over its bar.
 */
export async function main([what, ...options]: readonly string[] = []): Promise<number> {
  if (what !== undefined && what !== 'simulator') throw new Error('npm run bench [-- simulator [--invoices N]]');
  const figures = what === 'simulator' ? await simulatorFigures(options) : await suiteAppFigures();
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, atMost } of figures) {
    const bar = atMost === null ? '' : `  (at most ${atMost}${value > atMost ? ': over it' : ''})`;
    console.log(`${name.padEnd(width)}  ${shown(value).padStart(9)}${bar}`);
  }
  return figures.some(({ value, atMost }) => atMost !== null && value > atMost) ? 1 : 0;
}

async function suiteAppFigures(): Promise<Figure[]> {
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
  return figures;
}

/** Three significant digits where it is small. */
function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
