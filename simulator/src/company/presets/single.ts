import type { CompanyData } from '../companyData';
import { demoCompany } from './demo';

const ONEWORLD_ONLY = new Set(['SUBSIDIARIES', 'MULTIPLECALENDARS']);

/** The demo company as a single entity: no OneWorld, one country, three currencies. */
export const singleCompany: CompanyData = {
  ...demoCompany,
  features: demoCompany.features.filter((feature) => !ONEWORLD_ONLY.has(feature)),
  exchangeRates: demoCompany.exchangeRates.filter((rate) => rate.base === 'USD'),
  subsidiaries: demoCompany.subsidiaries.slice(0, 1),
  taxCodes: demoCompany.taxCodes.filter((code) => code.country === 'US'),
  locations: demoCompany.locations.map(({ name }) => ({ name })),
};
