import { existsSync, readFileSync } from 'node:fs';
import type { CompanyData } from '../companyData';
import { demoCompany } from './demo';
import { emptyCompany } from './empty';
import { singleCompany } from './single';
import { suiteTaxCompany } from './suiteTax';

/** Companies that come with the simulator. */
export const presets: Readonly<Record<string, CompanyData>> = {
  demo: demoCompany,
  single: singleCompany,
  suitetax: suiteTaxCompany,
  empty: emptyCompany,
};

/**
 * The data of a company, given by a preset's name, by a JSON file of the same shape, or as it is.
 *
 * @throws Error naming the presets when there is neither such a preset nor such a file.
 */
export function companyData(company: string | CompanyData): CompanyData {
  if (typeof company !== 'string') return company;
  const preset = presets[company];
  if (preset) return preset;
  if (existsSync(company)) return JSON.parse(readFileSync(company, 'utf8')) as CompanyData;
  throw new Error(
    `There is no company ${JSON.stringify(company)}: name one of ${Object.keys(presets).join(', ')}, or a JSON file.`,
  );
}
