import type { PageData, PageLink } from '../kernel/page';
import { BEHAVIOUR } from './behaviour';
import { attribute, type Content, type Html, html, raw, safeAddress } from './html';
import { type FormContext, renderForm } from './renderForm';
import { renderList } from './renderList';
import { STYLE } from './style.css';

/** What surrounds every page. */
export interface Frame {
  readonly company: string;
  /** Who is logged in; null on pages that are available without login. */
  readonly user: { readonly name: string; readonly role: string } | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** A whole document with the frame around the content. */
export function renderDocument(
  title: string,
  content: Content,
  frame: Frame | null,
  links: readonly PageLink[] = [],
): string {
  const list = (type: string): Html[] =>
    links
      .filter((link) => link.type === type)
      .map(({ title: text, url }) => html`<a${attribute('href', safeAddress(url))}>${text}</a> `);
  const breadcrumbs = list('BREADCRUMB');
  const crossLinks = list('CROSSLINK');
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${raw(STYLE)}</style></head>
<body><a class="skip" href="#content">Skip to content</a>
${frame ? renderFrame(frame) : ''}<main id="content">
${crossLinks.length > 0 ? html`<nav class="crosslinks" aria-label="Related pages">${crossLinks}</nav>` : ''}${breadcrumbs.length > 0 ? html`<nav class="breadcrumbs" aria-label="Breadcrumb">${breadcrumbs}</nav>` : ''}<h1>${title}</h1>
${content}
</main><script>${raw(BEHAVIOUR)}</script></body></html>
`.text;
}

/** A page that a Suitelet wrote. `hideNavBar` leaves the frame away. */
export function renderPage(page: PageData, context: FormContext, frame: Frame): string {
  const content = page.kind === 'form' ? renderForm(page, context) : renderList(page);
  return renderDocument(page.title, content, page.hideNavBar ? null : frame, page.links);
}

function renderFrame(frame: Frame): Html {
  const who = frame.user
    ? html`<span class="who">${frame.user.name}, ${frame.user.role} <a href="/simulator/login">Change role</a></span>`
    : '';
  const links = frame.links.map(({ title, url }) => html`<a${attribute('href', url)}>${title}</a>`);
  return html`<header class="bar"><strong>${frame.company}</strong>${links.length > 0 ? html`<nav aria-label="Main">${links}</nav>` : ''}${who}</header>`;
}
