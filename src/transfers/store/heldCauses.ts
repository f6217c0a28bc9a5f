import { documentKey } from '../../documents/keys';
import { selectRows, textOf } from '../../netsuite/suiteQl';
import { type Cause, readCause } from '../../posting/causes';
import { type CustomerFacts, customerFacts } from '../../posting/customers';
import { buildDirectory, type RecordLink } from '../../posting/directory';
import { loadConnections } from '../../settings/load';
import { isGone, lookupsOfCause } from '../policy/causes';
import { TRANSFER_TYPE, transferField } from './columns';
import { documentLinks } from './links';

/** A cause that holds transfers of a connection. */
interface HeldCause {
  readonly connection: string;
  readonly text: string;
  readonly cause: Cause;
}

/** More are left to the next runs; each is a parameter of the queries for what is ready. */
const MOST_CAUSES = 200;

/**
 * Causes that held transfers and are gone, as {@link causeKey}s: 10 units where nothing is held, else up to 60. What it
 * finds is ready as if it were queued.
 */
export function goneCauses(): readonly string[] {
  const held = heldCauses();
  if (held.length === 0) return [];
  const connections = loadConnections();
  const directory = buildDirectory(
    held.flatMap(({ cause }) => lookupsOfCause(cause)),
    linksOf(held),
  );
  const currenciesOf = currenciesOfCustomers(held);
  return held
    .filter(({ connection, cause }) =>
      isGone(cause, directory.of(connection), connections.get(connection) ?? null, currenciesOf),
    )
    .map(({ connection, text }) => causeKey(connection, text));
}

/** A cause of a connection, as {@link causeSql} says it of a transfer; a connection's key holds no bar. */
export function causeKey(connection: string, cause: string): string {
  return `${connection}|${cause}`;
}

/** SQL for the {@link causeKey} of the transfer `t`. */
export function causeSql(): string {
  return `t.${transferField('connection')} || '|' || t.${transferField('cause')}`;
}

function heldCauses(): readonly HeldCause[] {
  const cause = `t.${transferField('cause')}`;
  return selectRows(
    `SELECT t.${transferField('connection')} AS connection, ${cause} AS cause FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('status')} = 'Not Transferred' AND t.${transferField('direction')} = 'Inbound'
       AND t.${transferField('reason')} = 'Action Needed' AND ${cause} IS NOT NULL
     GROUP BY t.${transferField('connection')}, ${cause} ORDER BY t.${transferField('connection')}, ${cause}
     FETCH FIRST ${MOST_CAUSES} ROWS ONLY`,
  ).flatMap((row) => {
    const text = textOf(row, 'cause');
    const read = readCause(text);
    return read === null ? [] : [{ connection: textOf(row, 'connection'), text, cause: read }];
  });
}

/** The records of the documents that causes name: 10 units, seldom. */
function linksOf(held: readonly HeldCause[]): ReadonlyMap<string, RecordLink> {
  const documents = held.flatMap(({ connection, cause }) =>
    cause.what === 'record' ? [{ connection, kind: cause.kind, id: cause.name }] : [],
  );
  if (documents.length === 0) return new Map();
  const { records } = documentLinks(documents);
  const wanted = new Set(documents.map((document) => documentKey(document.connection, document)));
  return new Map([...records].filter(([key]) => wanted.has(key)));
}

/** The currencies of the customers that causes name: 10 units, seldom. */
function currenciesOfCustomers(held: readonly HeldCause[]): (customer: string) => readonly string[] | null {
  const ids = [...new Set(held.flatMap(({ cause }) => (cause.what === 'customer currency' ? [cause.kind] : [])))];
  const facts: ReadonlyMap<string, CustomerFacts> = ids.length === 0 ? new Map() : customerFacts(ids);
  return (customer) => {
    const found = facts.get(customer);
    if (found === undefined) return [];
    return found.currency === null ? null : [found.currency, ...found.currencies];
  };
}
