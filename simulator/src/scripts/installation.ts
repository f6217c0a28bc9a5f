import type { InstallationInput } from '../kernel/entryPoints';
import type { Caller, DeployedScript, ExecutionOutcome } from '../kernel/execution';
import { execute, type Operation } from '../kernel/operation';
import { limitsOf } from './limits';

/** Runs an SDF installation script in the role of the user who deploys (section_1548438348). */
export function runInstallation(
  caller: Caller,
  script: DeployedScript,
  versions: InstallationInput,
): Operation<ExecutionOutcome> {
  return execute({
    script,
    entryPoint: 'run',
    input: { ...versions },
    user: caller.user,
    context: 'SDFINSTALLATION',
    limits: limitsOf('SDFINSTALLATION', 'run'),
  });
}
