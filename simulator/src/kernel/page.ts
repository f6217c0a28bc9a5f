/**
 * A page that a Suitelet made with N/ui/serverWidget, as plain data: what the script side sends and `ui/` renders.
 * Enumerations stand as their names in upper case (`SELECT`, `INLINE`, `STATICLIST`).
 */
export type PageData = FormData | ListData;

export interface PageOption {
  readonly value: string;
  readonly text: string;
  readonly isSelected: boolean;
}

export interface PageField {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  /** Record type or list whose entries are the options; for radio buttons the value of this button. */
  readonly source: string | null;
  /** Tab, subtab or field group; null for the main part of the form. */
  readonly container: string | null;
  readonly displayType: string;
  readonly layoutType: string;
  readonly breakType: string;
  /** A list for multi-selects. */
  readonly defaultValue: string | readonly string[] | null;
  readonly isMandatory: boolean;
  readonly helpText: string | null;
  readonly linkText: string | null;
  readonly maxLength: number | null;
  /** Characters wide and lines high. */
  readonly displaySize: { readonly width: number; readonly height: number } | null;
  /** Empty lines above the field. */
  readonly padding: number;
  readonly options: readonly PageOption[];
}

export interface PageButton {
  readonly id: string | null;
  readonly label: string;
  /** Name of a client script's function, or JavaScript, that a click runs. */
  readonly functionName: string | null;
  readonly isDisabled: boolean;
  readonly isHidden: boolean;
}

export interface PageSublist {
  readonly id: string;
  readonly label: string;
  readonly tab: string | null;
  /** EDITOR, INLINEEDITOR, LIST or STATICLIST. */
  readonly type: string;
  readonly isHidden: boolean;
  readonly helpText: string | null;
  readonly fields: readonly PageField[];
  /** Values by field id. */
  readonly lines: readonly Readonly<Record<string, string>>[];
  readonly buttons: readonly PageButton[];
  readonly hasMarkAllButtons: boolean;
  readonly hasRefreshButton: boolean;
  /** Column whose sum is shown below the list. */
  readonly totallingField: string | null;
  readonly uniqueField: string | null;
}

/** A tab; with `parent` a subtab. */
export interface PageTab {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
  readonly isSubtab: boolean;
  readonly helpText: string | null;
}

export interface PageFieldGroup {
  readonly id: string;
  readonly label: string;
  readonly tab: string | null;
  readonly isBorderHidden: boolean;
  readonly isCollapsible: boolean;
  readonly isCollapsed: boolean;
  readonly isSingleColumn: boolean;
}

export interface PageLink {
  readonly title: string;
  /** BREADCRUMB or CROSSLINK. */
  readonly type: string;
  readonly url: string;
}

/** A banner on top of the page, N/ui/message; types as its enumeration has them. */
export interface PageMessage {
  readonly type: string;
  readonly title: string;
  readonly message: string;
  /** Milliseconds until it goes away; 0 stays. */
  readonly duration: number;
}

export interface FormData {
  readonly kind: 'form';
  readonly title: string;
  readonly hideNavBar: boolean;
  /** Path of the client script in the file cabinet, or its internal id. */
  readonly clientScript: string | null;
  readonly fields: readonly PageField[];
  readonly sublists: readonly PageSublist[];
  readonly tabs: readonly PageTab[];
  readonly fieldGroups: readonly PageFieldGroup[];
  readonly buttons: readonly PageButton[];
  readonly submitButton: PageButton | null;
  readonly resetButton: PageButton | null;
  readonly links: readonly PageLink[];
  readonly messages: readonly PageMessage[];
}

export interface PageColumn {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  /** LEFT, CENTER or RIGHT. */
  readonly align: string;
  /** Where the column's texts link to; with `isDynamic` the column that holds the address. */
  readonly url: string | null;
  readonly isDynamicUrl: boolean;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly isDynamic: boolean }[];
  /** Set for an edit column: the text of its link. */
  readonly linkText: string | null;
}

export interface ListData {
  readonly kind: 'list';
  readonly title: string;
  readonly hideNavBar: boolean;
  readonly clientScript: string | null;
  /** GRID, REPORT, PLAIN or NORMAL. */
  readonly style: string;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly buttons: readonly PageButton[];
  readonly links: readonly PageLink[];
}
