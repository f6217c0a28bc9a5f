import type { CompanyData } from '../companyData';

/** A single-entity company with the least that an account has before anybody set it up. */
export const emptyCompany: CompanyData = {
  name: 'Empty Company',
  features: ['ACCOUNTING', 'ACCOUNTINGPERIODS', 'RECEIVABLES', 'CRM', 'CUSTOMRECORDS', 'SERVERSIDESCRIPTING'],
  preferences: {
    ASSETCOGSITEMACCTS: false,
    REVERSALVOIDING: false,
    DATEFORMAT: 'M/D/YYYY',
    TIMEFORMAT: 'h:mm a',
    TIMEZONE: 'America/Los_Angeles',
    DUPLICATEEXTERNALIDCODE: 'DUP_RCRD',
  },
  currencies: [{ name: 'US Dollar', symbol: 'USD', displaySymbol: '$', precision: 2 }],
  exchangeRates: [],
  subsidiaries: [{ name: 'Empty Company', currency: 'USD', country: 'US' }],
  accounts: [
    { number: '1000', name: 'Checking', type: 'Bank', currency: 'USD' },
    { number: '1100', name: 'Accounts Receivable', type: 'AcctRec', purpose: 'accountsReceivable' },
    { number: '1200', name: 'Undeposited Funds', type: 'OthCurrAsset', purpose: 'undepositedFunds' },
    { number: '2000', name: 'Accounts Payable', type: 'AcctPay' },
    { number: '2100', name: 'Customer Deposits', type: 'OthCurrLiab', purpose: 'customerDeposits' },
    { number: '2200', name: 'Sales Taxes Payable', type: 'OthCurrLiab', purpose: 'salesTaxPayable' },
    { number: '2400', name: 'Deferred Revenue', type: 'DeferRevenue', purpose: 'deferredRevenue' },
    { number: '3200', name: 'Retained Earnings', type: 'Equity', purpose: 'retainedEarnings' },
    { number: '4000', name: 'Sales', type: 'Income' },
    { number: '6000', name: 'Expenses', type: 'Expense' },
  ],
  terms: [
    { name: 'Due on receipt', daysUntilDue: 0 },
    { name: 'Net 30', daysUntilDue: 30 },
  ],
  periods: { years: [2026], closedThrough: null },
  taxCodes: [],
  taxSchedules: ['Standard'],
  departments: [],
  classes: [],
  locations: [],
  employees: [
    {
      firstName: 'Alex',
      lastName: 'Admin',
      email: 'alex.admin@empty.example',
      subsidiary: 'Empty Company',
      roles: ['administrator'],
    },
    {
      firstName: 'Billing',
      lastName: 'Integration',
      email: 'billing.integration@empty.example',
      subsidiary: 'Empty Company',
      roles: [],
      isIntegrationUser: true,
    },
  ],
  numbering: [],
};
