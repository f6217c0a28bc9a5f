/** Text that came from outside, safe between tags and in quoted attributes of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link where there is an address, else the text; both escaped. Addresses other than NetSuite's own become text. */
export function linkHtml(text: string, address: string): string {
  const isSafe = /^(https?:\/\/|\/)/.test(address);
  return isSafe ? `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}
