import { oneCall } from './call/oneCall';
import { growth } from './growth/growth';
import { documentsAnHour } from './hours/hours';
import { simulatorFigures } from './simulator/main';
import { type Table, tableText } from './table';
import { unitsByKind } from './units/unitsByKind';

/** The sections of the SuiteApp's benchmark, in the order in which they are printed. */
const SECTIONS: Readonly<Record<string, (isLarge: boolean) => Promise<readonly Table[]>>> = {
  units: unitsByKind,
  call: oneCall,
  hours: documentsAnHour,
  growth,
};

/**
 * `npm run bench` prints the tables of the SuiteApp, `npm run bench -- units` one section of them, `npm run bench --
 * simulator` those of the local account; the exit code is 1 when something is over its bar.
 */
export async function main([what, ...options]: readonly string[] = []): Promise<number> {
  if (what === 'simulator') return print([figuresTable(await simulatorFigures(options))]);
  const wanted = what === undefined ? Object.values(SECTIONS) : [SECTIONS[what]];
  let code = 0;
  for (const section of wanted) {
    if (section === undefined) throw new Error(`npm run bench [-- ${Object.keys(SECTIONS).join(' | ')} | simulator]`);
    code = Math.max(code, print(await section(options.includes('--large'))));
  }
  return code;
}

function print(tables: readonly Table[]): number {
  for (const table of tables) console.log(tableText(table));
  return tables.some(({ over }) => over.length > 0) ? 1 : 0;
}

function figuresTable(figures: Awaited<ReturnType<typeof simulatorFigures>>): Table {
  return {
    title: 'The local account',
    columns: ['figure', 'value', 'at most'],
    rows: figures.map(({ name, value, atMost }) => [name, value, atMost]),
    notes: [],
    over: figures.flatMap(({ name, value, atMost }) =>
      atMost !== null && value > atMost ? [`${name}: ${value}, at most ${atMost}`] : [],
    ),
  };
}
