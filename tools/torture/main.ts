import { breakEveryCall } from '../../__tests__/proof/exhaustive/report';
import { flowNamed } from '../../__tests__/proof/flows';
import { openGround, type ProvingGround } from '../../__tests__/proof/world/account';
import { breakFlows, flowTable, replayRun } from './exhaustive';
import { readOptions } from './options';
import { type Work, work } from './processes';

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
    default:
      throw new Error(`${task.do} is not there.`);
  }
}

/** What a process of its own does for the one that started it. */
async function doPieces(): Promise<void> {
  let opened: Promise<ProvingGround> | null = null;
  await work(async (piece: Work) => {
    opened ??= openGround();
    const ground = await opened;
    return breakEveryCall(
      ground,
      flowNamed(piece.kind === 'flow' ? piece.flow : ''),
      piece.kind === 'flow' ? piece : undefined,
    );
  });
}
