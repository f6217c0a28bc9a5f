import type { FieldDefinition } from '../definition';
import { checkbox, computed, field, moment, select, text, textArea } from '../fieldList';

const common: readonly FieldDefinition[] = [
  text('itemid', 'Item Name/Number', 60, { mandatory: true }),
  text('displayname', 'Display Name/Code', 60),
  text('upccode', 'UPC Code', 99),
  select('parent', 'Subitem of', 'item'),
  field('subsidiary', 'Subsidiary', 'multiselect', { source: 'subsidiary' }),
  checkbox('includechildren', 'Include Children'),
  select('class', 'Class', 'classification', { submitFields: true }),
  select('department', 'Department', 'department', { submitFields: true }),
  select('location', 'Location', 'location', { submitFields: true }),
  checkbox('isinactive', 'Inactive'),
  text('externalid', 'External ID', 255),
  computed('itemtype', 'Type', 'text'),
  computed('subtype', 'Subtype', 'text'),
  moment('createddate', 'Date Created', { readOnly: true }),
  moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
];

const sale: readonly FieldDefinition[] = [
  ...common,
  textArea('salesdescription', 'Sales Description', 4000, { column: 'description' }),
  select('incomeaccount', 'Income Account', 'account', { mandatory: true }),
  select('deferredrevenueaccount', 'Deferred Revenue Account', 'account'),
  select('taxschedule', 'Tax Schedule', 'taxschedule', { mandatory: true }),
  select('createrevenueplanson', 'Create Revenue Plans On', 'createrevenueplanson'),
  checkbox('directrevenueposting', 'Direct Revenue Posting'),
  checkbox('isfulfillable', 'Can Be Fulfilled/Received'),
  checkbox('isonline', 'Display in Web Site'),
  field('cost', 'Purchase Price', 'currency2'),
  text('vendorname', 'Vendor Name/Code', 60),
  field('weight', 'Item Weight', 'float'),
];

/** Non-inventory and service items for sale (Records Browser 2018.1: noninventoryitem, serviceitem). */
export const saleItemFields: readonly FieldDefinition[] = sale;

/** What is in stock of an item, over all places (section_N2262573). */
export const STOCK_FIELDS: readonly FieldDefinition[] = [
  computed('quantityonhand', 'Quantity On Hand', 'float', { column: null }),
  computed('quantityavailable', 'Quantity Available', 'float', { column: null }),
  computed('quantitycommitted', 'Quantity Committed', 'float', { column: null }),
  computed('quantitybackordered', 'Quantity Back Ordered', 'float', { column: null }),
  computed('averagecost', 'Average Cost', 'float', { column: null }),
  computed('totalvalue', 'Total Value', 'currency', { column: null }),
];

/** Inventory items (Records Browser: inventoryitem). */
export const inventoryFields: readonly FieldDefinition[] = [
  ...sale,
  textArea('purchasedescription', 'Purchase Description', 4000),
  select('cogsaccount', 'COGS Account', 'account', { mandatory: true, column: 'expenseaccount' }),
  select('assetaccount', 'Asset Account', 'account', { mandatory: true }),
  select('costingmethod', 'Costing Method', 'costingmethod', { defaultValue: 'AVG' }),
  field('defaultreturncost', 'Default Return Cost', 'currency2'),
  ...STOCK_FIELDS,
];

/** Discount items: a rate in per cent or an amount, posted to an account of its own. */
export const discountFields: readonly FieldDefinition[] = [
  ...common,
  textArea('description', 'Description', 4000),
  select('account', 'Account', 'account', { mandatory: true }),
  field('rate', 'Rate', 'rate', { mandatory: true }),
  select('taxschedule', 'Tax Schedule', 'taxschedule'),
];
