import { TRANSACTION_STATUSES } from '../transaction/statuses';

/** Lists that NetSuite comes with, as id and text. */
export const standardLists: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  approvalstatus: new Map([
    ['1', 'Pending Approval'],
    ['2', 'Approved'],
    ['3', 'Rejected'],
  ]),
  salesorderstatus: new Map(Object.entries(TRANSACTION_STATUSES.SalesOrd ?? {})),
  shipstatus: new Map(Object.entries(TRANSACTION_STATUSES.ItemShip ?? {})),
  returnauthorizationstatus: new Map(Object.entries(TRANSACTION_STATUSES.RtnAuth ?? {})),
  customerstatus: new Map([
    ['6', 'LEAD-Unqualified'],
    ['7', 'LEAD-Qualified'],
    ['8', 'PROSPECT-In Discussion'],
    ['9', 'PROSPECT-Identified Decision Makers'],
    ['10', 'PROSPECT-Proposal'],
    ['11', 'PROSPECT-In Negotiation'],
    ['12', 'PROSPECT-Purchasing'],
    ['13', 'CUSTOMER-Closed Won'],
    ['14', 'PROSPECT-Closed Lost'],
    ['15', 'CUSTOMER-Renewal'],
    ['16', 'CUSTOMER-Lost Customer'],
  ]),
  // Statuses that projects come with; their ids are assumed.
  jobstatus: new Map([
    ['1', 'Closed'],
    ['2', 'In Progress'],
    ['3', 'Not Awarded'],
    ['4', 'Pending'],
    ['5', 'Awarded'],
  ]),
  emailpreference: new Map([
    ['DEFAULT', 'Default'],
    ['HTML', 'HTML'],
    ['PDF', 'PDF'],
  ]),
  createrevenueplanson: new Map([
    ['-1', 'Revenue Arrangement Creation'],
    ['-2', 'Billing'],
    ['-3', 'Fulfillment'],
  ]),
  revenuetargetfield: new Map([
    ['-33601', 'Start Date'],
    ['-33602', 'End Date'],
    ['-33603', 'Forecast Start Date'],
    ['-33604', 'Forecast End Date'],
    ['-33605', 'Reference ID'],
  ]),
  revrecscheduletype: new Map([
    ['STANDARD', 'Standard'],
    ['VARIABLE', 'Variable'],
  ]),
  revrecrecurrencetype: new Map([
    ['STRAIGHT_LINE_BY_EVEN_PERIODS', 'Straight-line, by even periods'],
    ['STRAIGHT_LINE_PRORATE_FIRST_LAST_PERIOD', 'Straight-line, prorate first & last period'],
    ['STRAIGHT_LINE_USING_EXACT_DAYS', 'Straight-line, using exact days'],
    ['STRAIGHT_LINE_PRORATE_FIRST_LAST_PERIOD_RATE', 'Straight-line, prorate first & last period (period-rate)'],
  ]),
  costingmethod: new Map([
    ['AVG', 'Average'],
    ['FIFO', 'FIFO'],
    ['LIFO', 'LIFO'],
    ['STANDARD', 'Standard'],
  ]),
  generalrate: new Map([
    ['AVERAGE', 'Average'],
    ['CURRENT', 'Current'],
    ['HISTORICAL', 'Historical'],
  ]),
  accounttype: new Map([
    ['Bank', 'Bank'],
    ['AcctRec', 'Accounts Receivable'],
    ['UnbilledRec', 'Unbilled Receivable'],
    ['OthCurrAsset', 'Other Current Asset'],
    ['FixedAsset', 'Fixed Asset'],
    ['OthAsset', 'Other Asset'],
    ['DeferExpense', 'Deferred Expense'],
    ['AcctPay', 'Accounts Payable'],
    ['CredCard', 'Credit Card'],
    ['OthCurrLiab', 'Other Current Liability'],
    ['LongTermLiab', 'Long Term Liability'],
    ['DeferRevenue', 'Deferred Revenue'],
    ['Equity', 'Equity'],
    ['Income', 'Income'],
    ['COGS', 'Cost of Goods Sold'],
    ['Expense', 'Expense'],
    ['OthIncome', 'Other Income'],
    ['OthExpense', 'Other Expense'],
    ['NonPosting', 'Non Posting'],
    ['Stat', 'Statistical'],
  ]),
  itemsubtype: new Map([
    ['Sale', 'Sale'],
    ['Purchase', 'Purchase'],
    ['Resale', 'Resale'],
  ]),
};

const COUNTRY_CODES =
  `AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EA EC EE EG EH ER ES ET FI
  FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR
  IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN
  MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
  QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
  TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`
    .split(/\s+/)
    .filter(Boolean);

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** Countries by their two letters (SDF's enumeration `countries`). */
export const countries: ReadonlyMap<string, string> = new Map(
  COUNTRY_CODES.map((code) => [code, names.of(code) ?? code]),
);
