import type { ExecutionOutcome } from '../../kernel/execution';
import { execute, type Operation } from '../../kernel/operation';
import type { Wire } from '../../kernel/wire';
import { limitsOf } from '../limits';
import type { Run } from './state';

/** Calls one function of the script. Parameters given at submit replace those of the deployment. */
export function callStage(run: Run, entryPoint: string, input: Wire): Operation<ExecutionOutcome> {
  const { deployment, instance, user } = run;
  return execute({
    script: { ...deployment, parameters: { ...deployment.parameters, ...instance.parameters } },
    entryPoint,
    input,
    user,
    context: 'MAPREDUCE',
    limits: limitsOf('MAPREDUCE', entryPoint),
  });
}
