import type { FormData, PageTab } from '../kernel/page';
import type { PageContext } from './fieldModel';
import { attribute, type Html, html } from './html';
import { renderFields, renderGroup } from './renderFields';
import { renderSublist } from './renderSublist';

interface Panel {
  readonly id: string;
  readonly label: string;
  readonly content: Html;
}

/**
 * The tabs below a form: those that the script added, and one for each sublist that stands in none, as NetSuite shows
 * it. All panels are in the page; the script of the page makes tabs of them.
 */
export function renderPanels(form: FormData, context: PageContext): Html | '' {
  const known = new Set(form.tabs.map((tab) => tab.id));
  const top = form.tabs.filter((tab) => !tab.isSubtab || tab.parent === null || !known.has(tab.parent));
  const loose = form.sublists.filter(({ tab, isHidden }) => !isHidden && (!tab || !known.has(tab)));
  return renderTabs([
    ...top.map((tab) => tabPanel(tab, form, context)),
    ...loose.map((sublist) => ({ id: sublist.id, label: sublist.label, content: renderSublist(sublist, context) })),
  ]);
}

function tabPanel(tab: PageTab, form: FormData, context: PageContext): Panel {
  const subtabs = form.tabs.filter((candidate) => candidate.parent === tab.id && candidate.id !== tab.id);
  const content = html`${tab.helpText ? html`<p class="help-only">${tab.helpText}</p>` : ''}${renderFields(
    form.fields.filter(({ container }) => container === tab.id),
    context,
  )}${form.fieldGroups.filter((group) => group.tab === tab.id).map((group) => renderGroup(group, form, context))}${form.sublists
    .filter((sublist) => sublist.tab === tab.id)
    .map((sublist) =>
      sublist.isHidden ? html`` : html`<h3>${sublist.label}</h3>${renderSublist(sublist, context)}`,
    )}${renderTabs(subtabs.map((subtab) => tabPanel(subtab, form, context)))}`;
  return { id: tab.id, label: tab.label, content };
}

function renderTabs(panels: readonly Panel[]): Html | '' {
  if (panels.length === 0) return '';
  const sections = panels.map(
    ({ id, label, content }) =>
      html`<section class="panel"${attribute('id', `${id}_panel`)}${attribute('data-label', label)}><h2>${label}</h2>${content}</section>`,
  );
  return html`<div class="tabs">${sections}</div>`;
}
