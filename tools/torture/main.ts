import { breakEveryCall } from '../../__tests__/proof/exhaustive/report';
import { flowNamed } from '../../__tests__/proof/flows';
import { openRandomGround, playTwice } from '../../__tests__/proof/random/twice';
import { openGround, type ProvingGround } from '../../__tests__/proof/world/account';
import { breakFlows, flowTable, replayRun } from './exhaustive';
import { readOptions } from './options';
import { type Work, work } from './processes';
import { type PlayedInShort, playSeeds, randomTable, replaySeed } from './random';
import { record } from './record';
import { showTeeth, teethTable } from './teeth';

/** `npm run torture`: the proof at length; see docs/proof.md. The exit code is 1 where something is lost, doubled or unexpected. */
export async function main(options: readonly string[]): Promise<number> {
  const task = readOptions(options);
  switch (task.do) {
    case 'work': {
      await doPieces();
      return 0;
    }
    case 'flow':
      return (await replayRun(task.flow, task.call, task.fault)) ? 0 : 1;
    case 'flows': {
      const reports = await breakFlows(task.flows, task.jobs);
      console.log(flowTable(reports));
      return reports.every(({ runs, recovered }) => runs === recovered) ? 0 : 1;
    }
    case 'seed':
      return (await replaySeed(task.seed)) ? 0 : 1;
    case 'seeds': {
      const report = await playSeeds(task.from, task.seeds, task.jobs);
      console.log(randomTable(report));
      return report.failing.length === 0 ? 0 : 1;
    }
    case 'teeth': {
      const bites = await showTeeth(task.names);
      console.log(teethTable(bites));
      return bites.every(({ run }) => run !== null) ? 0 : 1;
    }
    case 'record':
      return record(task.seeds, task.jobs);
  }
}

/** What a process of its own does for the one that started it. */
async function doPieces(): Promise<void> {
  let calm: Promise<ProvingGround> | null = null;
  let wild: Promise<ProvingGround> | null = null;
  await work(async (piece: Work) => {
    if (piece.kind === 'flow') {
      calm ??= openGround();
      return breakEveryCall(await calm, flowNamed(piece.flow), piece);
    }
    wild ??= openRandomGround();
    const played: PlayedInShort[] = [];
    for (const seed of piece.seeds) {
      const { log: _, ...short } = await playTwice(await wild, seed);
      played.push(short);
    }
    return played;
  });
}
