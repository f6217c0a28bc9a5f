/**
 * What a company is set up with before any project is installed or document is posted. A preset, a JSON file given
 * with `--company` and a test's own object all have this shape; the loader turns it into records.
 * Things are named by their names, never by internal ids: those are given by the account.
 */
export interface CompanyData {
  readonly name: string;
  /** Ids of the features in effect, as in an SDF manifest: `SUBSIDIARIES`, `MULTICURRENCY`. */
  readonly features: readonly string[];
  /** Accounting and company preferences by the ids of N/config, for example `ASSETCOGSITEMACCTS`,
   * which the page calls Expand Account Lists (bridgehead_N3258805). */
  readonly preferences: Readonly<Record<string, string | boolean>>;
  readonly currencies: readonly CurrencyData[];
  readonly exchangeRates: readonly ExchangeRateData[];
  /** The first is the root. A single-entity company has exactly one, and SuiteQL does not show it. */
  readonly subsidiaries: readonly SubsidiaryData[];
  readonly accounts: readonly AccountData[];
  readonly terms: readonly TermData[];
  readonly periods: PeriodData;
  readonly taxCodes: readonly TaxCodeData[];
  /** Tax types of a company with SuiteTax. */
  readonly taxTypes?: readonly TaxTypeData[];
  readonly taxSchedules: readonly string[];
  readonly departments: readonly ClassificationData[];
  readonly classes: readonly ClassificationData[];
  readonly locations: readonly ClassificationData[];
  readonly employees: readonly EmployeeData[];
  readonly numbering: readonly NumberingData[];
  /** Revenue recognition rules, with Advanced Revenue Management; SuiteScript cannot make them. */
  readonly revenueRules?: readonly RevenueRuleData[];
  /** Custom forms; record types without one have their standard form. */
  readonly forms?: readonly FormData[];
}

export interface CurrencyData {
  readonly name: string;
  /** ISO 4217, NetSuite's `symbol`. */
  readonly symbol: string;
  readonly displaySymbol: string;
  /** Digits after the decimal point. */
  readonly precision: number;
}

export interface ExchangeRateData {
  readonly base: string;
  readonly transaction: string;
  /** `YYYY-MM-DD`, from which the rate holds. */
  readonly effectiveDate: string;
  /** Units of the base currency for one unit of the transaction currency, as a decimal text. */
  readonly rate: string;
}

export interface SubsidiaryData {
  readonly name: string;
  /** Name of the parent; absent for the root. */
  readonly parent?: string;
  readonly currency: string;
  readonly country: string;
  readonly isElimination?: boolean;
}

export interface AccountData {
  readonly number: string;
  readonly name: string;
  /** `account.accttype` as SuiteQL shows it. */
  readonly type: AccountType;
  /** Number of the parent account. */
  readonly parent?: string;
  /** Bank and credit card accounts are kept in one currency. */
  readonly currency?: string;
  readonly isInactive?: boolean;
  /** The account's part in the company, where NetSuite needs one: it is made by the system in a real account. */
  readonly purpose?: AccountPurpose;
}

export type AccountType =
  | 'Bank'
  | 'AcctRec'
  | 'OthCurrAsset'
  | 'FixedAsset'
  | 'OthAsset'
  | 'AcctPay'
  | 'CredCard'
  | 'OthCurrLiab'
  | 'LongTermLiab'
  | 'DeferRevenue'
  | 'DeferExpense'
  | 'UnbilledRec'
  | 'Equity'
  | 'Income'
  | 'COGS'
  | 'Expense'
  | 'OthIncome'
  | 'OthExpense'
  | 'NonPosting'
  | 'Stat';

export type AccountPurpose =
  | 'accountsReceivable'
  | 'undepositedFunds'
  | 'salesTaxPayable'
  | 'customerDeposits'
  | 'deferredRevenue'
  | 'retainedEarnings'
  | 'cumulativeTranslationAdjustment'
  | 'realizedGainLoss'
  | 'unrealizedGainLoss'
  | 'roundingGainLoss'
  | 'salesOrders'
  | 'returnAuthorizations';

export interface TermData {
  readonly name: string;
  readonly daysUntilDue: number;
}

export interface PeriodData {
  /** Fiscal years that start in January; each gets a year, four quarters and twelve months. */
  readonly years: readonly number[];
  /** Months up to and with this day are closed; `YYYY-MM-DD`. */
  readonly closedThrough: string | null;
}

export interface TaxCodeData {
  readonly name: string;
  /** Per cent as a decimal text, `19`. */
  readonly rate: string;
  readonly country: string;
  /** Number of the liability account to which the tax posts. */
  readonly account: string;
  /** Name of its tax type, with SuiteTax. */
  readonly taxType?: string;
}

/** A tax type of SuiteTax (section_4283869397). */
export interface TaxTypeData {
  readonly name: string;
  readonly country: string;
  /** Number of the account to which taxes on sales post. */
  readonly payablesAccount: string;
}

export interface ClassificationData {
  readonly name: string;
  readonly parent?: string;
  /** Names of the subsidiaries in which it may be used; absent for all. */
  readonly subsidiaries?: readonly string[];
}

export interface EmployeeData {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly subsidiary: string;
  /** Script ids of roles, `administrator`; roles that a project installs are given to the integration user. */
  readonly roles: readonly string[];
  readonly isIntegrationUser?: boolean;
}

/** A revenue recognition rule, in the words of its page (section_4356113783). */
export interface RevenueRuleData {
  readonly name: string;
  /** By amount where it is left out; plans that fulfillment makes need the quantity. */
  readonly amountSource?: 'Event-Percent based on amount' | 'Event-Percent based on quantity';
  readonly method: RevenueMethod;
  readonly startDate: 'Arrangement Transaction Date' | 'Event Date' | 'Source Date' | 'Revenue Element Start Date';
  readonly endDate:
    | 'Rev Rec Term in Months'
    | 'Rev Rec Term in Days'
    | 'Recognition Period'
    | 'Arrangement Transaction Date'
    | 'Event Date'
    | 'Source Date'
    | 'Revenue Element End Date';
  readonly termInMonths?: number;
  readonly termInDays?: number;
  readonly recognitionPeriods?: number;
}

/** Ways to spread an amount over periods; the method Custom is not supported. */
export type RevenueMethod =
  | 'Straight-line, by even periods'
  | 'Straight-line, prorate first & last period'
  | 'Straight-line, using exact days'
  | 'Straight-line, prorate first & last period (period-rate)';

/** Setup > Company > Auto-Generated Numbers. */
export interface NumberingData {
  /** Record type, `invoice`, `customer`. */
  readonly recordType: string;
  readonly prefix: string;
  readonly minimumDigits: number;
  readonly initial: number;
  readonly allowOverride: boolean;
  readonly allowUpdate: boolean;
}

/** A custom form of a record type, as far as it decides what has to be entered (SDFxml_1433977780). */
export interface FormData {
  readonly name: string;
  /** Record type, `invoice`. */
  readonly recordType: string;
  /** The form that new records of the type have; one for each type. */
  readonly isPreferred: boolean;
  /** Ids of body fields that the form makes mandatory. */
  readonly mandatory?: readonly string[];
  /** Ids of body fields that the form does not show, and of columns as `line.custcol_x`: nobody has to enter them. */
  readonly hidden?: readonly string[];
}
