/** Text that is HTML already. Everything else that goes into a page is escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type Content = Html | string | number | boolean | null | undefined | readonly Content[];

/** HTML with values in it: text is escaped, lists are joined; null, undefined and booleans leave nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, index) => {
    text += render(value) + (parts[index + 1] ?? '');
  });
  return new Html(text);
}

/** HTML as it is. Only for what this program wrote itself, and for INLINEHTML fields, which NetSuite shows raw too. */
export function raw(text: string): Html {
  return new Html(text);
}

/** Text for the content of an element and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** An attribute with its value; nothing where the value is null or false, the name alone where it is true. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === null || value === undefined || value === false) return new Html('');
  return value === true ? html` ${raw(name)}` : html` ${raw(name)}="${value}"`;
}

/** An address that may stand in a link: relative, http(s), mail or telephone; null for `javascript:` and the like. */
export function safeAddress(address: string): string | null {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed.replace(/[\u0000-\u0020]/g, ''))) {
    return /^(https?|mailto|tel):/i.test(trimmed) ? trimmed : null;
  }
  return trimmed;
}

function render(value: Content): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeHtml(String(value));
}
