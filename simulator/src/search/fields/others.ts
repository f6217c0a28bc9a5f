import type { Renamed } from './field';

/** Search fields of other records that are columns under other names, by the store's table. */
export const RENAMED_FIELDS: Readonly<Record<string, Readonly<Record<string, Renamed>>>> = {
  item: {
    name: { column: 'itemid' },
    type: { column: 'itemtype' },
    created: { column: 'createddate' },
    salesdescription: { column: 'description' },
    deferralaccount: { column: 'deferredrevenueaccount' },
    deferredrevaccount: { column: 'deferredrevenueaccount' },
  },
  customer: { receivablesaccount: { column: 'receivablesaccount' }, stage: { column: 'searchstage' } },
  account: {
    name: { column: 'acctname' },
    displayname: { column: 'accountsearchdisplayname' },
    number: { column: 'acctnumber' },
    type: { column: 'accttype' },
  },
  accountingperiod: { periodname: { column: 'periodname' }, name: { column: 'periodname' } },
  salestaxitem: { name: { column: 'itemid' } },
  mediaitemfolder: { created: { column: 'createddate' } },
  file: {
    created: { column: 'createddate' },
    modified: { column: 'lastmodifieddate' },
    documentsize: { column: 'filesize' },
  },
  scriptdeployment: { internalid: { column: 'primarykey' } },
  customrecordtype: { internalid: { column: 'internalid' } },
};
