import {
  CENTER_TYPES,
  PERMISSION_LEVELS,
  ROLE_FULL_RESTRICTIONS,
  ROLE_RESTRICTIONS,
  ROLE_SUBSIDIARY_OPTIONS,
  TAB_TYPES,
  TFA_REQUIRED,
} from './enumerations';
import { choice, each, flag, group, list, type ObjectSchema, required, text, withFeature } from './schema';

export const ROLE: ObjectSchema = {
  scriptId: { prefix: 'customrole', maxLength: 40 },
  features: [],
  elements: {
    centertype: required(text()),
    name: required(text()),
    tfaduration: text(),
    tfarequired: choice(TFA_REQUIRED),
    employeerestriction: choice(ROLE_FULL_RESTRICTIONS),
    ...each('coreadminpermission employeeviewingallowed ispartnerrole issalesrole issupportrole', flag()),
    ...each('restricttimeandexpenses employeeselectionunrestricted isinactive issinglesignononly', flag()),
    restrictbydevice: flag(),
    issuerole: withFeature('ISSUEDB', text()),
    subsidiaryviewingallowed: withFeature('SUBSIDIARIES', flag()),
    subsidiaryoption: withFeature('SUBSIDIARIES', choice(ROLE_SUBSIDIARY_OPTIONS)),
    accountingbooksoption: withFeature('MULTIBOOK', text()),
    iswebserviceonlyrole: withFeature('WEBSERVICES', flag()),
    restrictip: withFeature('IPADDRESSRULES', flag()),
    permissions: group({
      elements: {
        permission: list({
          elements: {
            permkey: required(text()),
            permlevel: required(choice(PERMISSION_LEVELS)),
            restriction: text(),
          },
        }),
      },
    }),
    recordrestrictions: group({
      elements: {
        recordrestriction: list({
          elements: {
            segment: required(text()),
            restriction: required(choice(ROLE_RESTRICTIONS)),
            ...each('viewingallowed itemsrestricted', flag()),
          },
        }),
      },
    }),
  },
};

/** A secret is named by its id only: it has to be in the account already (section_162072306524). */
export const SECRET: ObjectSchema = {
  scriptId: { prefix: 'custsecret', maxLength: 99 },
  features: [],
  elements: {},
};

/** An integration record is named by its id only (section_160079429000). */
export const INTEGRATION: ObjectSchema = {
  scriptId: { prefix: 'custinteg', maxLength: 99 },
  features: [],
  elements: {},
};

export const CENTER_CATEGORY: ObjectSchema = {
  scriptId: { prefix: 'custcentercategory', maxLength: 99 },
  features: [],
  elements: {
    center: required(text()),
    centertab: required(text()),
    label: required(text(99)),
    links: group({
      elements: {
        link: list({
          elements: { ...each('linkid linkobject linktasktype linklabel', text()), shortlist: flag() },
        }),
      },
    }),
  },
};

export const CENTER_TAB: ObjectSchema = {
  scriptId: { prefix: 'custcentertab', maxLength: 99 },
  features: [],
  elements: {
    label: required(text()),
    center: required(choice(CENTER_TYPES)),
    ...each('allvendors allroles allcustomers allemployees', flag()),
    allpartners: withFeature('CRM', flag()),
    audslctrole: text(),
    portlets: group({
      elements: {
        portlet: list({
          scriptId: { prefix: '', maxLength: 40 },
          elements: { ...each('portlet portletcolumn', text()), isportletshown: flag() },
        }),
      },
    }),
  },
};

export const SUBTAB: ObjectSchema = {
  scriptId: { prefix: 'custtab', maxLength: 40 },
  features: [],
  elements: { title: required(text()), tabtype: required(choice(TAB_TYPES)), parent: text() },
};
