import { selectRows, textOf } from '../../netsuite/suiteQl';
import { mappingRows } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';

/**
 * The platform's name of a payment term: the source of its mapping in the connection, else NetSuite's own name; null where
 * the term is gone. 20 units; terms change seldom.
 */
export function platformTerm(settings: ConnectionSettings, id: string): string | null {
  const mapping = mappingRows().find(
    (row) => row.connection === settings.recordId && row.kind === 'Term' && row.value === id,
  );
  if (mapping !== undefined) return mapping.source;
  const [row] = selectRows('SELECT name FROM term WHERE id = ?', [Number(id)]);
  return row === undefined ? null : textOf(row, 'name');
}
