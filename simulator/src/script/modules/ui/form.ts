import type { FormData, PageLink } from '../../../kernel/page';
import { unsupported } from '../../unsupported';
import { enumerated, optionalText, required } from './arguments';
import { Button } from './button';
import { FormPageLinkType } from './enums';
import { Field, type FieldOptions } from './field';
import { Message, type MessageOptions } from './message';
import { Sublist, type SublistOptions } from './sublist';
import { FieldGroup, Tab } from './tab';

/** A page that looks as NetSuite's do (section_4325835149). */
export class Form {
  title: string;
  clientScriptFileId: number | undefined = undefined;
  clientScriptModulePath: string | undefined = undefined;
  readonly addCredentialField: (options: object) => Field = unsupported('serverWidget Form.addCredentialField');
  readonly addSecretKeyField: (options: object) => Field = unsupported('serverWidget Form.addSecretKeyField');
  readonly #hideNavBar: boolean;
  readonly #fields: Field[] = [];
  readonly #sublists: Sublist[] = [];
  readonly #tabs: Tab[] = [];
  readonly #subtabs: Tab[] = [];
  readonly #groups: FieldGroup[] = [];
  readonly #buttons: Button[] = [];
  readonly #links: PageLink[] = [];
  readonly #messages: Message[] = [];
  #submitButton: Button | null = null;
  #resetButton: Button | null = null;

  constructor(options: { title: string; hideNavBar?: boolean }) {
    this.title = String(required('serverWidget.createForm', options, 'title').title);
    this.#hideNavBar = options.hideNavBar === true;
  }

  addField(options: FieldOptions): Field {
    const field = new Field(options);
    this.#fields.push(field);
    return field;
  }

  addSublist(options: SublistOptions): Sublist {
    const sublist = new Sublist(options);
    this.#sublists.push(sublist);
    return sublist;
  }

  addButton(options: { id?: string; label: string; functionName?: string }): Button {
    const button = new Button(required('addButton', options, 'id', 'label'));
    this.#buttons.push(button);
    return button;
  }

  addSubmitButton(options: { label?: string } = {}): Button {
    this.#submitButton = new Button({ id: 'submitter', label: optionalText(options.label) ?? 'Save' });
    return this.#submitButton;
  }

  addResetButton(options: { label?: string } = {}): Button {
    this.#resetButton = new Button({ id: 'resetter', label: optionalText(options.label) ?? 'Reset' });
    return this.#resetButton;
  }

  addTab(options: { id: string; label: string }): Tab {
    const tab = new Tab(required('addTab', options, 'id', 'label'), false);
    this.#tabs.push(tab);
    return tab;
  }

  addSubtab(options: { id: string; label: string; tab?: string }): Tab {
    const tab = new Tab(required('addSubtab', options, 'id', 'label'), true);
    this.#subtabs.push(tab);
    return tab;
  }

  addFieldGroup(options: { id: string; label: string; tab?: string }): FieldGroup {
    const group = new FieldGroup(required('addFieldGroup', options, 'id', 'label'));
    this.#groups.push(group);
    return group;
  }

  addPageLink(options: { title: string; type: string; url: string }): void {
    const { title, type, url } = required('addPageLink', options, 'title', 'type', 'url');
    this.#links.push({ title: String(title), type: enumerated(FormPageLinkType, type), url: String(url) });
  }

  addPageInitMessage(options: { message: Message } | MessageOptions): void {
    required('addPageInitMessage', options);
    const given = (options as { message?: unknown }).message;
    this.#messages.push(given instanceof Message ? given : new Message(options as MessageOptions));
  }

  getButton(options: { id: string }): Button | null {
    const { id } = required('getButton', options, 'id');
    return this.#buttons.find((button) => Button.id(button) === id) ?? null;
  }

  getField(options: { id: string }): Field | null {
    const { id } = required('getField', options, 'id');
    return this.#fields.find((field) => field.id === id) ?? null;
  }

  getSublist(options: { id: string }): Sublist | null {
    const { id } = required('getSublist', options, 'id');
    return this.#sublists.find((sublist) => sublist.name === id) ?? null;
  }

  getTab(options: { id: string }): Tab | null {
    const { id } = required('getTab', options, 'id');
    return this.#tabs.find((tab) => Tab.id(tab) === id) ?? null;
  }

  getSubtab(options: { id: string }): Tab | null {
    const { id } = required('getSubtab', options, 'id');
    return this.#subtabs.find((tab) => Tab.id(tab) === id) ?? null;
  }

  getTabs(): string[] {
    return this.#tabs.map(Tab.id);
  }

  insertField(options: { field: Field; nextfield: string }): Field {
    const { field, nextfield } = required('insertField', options, 'field', 'nextfield');
    return insertBefore(this.#fields, field, ({ id }) => id === nextfield);
  }

  insertSublist(options: { sublist: Sublist; nextsublist: string }): Sublist {
    const { sublist, nextsublist } = required('insertSublist', options, 'sublist', 'nextsublist');
    return insertBefore(this.#sublists, sublist, ({ name }) => name === nextsublist);
  }

  insertTab(options: { tab: Tab; nexttab: string }): Tab {
    const { tab, nexttab } = required('insertTab', options, 'tab', 'nexttab');
    return insertBefore(this.#tabs, tab, (candidate) => Tab.id(candidate) === nexttab);
  }

  insertSubtab(options: { subtab: Tab; nextsubtab: string }): Tab {
    const { subtab, nextsubtab } = required('insertSubtab', options, 'subtab', 'nextsubtab');
    return insertBefore(this.#subtabs, subtab, (candidate) => Tab.id(candidate) === nextsubtab);
  }

  removeButton(options: { id: string }): void {
    const { id } = required('removeButton', options, 'id');
    const place = this.#buttons.findIndex((button) => Button.id(button) === id);
    if (place >= 0) this.#buttons.splice(place, 1);
  }

  updateDefaultValues(values: Record<string, string | string[] | number>): void {
    for (const field of this.#fields) {
      if (Object.hasOwn(values, field.id)) field.defaultValue = values[field.id];
    }
  }

  static data(form: Form): FormData {
    return {
      kind: 'form',
      title: String(form.title),
      hideNavBar: form.#hideNavBar,
      clientScript: optionalText(form.clientScriptModulePath) ?? optionalText(form.clientScriptFileId),
      fields: form.#fields.map(Field.data),
      sublists: form.#sublists.map(Sublist.data),
      tabs: [...form.#tabs, ...form.#subtabs].map(Tab.data),
      fieldGroups: form.#groups.map(FieldGroup.data),
      buttons: form.#buttons.map(Button.data),
      submitButton: form.#submitButton && Button.data(form.#submitButton),
      resetButton: form.#resetButton && Button.data(form.#resetButton),
      links: form.#links,
      messages: form.#messages.map(Message.data),
    };
  }

  toString(): string {
    return 'serverWidget.Form';
  }
}

/** Puts an item before another one; last where the other is not there. The item may be in the list already. */
function insertBefore<T>(items: T[], item: T, isNext: (candidate: T) => boolean): T {
  const present = items.indexOf(item);
  if (present >= 0) items.splice(present, 1);
  const next = items.findIndex(isNext);
  items.splice(next < 0 ? items.length : next, 0, item);
  return item;
}
