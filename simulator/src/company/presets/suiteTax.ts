import type { CompanyData } from '../companyData';
import { demoCompany } from './demo';

/** The demo company with SuiteTax: a tax type for each country, whose account its taxes post to. */
export const suiteTaxCompany: CompanyData = {
  ...demoCompany,
  features: [...demoCompany.features, 'TAX_OVERHAULING'],
  taxTypes: [
    { name: 'Sales Tax', country: 'US', payablesAccount: '2200' },
    { name: 'VAT DE', country: 'DE', payablesAccount: '2210' },
    { name: 'VAT GB', country: 'GB', payablesAccount: '2220' },
  ],
  taxCodes: demoCompany.taxCodes.map((code) => ({
    ...code,
    taxType: code.country === 'US' ? 'Sales Tax' : `VAT ${code.country}`,
  })),
};
