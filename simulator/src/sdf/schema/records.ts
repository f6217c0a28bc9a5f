import { RECORD_FIELD, SOURCED_FIELD } from './customField';
import { ACCESS_TYPES, ITEM_SUBTYPES, PERMISSION_LEVELS } from './enumerations';
import { choice, each, file, flag, group, list, type ObjectSchema, required, text, withFeature } from './schema';

export const CUSTOM_LIST: ObjectSchema = {
  scriptId: { prefix: 'customlist', maxLength: 38 },
  features: ['CUSTOMRECORDS'],
  elements: {
    name: required(text(30)),
    description: text(),
    ...each('isinactive isordered', flag()),
    ismatrixoption: withFeature('MATRIXITEMS', flag()),
    customvalues: group({
      elements: {
        customvalue: list({
          scriptId: { prefix: '', maxLength: 40 },
          elements: {
            value: required(text()),
            abbreviation: withFeature('MATRIXITEMS', text()),
            isinactive: flag(),
            internalId: text(),
          },
        }),
      },
    }),
  },
};

export const CUSTOM_RECORD_TYPE: ObjectSchema = {
  scriptId: { prefix: 'customrecord', maxLength: 40 },
  features: ['CUSTOMRECORDS'],
  elements: {
    recordname: required(text(40)),
    customsegment: withFeature('CUSTOMSEGMENTS', text()),
    accesstype: choice(ACCESS_TYPES),
    ...each('allowattachments allowinlineediting allowinlinedeleting allowinlinedetaching allowmobileaccess', flag()),
    ...each('allownumberingoverride allowquickadd allowquicksearch allowuiaccess enablekeywords', flag()),
    ...each('enablenumbering enableoptimisticlocking enablesystemnotes hierarchical iconbuiltin', flag()),
    ...each('includeinsearchmenu includename isinactive isordered showcreationdate showcreationdateonlist', flag()),
    ...each('showid showlastmodified showlastmodifiedonlist shownotes showowner showownerallowchange', flag()),
    showowneronlist: flag(),
    enabledle: withFeature('EXTREMELIST', flag()),
    enablemailmerge: withFeature('MAILMERGE', flag()),
    enablenametranslation: withFeature('MULTILANGUAGE', flag()),
    ...each('description numberingprefix numberingsuffix numberingmindigits numberinginit iconindex', text()),
    icon: file(),
    customrecordcustomfields: group({
      elements: {
        customrecordcustomfield: list({
          scriptId: { prefix: 'custrecord', maxLength: 40 },
          elements: { ...RECORD_FIELD, ...each('allowquickadd rolerestrict', flag()) },
        }),
      },
    }),
    instances: group({
      elements: {
        instance: list({
          scriptId: { prefix: '', maxLength: 40 },
          elements: { ...each('altname name parent', text()), isinactive: flag() },
          valuesOf: 'custrecord',
        }),
      },
    }),
    links: group({
      elements: {
        link: list({
          elements: { linkcategory: required(text()), linktasktype: required(text()), linklabel: text() },
        }),
      },
    }),
    permissions: group({
      elements: {
        permission: list({
          elements: {
            permittedrole: required(text()),
            permittedlevel: required(choice(PERMISSION_LEVELS)),
            restriction: text(),
          },
        }),
      },
    }),
    recordsublists: group({
      elements: {
        recordsublist: list({
          scriptId: { prefix: '', maxLength: 40 },
          elements: { ...each('recordsearch recorddescr', required(text())), ...each('recordtab recordfield', text()) },
        }),
      },
    }),
    subtabs: group({
      elements: {
        subtab: list({
          scriptId: { prefix: '', maxLength: 40 },
          elements: { tabtitle: required(text()), tabparent: text() },
        }),
      },
    }),
  },
};

function featured(features: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(features).flatMap(([feature, names]) => Object.entries(each(names, withFeature(feature, flag())))),
  );
}

export const TRANSACTION_BODY_FIELD: ObjectSchema = {
  scriptId: { prefix: 'custbody', maxLength: 40 },
  features: [],
  elements: {
    ...RECORD_FIELD,
    ...each('bodydeposit bodydepositapplication bodyothertransaction bodypickingticket bodyprintflag bodysale', flag()),
    showhierarchy: flag(),
    fldsizelabel: text(),
    bodycustomtransactions: withFeature('CUSTOMTRANSACTIONS', text()),
    ...featured({
      ACCOUNTING:
        'bodyitemfulfillment bodyitemfulfillmentorder bodyjournal bodyprintpackingslip bodyprintstatement bodypurchase bodybtegata',
      ADVRECEIVING: 'bodyitemreceipt bodyitemreceiptorder',
      ASSEMBLIES: 'bodyassemblybuild',
      EXPREPORTS: 'bodyexpensereport',
      FULFILLMENTREQUEST: 'bodyfulfillmentrequest',
      INVENTORY: 'bodyinventoryadjustment',
      MULTILOCINVT: 'bodytransferorder',
      OPPORTUNITIES: 'bodyopportunity',
      PAYABLES: 'bodyvendorpayment',
      PAYCHECKJOURNAL: 'bodypaycheck',
      PERIODENDJOURNALENTRIES: 'bodyperiodendjournal',
      RECEIVABLES: 'bodycustomerpayment',
      STOREPICKUP: 'bodystorepickup',
      WEBSTORE: 'bodystore',
      WORKORDERS: 'bodybom',
    }),
  },
};

export const TRANSACTION_COLUMN_FIELD: ObjectSchema = {
  scriptId: { prefix: 'custcol', maxLength: 37 },
  features: [],
  elements: {
    ...SOURCED_FIELD,
    ...each('colgrouponinvoices colkititem colpickingticket colprintflag colsale colstorewithgroups', flag()),
    showhierarchy: flag(),
    columncustomtransactions: withFeature('CUSTOMTRANSACTIONS', text()),
    ...featured({
      ACCOUNTING:
        'colexpense colinventoryadjustment colitemfulfillment colitemfulfillmentorder coljournal colpackingslip colpurchase colreturnform',
      ADVRECEIVING: 'colitemreceipt colitemreceiptorder',
      EXPREPORTS: 'colexpensereport',
      FULFILLMENTREQUEST: 'colfulfillmentrequest',
      MULTILOCINVT: 'coltransferorder',
      OPPORTUNITIES: 'colopportunity',
      PAYCHECKJOURNAL:
        'colpaycheckcompanycontribution colpaycheckcompanytax colpaycheckdeduction colpaycheckearning colpaycheckemployeetax',
      PERIODENDJOURNALENTRIES: 'colperiodendjournal',
      STOREPICKUP: 'colstorepickup',
      TIMETRACKING: 'coltime',
      WEBSITE: 'colstore colstorehidden',
      WORKORDERS: 'colbuild',
    }),
  },
};

export const ENTITY_FIELD: ObjectSchema = {
  scriptId: { prefix: 'custentity', maxLength: 40 },
  features: [],
  elements: {
    ...RECORD_FIELD,
    ...each('appliestocontact appliestocustomer appliestoemployee appliestogroup appliestoothername', flag()),
    ...each('appliestopricelist appliestoprojecttemplate appliestostatement availableexternally', flag()),
    showhierarchy: flag(),
    ...featured({
      ACCOUNTING: 'appliestovendor',
      ADVANCEDJOBS: 'appliestogenericrsrc',
      CRM: 'appliestopartner',
      JOBS: 'appliestoproject',
      SUITESIGNON: 'availabletosso',
      WEBSITE: 'appliestowebsite',
    }),
  },
};

export const ITEM_FIELD: ObjectSchema = {
  scriptId: { prefix: 'custitem', maxLength: 38 },
  features: [],
  elements: {
    ...RECORD_FIELD,
    ...each('appliestogroup appliestokit appliestononinventory appliestoothercharge appliestopricelist', flag()),
    ...each('appliestoservice appliestospecificitems appliestosubplan includechilditems showhierarchy', flag()),
    itemsubtype: choice(ITEM_SUBTYPES),
    ...featured({
      ASSEMBLIES: 'appliestoitemassembly',
      CHARGEBASEDBILLING: 'appliestoexpense',
      INVENTORY: 'appliestoinventory',
      MATRIXITEMS: 'itemmatrix',
      MERCHANDISEHIERARCHY: 'ismhitemattribute',
    }),
  },
};
