import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { type Html, html } from '../../ui/html';
import { table } from './table';

const SIZE = 100;

interface NoteRow extends Row {
  readonly date: string;
  readonly type: string;
  readonly title: string | null;
  readonly detail: string | null;
  readonly script: string | null;
  readonly entrypoint: string | null;
}

/** Lines of the script execution log, newest first. */
export function logLines(
  account: Account,
  filter: { readonly script: string | null; readonly page: number; readonly size?: number },
): { readonly rows: NoteRow[]; readonly hasMore: boolean } {
  const size = filter.size ?? SIZE;
  const rows = account.store.all<NoteRow>(
    `SELECT date, type, title, detail, script, entrypoint FROM scriptnote
     WHERE (? IS NULL OR script = ?) ORDER BY internalid DESC LIMIT ? OFFSET ?`,
    [filter.script, filter.script, size + 1, (filter.page - 1) * size],
  );
  return { rows: rows.slice(0, size), hasMore: rows.length > size };
}

export function logTable(rows: readonly NoteRow[]): Html {
  return table(
    'Script execution log',
    [
      { label: 'Date (UTC)', isFixed: true },
      { label: 'Type', isFixed: true },
      { label: 'Script', isFixed: true },
      { label: 'Title' },
      { label: 'Details' },
    ],
    rows.map((row) => [
      row.date.slice(0, 19).replace('T', ' '),
      html`<span class="level ${row.type}">${row.type}</span>`,
      html`${row.script ?? ''}${row.entrypoint ? html`<br>${row.entrypoint}` : ''}`,
      row.title,
      html`<pre>${row.detail}</pre>`,
    ]),
  );
}
