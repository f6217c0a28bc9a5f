import type { ListData, PageColumn, PageLink } from '../../../kernel/page';
import { enumerated, optionalText, required } from './arguments';
import { Button } from './button';
import { FieldType, FormPageLinkType, LayoutJustification, ListStyle } from './enums';

interface EditColumnOptions {
  column: string;
  showHrefCol?: boolean;
  showView?: boolean;
  link?: string;
  linkParam?: string;
  linkParamName?: string;
}

type RowGiven = Record<string, unknown> | SearchResult;

/** What is used of `search.Result`. */
interface SearchResult {
  getValue(options: { name: string }): unknown;
  getText(options: { name: string }): unknown;
}

/** A column of a list page (section_4321345532). */
export class ListColumn {
  label: string;
  readonly #id: string;
  readonly #type: string;
  readonly #align: string;
  readonly #linkText: string | null;
  readonly #parameters: { name: string; value: string; isDynamic: boolean }[] = [];
  #url: string | null = null;
  #isDynamicUrl = false;

  constructor(options: { id: string; label: string; type: string; align?: string; linkText?: string }) {
    this.#id = options.id;
    this.label = options.label;
    this.#type = enumerated(FieldType, options.type);
    this.#align = enumerated(LayoutJustification, options.align ?? 'LEFT');
    this.#linkText = options.linkText ?? null;
  }

  setURL(options: { url: string; dynamic?: boolean }): this {
    this.#url = String(required('setURL', options, 'url').url);
    this.#isDynamicUrl = options.dynamic === true;
    return this;
  }

  addParamToURL(options: { param: string; value: string; dynamic?: boolean }): this {
    const { param, value, dynamic } = required('addParamToURL', options, 'param', 'value');
    this.#parameters.push({ name: param, value, isDynamic: dynamic === true });
    return this;
  }

  static data(column: ListColumn): PageColumn {
    return {
      id: column.#id,
      type: column.#type,
      label: String(column.label),
      align: column.#align,
      url: column.#url,
      isDynamicUrl: column.#isDynamicUrl,
      parameters: column.#parameters,
      linkText: column.#linkText,
    };
  }

  static id(column: ListColumn): string {
    return column.#id;
  }

  toString(): string {
    return 'serverWidget.ListColumn';
  }
}

/** A page with rows of a search or of the script's own (section_4321345532). */
export class List {
  title: string;
  style: string = ListStyle.NORMAL;
  clientScriptFileId: number | undefined = undefined;
  clientScriptModulePath: string | undefined = undefined;
  readonly #hideNavBar: boolean;
  readonly #columns: ListColumn[] = [];
  readonly #rows: RowGiven[] = [];
  readonly #buttons: Button[] = [];
  readonly #links: PageLink[] = [];

  constructor(options: { title: string; hideNavBar?: boolean }) {
    this.title = String(required('serverWidget.createList', options, 'title').title);
    this.#hideNavBar = options.hideNavBar === true;
  }

  addColumn(options: { id: string; label: string; type: string; align?: string }): ListColumn {
    const column = new ListColumn(required('addColumn', options, 'id', 'label', 'type'));
    this.#columns.push(column);
    return column;
  }

  /** Adds a column of Edit (or View) links; each leads to `link?linkParamName=<the row's linkParam>`. */
  addEditColumn(options: EditColumnOptions): ListColumn {
    const { column, link, linkParam, linkParamName, showView } = required('addEditColumn', options, 'column');
    const added = new ListColumn({
      id: `edit_${column}`,
      label: showView === true ? 'Edit | View' : 'Edit',
      type: FieldType.TEXT,
      linkText: showView === true ? 'View' : 'Edit',
    });
    if (link) {
      added.setURL({ url: link });
      added.addParamToURL({ param: linkParamName ?? 'id', value: linkParam ?? column, dynamic: true });
    }
    this.#columns.push(added);
    return added;
  }

  addRow(options: { row: RowGiven }): void {
    this.#rows.push(required('addRow', options, 'row').row);
  }

  addRows(options: { rows: RowGiven[] }): void {
    this.#rows.push(...required('addRows', options, 'rows').rows);
  }

  addButton(options: { id?: string; label: string; functionName?: string }): Button {
    const button = new Button(required('addButton', options, 'label'));
    this.#buttons.push(button);
    return button;
  }

  addPageLink(options: { title: string; type: string; url: string }): void {
    const { title, type, url } = required('addPageLink', options, 'title', 'type', 'url');
    this.#links.push({ title: String(title), type: enumerated(FormPageLinkType, type), url: String(url) });
  }

  static data(list: List): ListData {
    const columns = list.#columns.map(ListColumn.data);
    const used = new Set(columns.map(({ id }) => id));
    for (const { url, isDynamicUrl, parameters } of columns) {
      if (isDynamicUrl && url) used.add(url);
      for (const { value, isDynamic } of parameters) if (isDynamic) used.add(value);
    }
    return {
      kind: 'list',
      title: String(list.title),
      hideNavBar: list.#hideNavBar,
      clientScript: optionalText(list.clientScriptModulePath) ?? optionalText(list.clientScriptFileId),
      style: enumerated(ListStyle, list.style),
      columns,
      rows: list.#rows.map((row) => texts(row, [...used])),
      buttons: list.#buttons.map(Button.data),
      links: list.#links,
    };
  }

  toString(): string {
    return 'serverWidget.List';
  }
}

/** What a row shows in each column: a search result's texts before its values. */
function texts(row: RowGiven, ids: readonly string[]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const id of ids) {
    const value = isSearchResult(row) ? row.getText({ name: id }) || row.getValue({ name: id }) : row[id];
    if (value !== undefined && value !== null) shown[id] = String(value);
  }
  return shown;
}

function isSearchResult(row: RowGiven): row is SearchResult {
  return typeof row.getValue === 'function' && typeof row.getText === 'function';
}
