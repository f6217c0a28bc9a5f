/** An enumeration whose values are its names, as most of N/ui/serverWidget's are (section_4321345532 and others). */
function names<const Names extends readonly string[]>(...values: Names): { readonly [N in Names[number]]: N } {
  return Object.freeze(Object.fromEntries(values.map((value) => [value, value]))) as {
    readonly [N in Names[number]]: N;
  };
}

export const FieldType = names(
  'CHECKBOX',
  'CURRENCY',
  'DATE',
  'DATETIME',
  'DATETIMETZ',
  'EMAIL',
  'FILE',
  'FLOAT',
  'HELP',
  'IMAGE',
  'INLINEHTML',
  'INTEGER',
  'LABEL',
  'LONGTEXT',
  'MULTISELECT',
  'PASSPORT',
  'PASSWORD',
  'PERCENT',
  'PHONE',
  'RADIO',
  'RICHTEXT',
  'SELECT',
  'TEXT',
  'TEXTAREA',
  'TIMEOFDAY',
  'URL',
);
export const FieldDisplayType = names('DISABLED', 'ENTRY', 'HIDDEN', 'INLINE', 'NODISPLAY', 'NORMAL', 'READONLY');
export const FieldLayoutType = names(
  'ENDROW',
  'MIDROW',
  'NORMAL',
  'OUTSIDE',
  'OUTSIDEABOVE',
  'OUTSIDEBELOW',
  'STARTROW',
);
export const FieldBreakType = names('NONE', 'STARTCOL', 'STARTROW');
export const SublistType = names('EDITOR', 'INLINEEDITOR', 'LIST', 'STATICLIST');
export const SublistDisplayType = names('HIDDEN', 'NORMAL');
export const FormPageLinkType = names('BREADCRUMB', 'CROSSLINK');
export const LayoutJustification = names('CENTER', 'LEFT', 'RIGHT');
export const ListStyle = names('GRID', 'NORMAL', 'PLAIN', 'REPORT');
export const AssistantSubmitAction = names('BACK', 'CANCEL', 'FINISH', 'JUMP', 'NEXT');
