import { setProcessors } from '../../src/scripts/processorPreferences';
import { runScript, type ScriptRun } from '../../src/scripts/runScript';
import { installProject } from '../../src/sdf/install';
import { APP, folderOf, object, script, suiteApp } from '../sdf/projects';
import { type Bench, CALLER, openBench } from './bench';

export interface JobOptions {
  readonly seed?: number;
  /** Elements of each deployment, `<buffersize>4</buffersize>`. */
  readonly deployment?: string;
  /** Script ids of the deployments. */
  readonly deployments?: readonly string[];
  readonly type?: 'mapreducescript' | 'scheduledscript';
  /** Code before the entry points. */
  readonly before?: string;
  readonly processors?: number;
  readonly parameters?: string;
}

export const MODULES = ['N/log', 'N/file', 'N/task', 'N/runtime', 'N/error'];

/** An account with one map/reduce (or scheduled) script `customscript_job`, whose entry points are the given source. */
export async function jobBench(entryPoints: string, options: JobOptions = {}): Promise<Bench> {
  const { type = 'mapreducescript', deployment = '', deployments = ['customdeploy_job'], before = '' } = options;
  const status = /<status>/.test(deployment) ? '' : '<status>NOTSCHEDULED</status>';
  const tag = type === 'mapreducescript' ? 'MapReduceScript' : 'ScheduledScript';
  const bench = openBench(options.seed);
  if (options.processors) setProcessors(bench.account, options.processors);
  const project = suiteApp({
    [`FileCabinet/SuiteApps/${APP}/job.js`]: script(tag, entryPoints, MODULES, before),
    ...object(`<${type} scriptid="customscript_job"><name>Job</name><scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>
      ${options.parameters ?? ''}
      <scriptdeployments>${deployments
        .map((id) => `<scriptdeployment scriptid="${id}">${status}<title>Job</title>${deployment}</scriptdeployment>`)
        .join('')}</scriptdeployments></${type}>`),
  });
  await bench.perform(installProject(bench.account, folderOf(project)));
  return bench;
}

export function runJob(bench: Bench, run: Partial<ScriptRun> = {}) {
  return bench.perform(runScript(bench.account, CALLER, { script: 'customscript_job', ...run }));
}
