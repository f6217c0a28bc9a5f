import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConnectedAccount, connectedAccount } from '../../__tests__/integration/support/connectedAccount';
import { changeSettings } from '../../__tests__/integration/support/inProcess';
import { invoices, send } from '../documents';
import { record, unitsOf } from '../measure';
import type { Table } from '../table';
import { type FilledWith, fillBooks, fillTransfers, PAUSED } from './fill';
import { countRowsScanned, createIndex, type RowsScanned } from './rowsScanned';

const DOCUMENTS = 500;
const CUSTOMERS = 10;
/** By so much a figure may differ from that of the smallest account. */
const FLAT = 0.05;

const field = (name: string): string => `custrecord_obc_tr_${name}`;

/** What the database would have to find transfers by, beside internal and external ids. */
const INDEXES: readonly (readonly string[])[] = [
  [field('platform_id')],
  [field('status'), field('direction'), field('reason'), field('lane')],
];

/** The size of an account before the documents are sent. */
interface Size {
  readonly transfers: number;
  readonly transactions: number;
}

interface Growth {
  readonly title: string;
  readonly as: FilledWith;
  readonly sizes: readonly Size[];
  readonly isIndexed: boolean;
  /** Whether it has to be flat. */
  readonly mustBeFlat: boolean;
  readonly notes: readonly string[];
}

const transfers = (counts: readonly number[]): Size[] => counts.map((count) => ({ transfers: count, transactions: 0 }));
const books = (counts: readonly number[]): Size[] => counts.map((count) => ({ transfers: 0, transactions: count }));

/** Rows scanned, units and calls for each of 500 invoices as transfers and books grow; more sizes where it may take longer. */
export async function growth(isLarge: boolean): Promise<Table[]> {
  const counts = isLarge ? [1_000, 10_000, 100_000] : [1_000, 100_000];
  const growths: readonly Growth[] = [
    {
      title: 'As documents that were transferred pile up: transfers',
      as: 'history',
      sizes: transfers(counts),
      isIndexed: true,
      mustBeFlat: true,
      notes: [],
    },
    {
      title: 'As documents that people hold pile up: transfers',
      as: 'held',
      sizes: transfers(counts),
      isIndexed: true,
      mustBeFlat: true,
      notes: [],
    },
    {
      title: 'As the books grow: transactions',
      as: 'history',
      sizes: books(isLarge ? [...counts, 500_000] : counts),
      isIndexed: true,
      mustBeFlat: true,
      notes: [],
    },
    {
      title: 'As documents of a paused connection pile up: transfers',
      as: 'queued',
      sizes: transfers(counts),
      isIndexed: true,
      mustBeFlat: false,
      notes: [
        'Rows scanned are not flat here: who looks for work comes by what is queued, and only then sees whose it is.',
      ],
    },
    {
      title: 'Where the database finds transfers by internal and external id alone: transfers',
      as: 'history',
      sizes: transfers(counts),
      isIndexed: false,
      mustBeFlat: false,
      notes: ['Rows scanned cannot be flat here: each query for documents or for work reads all transfers.'],
    },
  ];
  const tables: Table[] = [];
  for (const each of growths) tables.push(await growthTable(each));
  return tables;
}

interface Measured extends RowsScanned {
  readonly size: Size;
  readonly units: number;
  readonly calls: number;
}

async function growthTable({ title, as, sizes, isIndexed, mustBeFlat, notes }: Growth): Promise<Table> {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size, as, isIndexed));
  const [first] = measured;
  const ratio = (value: number, of: number | undefined): number => value / (of ?? value);
  const rows = measured.map(({ size, rows: scanned, units, calls }) => [
    Math.max(size.transfers, size.transactions),
    scanned / DOCUMENTS,
    ratio(scanned, first?.rows),
    units / DOCUMENTS,
    ratio(units, first?.units),
    calls / DOCUMENTS,
    ratio(calls, first?.calls),
  ]);
  return {
    title,
    columns: ['rows', 'rows scanned each', 'ratio', 'units each', 'ratio', 'calls each', 'ratio'],
    rows: rows.map(([count, ...figures]) => [(count ?? 0).toLocaleString('en-US'), ...figures]),
    notes,
    over: mustBeFlat
      ? rows.flatMap(([count, , scanned, , units, , calls]) =>
          [scanned, units, calls].some((each) => Math.abs((each ?? 1) - 1) > FLAT)
            ? [`${title}: not flat within ${FLAT * 100} % at ${count}`]
            : [],
        )
      : [],
  };
}

async function measure(size: Size, as: FilledWith, isIndexed: boolean): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // Half a million transactions are too many for the memory.
  const isInFile = size.transactions > 100_000;
  const connected: ConnectedAccount = await connectedAccount(1, isInFile ? { data: join(folder, 'account.db') } : {});
  try {
    const { account } = connected;
    await send(connected, invoices('known', CUSTOMERS * 2, CUSTOMERS));
    fillTransfers(account, size.transfers, as);
    if (as === 'queued') await changeSettings(connected, { paused: true }, PAUSED);
    fillBooks(account, size.transactions);
    if (isIndexed) for (const columns of INDEXES) createIndex(account, 'customrecord_obc_transfer', columns);
    // While rows are added nothing else runs in this process, and HTTP connections get too old; here they are closed.
    await pause(500);
    const stop = record(account);
    const counted = countRowsScanned(account);
    await send(connected, invoices('measured', DOCUMENTS, CUSTOMERS));
    const { calls } = stop();
    return { ...counted(), size, units: unitsOf(calls), calls: calls.length };
  } finally {
    await connected.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
