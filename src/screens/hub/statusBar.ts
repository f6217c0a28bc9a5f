import { escapeHtml, linkHtml } from '../../netsuite/html';
import type { HubView } from './viewModel';

/** The line of statuses with their counts; each leads to the list of its own. HTML. Pure. */
export function statusBarHtml(view: HubView): string {
  const items = view.counts.map(({ text, address, count, isChosen }) => {
    const label = `${text} (${count})`;
    const shown = isChosen ? `<strong aria-current="page">${escapeHtml(label)}</strong>` : linkHtml(label, address);
    return `<li style="display:inline-block;margin:0 1.5em .5em 0">${shown}</li>`;
  });
  return `<nav aria-label="Status"><ul style="list-style:none;margin:0;padding:0;font-size:14px">${items.join('')}</ul></nav>`;
}

/** Which part of the list is shown, and the way to the others. HTML. Pure. */
export function pagerHtml(view: HubView): string {
  const parts = [
    view.previous === null ? '' : linkHtml('Previous', view.previous),
    escapeHtml(view.range),
    view.next === null ? '' : linkHtml('Next', view.next),
  ].filter((part) => part !== '');
  return `<nav aria-label="Pages" style="font-size:14px;margin:.5em 0">${parts.join(' &#183; ')}</nav>`;
}
