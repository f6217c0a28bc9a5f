import type { Progress } from '../../kernel/taskData';
import { saveProgress } from '../instances';
import type { KeyStage, Run } from './state';

/** Writes the counts of a run where N/task, the pages and SuiteQL find them. */
export function reportProgress(run: Run, stage: KeyStage): void {
  const total = stage.pairs.length;
  const percent = total === 0 ? 100 : Math.floor(((total - stage.pendingCount) * 100) / total);
  saveProgress(run.account, run.instance.id, percent, progressOf(run));
}

function progressOf(run: Run): Progress {
  return {
    totalMapCount: run.map.pairs.length,
    pendingMapCount: run.map.pendingCount,
    pendingMapSize: run.map.pendingSize,
    totalReduceCount: run.reduce.pairs.length,
    pendingReduceCount: run.reduce.pendingCount,
    pendingReduceSize: run.reduce.pendingSize,
    totalOutputCount: run.output.length,
    pendingOutputSize: run.outputSize,
  };
}
