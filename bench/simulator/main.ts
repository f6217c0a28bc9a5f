import { parseArgs } from 'node:util';
import type { Figure } from '../measure';
import { executions } from './executions';
import { largeAccount } from './largeAccount';
import { recordSaves } from './recordSaves';

/** `npm run bench -- simulator [--invoices 500000]`: figures of the local account itself. */
export async function simulatorFigures(options: readonly string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args: [...options], options: { invoices: { type: 'string', default: '50000' } } });
  const invoices = Number(values.invoices);
  if (!Number.isInteger(invoices) || invoices < 1) throw new Error('--invoices takes a whole number.');
  return [...recordSaves(), ...largeAccount(invoices), ...(await executions())];
}
