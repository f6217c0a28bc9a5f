import { openRandomGround } from '../../__tests__/proof/random/twice';
import { type Safeguard, safeguards } from '../../__tests__/proof/teeth/safeguards';
import { type Grounds, testify } from '../../__tests__/proof/teeth/testify';
import { openGround, type ProvingGround } from '../../__tests__/proof/world/account';
import type { Mutation } from '../mutation/mutation';
import { buildMutated, removeSuiteApp } from './mutatedSuiteApp';
import { markdownTable } from './tables';

/** What a safeguard is worth: the run that fails without it. */
export interface Bite {
  readonly name: string;
  /** What was off. */
  readonly off: string;
  /** The run and what it found; null where nothing failed. */
  readonly run: string | null;
  readonly found: string;
}

/** Switches off each safeguard, alone first and then together with its backup, until its witness fails. */
export async function showTeeth(chosen: readonly string[] = []): Promise<Bite[]> {
  const sound = openedGrounds();
  const bites: Bite[] = [];
  try {
    for (const safeguard of safeguards.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
      const found = await bite(safeguard, sound.grounds);
      console.log(`${found.name} (${found.off} off): ${found.run ?? 'NOTHING FAILED'}: ${found.found}`);
      bites.push(found);
    }
  } finally {
    await sound.close();
  }
  return bites;
}

async function bite({ name, off, backup, witness }: Safeguard, sound: Grounds): Promise<Bite> {
  const ways: readonly { readonly off: string; readonly mutations: readonly Mutation[] }[] = [
    { off: 'alone', mutations: [off] },
    ...(backup === undefined ? [] : [{ off: `with ${backup.name}`, mutations: [off, backup.off] }]),
  ];
  for (const way of ways) {
    const folder = await buildMutated(way.mutations);
    const broken = openedGrounds(folder);
    try {
      const testimony = await testify(witness, sound, broken.grounds);
      if (testimony !== null) return { name, off: way.off, ...testimony };
    } finally {
      await broken.close();
      removeSuiteApp(folder);
    }
  }
  return { name, off: ways.at(-1)?.off ?? '', run: null, found: '' };
}

/** Accounts that are opened when they are first needed. */
function openedGrounds(suiteApp?: string): { readonly grounds: Grounds; close(): Promise<void> } {
  const opened = new Map<string, Promise<ProvingGround>>();
  const once = (name: string, open: () => Promise<ProvingGround>): Promise<ProvingGround> => {
    const ground = opened.get(name) ?? open();
    opened.set(name, ground);
    return ground;
  };
  return {
    grounds: {
      calm: () => once('calm', () => openGround(suiteApp === undefined ? {} : { suiteApp })),
      random: () => once('random', () => openRandomGround(suiteApp)),
    },
    close: async () => {
      for (const ground of opened.values()) await (await ground).close();
    },
  };
}

export function teethTable(bites: readonly Bite[]): string {
  return markdownTable(
    ['safeguard', 'switched off', 'run that fails', 'first finding'],
    bites.map(({ name, off, run, found }) => [name, off, run ?? 'none', found.replaceAll('|', '/')]),
  );
}
