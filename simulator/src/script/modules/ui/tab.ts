import type { PageFieldGroup, PageTab } from '../../../kernel/page';
import { optionalText } from './arguments';

/** A tab or subtab of a form (section_4321345532). */
export class Tab {
  helpText: string | undefined = undefined;
  label: string;
  readonly #id: string;
  readonly #parent: string | null;
  readonly #isSubtab: boolean;

  constructor(options: { id: string; label: string; tab?: string }, isSubtab: boolean) {
    this.#id = options.id;
    this.label = options.label;
    this.#parent = optionalText(options.tab);
    this.#isSubtab = isSubtab;
  }

  static id(tab: Tab): string {
    return tab.#id;
  }

  static data(tab: Tab): PageTab {
    return {
      id: tab.#id,
      label: String(tab.label),
      parent: tab.#parent,
      isSubtab: tab.#isSubtab,
      helpText: optionalText(tab.helpText),
    };
  }

  toString(): string {
    return 'serverWidget.Tab';
  }
}

/** Fields under a heading of their own (section_4321345532). */
export class FieldGroup {
  isBorderHidden = false;
  isCollapsible = false;
  isCollapsed = false;
  isSingleColumn = false;
  label: string;
  readonly #id: string;
  readonly #tab: string | null;

  constructor(options: { id: string; label: string; tab?: string }) {
    this.#id = options.id;
    this.label = options.label;
    this.#tab = optionalText(options.tab);
  }

  static data(group: FieldGroup): PageFieldGroup {
    return {
      id: group.#id,
      label: String(group.label),
      tab: group.#tab,
      isBorderHidden: group.isBorderHidden === true,
      isCollapsible: group.isCollapsible === true,
      isCollapsed: group.isCollapsed === true,
      isSingleColumn: group.isSingleColumn === true,
    };
  }

  toString(): string {
    return 'serverWidget.FieldGroup';
  }
}
