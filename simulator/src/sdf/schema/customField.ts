import {
  ACCESS_LEVELS,
  DISPLAY_TYPES,
  DYNAMIC_DEFAULTS,
  FIELD_TYPES,
  ON_PARENT_DELETE,
  PARAMETER_SETTINGS,
} from './enumerations';
import {
  choice,
  type ElementSchema,
  each,
  flag,
  type GroupSchema,
  group,
  list,
  number,
  required,
  text,
} from './schema';

const filters: GroupSchema = {
  elements: {
    customfieldfilter: list({
      elements: {
        fldfilter: required(text()),
        ...each('fldfilterchecked fldfilternotnull fldfilternull', flag()),
        ...each('fldfiltercomparetype fldfiltersel fldfilterval fldcomparefield', text()),
      },
    }),
  },
};

const roleAccesses: GroupSchema = {
  elements: {
    roleaccess: list({
      elements: {
        role: required(text()),
        accesslevel: required(choice(ACCESS_LEVELS)),
        searchlevel: required(choice(ACCESS_LEVELS)),
      },
    }),
  },
};

/** Elements that every kind of custom field has. */
export const CUSTOM_FIELD: Readonly<Record<string, ElementSchema>> = {
  fieldtype: required(choice(FIELD_TYPES)),
  label: required(text(200)),
  displaytype: choice(DISPLAY_TYPES),
  dynamicdefault: choice(DYNAMIC_DEFAULTS),
  onparentdelete: choice(ON_PARENT_DELETE),
  accesslevel: choice(ACCESS_LEVELS),
  searchlevel: choice(ACCESS_LEVELS),
  ...each('selectrecordtype defaultselection defaultvalue description help linktext minvalue maxvalue', text()),
  ...each('maxlength searchcomparefield searchdefault', text()),
  ...each('applyformatting defaultchecked storevalue checkspelling isformula ismandatory', flag()),
  ...each('displayheight displaywidth', number(0)),
  customfieldfilters: group(filters),
  roleaccesses: group(roleAccesses),
};

/** What fields of records have besides, lines of transactions included. */
export const SOURCED_FIELD: Readonly<Record<string, ElementSchema>> = {
  ...CUSTOM_FIELD,
  encryptatrest: flag(),
  ...each('sourcefilterby sourcefrom sourcelist', text()),
};

/** What fields in the body of a record have besides: lists, tabs, parents. */
export const RECORD_FIELD: Readonly<Record<string, ElementSchema>> = {
  ...SOURCED_FIELD,
  ...each('globalsearch showinlist isparent', flag()),
  ...each('parentsubtab subtab', text()),
};

/** A parameter of a script. */
export const SCRIPT_PARAMETER: GroupSchema = {
  scriptId: { prefix: 'custscript', maxLength: 40 },
  elements: { ...CUSTOM_FIELD, setting: choice(PARAMETER_SETTINGS) },
};
