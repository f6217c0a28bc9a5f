import { escapeHtml } from '../../netsuite/html';
import { ageOf, counted } from './age';
import type { ReadyWork, StuckGroup, TransferCount } from './facts';

/** A mail; the body is HTML. */
export interface Mail {
  readonly subject: string;
  readonly body: string;
}

export interface DigestFacts {
  /** The connection's name. */
  readonly name: string;
  /** UTC time from which on it counts. */
  readonly since: string;
  readonly received: readonly TransferCount[];
  readonly transferred: readonly TransferCount[];
  readonly stuck: readonly StuckGroup[];
}

/**
 * The daily digest of a connection: what came, what was transferred, what is not transferred and why, and how old the
 * oldest is. Pure.
 * @param now milliseconds since 1970
 */
export function digestMail(facts: DigestFacts, now: number): Mail {
  const stuck = facts.stuck.reduce((sum, group) => sum + group.transfers, 0);
  const [oldest] = facts.stuck.map((group) => group.oldest).sort();
  const state = stuck === 0 ? 'everything is transferred' : `${counted(stuck, 'document')} not transferred`;
  const parts = [
    `<p>${escapeHtml(facts.name)}, since ${escapeHtml(facts.since.slice(0, 16).replace('T', ' '))} UTC.</p>`,
    section('Received', facts.received.length === 0 ? '<p>Nothing.</p>' : countTable(facts.received)),
    section('Transferred', facts.transferred.length === 0 ? '<p>Nothing.</p>' : countTable(facts.transferred)),
    section(
      'Not transferred',
      oldest === undefined
        ? '<p>Nothing.</p>'
        : `<p>The oldest was received ${ageOf(oldest, now)} ago.</p>${stuckTable(facts.stuck, now)}`,
    ),
  ];
  return { subject: `Billing Connector: ${facts.name}: ${state}`, body: parts.join('\n') };
}

/** The alert that a connection's queue stands still. Pure. */
export function standstillMail(name: string, work: ReadyWork, since: string, now: number): Mail {
  const what = [
    ...(work.transfers > 0 ? [counted(work.transfers, 'document')] : []),
    ...(work.intakes > 0 ? [`${counted(work.intakes, 'call')} whose documents are not in the hub yet`] : []),
  ].join(' and ');
  return {
    subject: `Billing Connector: ${name} stands still`,
    body: [
      `<p>${escapeHtml(name)}: ${what} could be worked on, but nothing was tried for ${ageOf(since, now)}.</p>`,
      '<p>Look at Customization &gt; Scripting &gt; Map/Reduce Script Status: are the runs of “Billing Connector: Posting” ' +
        'and “Billing Connector: Intake” waiting for a processor, failing, or are their deployments not scheduled? ' +
        'Nothing is lost: what was accepted is stored, and is worked on as soon as a run gets through.</p>',
    ].join('\n'),
  };
}

/** The word that it moves again. Pure. */
export function movesAgainMail(name: string): Mail {
  return {
    subject: `Billing Connector: ${name} moves again`,
    body: `<p>${escapeHtml(name)}: the documents that stood still are being worked on again, or none is left.</p>`,
  };
}

function section(title: string, content: string): string {
  return `<h3>${title}</h3>${content}`;
}

function countTable(counts: readonly TransferCount[]): string {
  const rows = counts.map((count) => {
    const status = count.reason === '' ? count.status : `${count.status}, ${count.reason}`;
    return [count.direction, count.kind, status, String(count.transfers)];
  });
  return table(['Direction', 'Kind', 'Now', 'Documents'], rows);
}

function stuckTable(groups: readonly StuckGroup[], now: number): string {
  const rows = groups.map((group) => [
    String(group.transfers),
    group.reason,
    group.code,
    group.remedy,
    ageOf(group.oldest, now),
    `${group.example.kind} ${group.example.number} (transfer ${group.example.transfer})`,
  ]);
  return table(['Documents', 'Reason', 'Error', 'What to do', 'Oldest', 'For example'], rows);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[], tag: string): string =>
    `<tr>${texts.map((text) => `<${tag} align="left">${escapeHtml(text)}</${tag}>`).join('')}</tr>`;
  return `<table cellpadding="4">${cells(heads, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table>`;
}
