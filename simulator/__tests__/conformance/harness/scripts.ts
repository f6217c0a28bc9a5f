import { APP } from './project';

/** A script of a case's SuiteApp: its file and its object. */
export interface ScriptSetup {
  readonly file: string;
  readonly text: string;
  readonly object: string;
}

export interface ScriptOptions {
  /** `job` makes `customscript_job` with `customdeploy_job` in `job.js`. */
  readonly id?: string;
  readonly version?: '2.0' | '2.1';
  /** Modules, bound to the last part of their names. */
  readonly modules?: readonly string[];
  /** Code before the entry points. */
  readonly before?: string;
  /** The whole file instead of all of that. */
  readonly text?: string;
  /** Elements of each deployment, `<buffersize>4</buffersize>`. */
  readonly deployment?: string;
  /** Script ids of the deployments, without `customdeploy_`. */
  readonly deployments?: readonly string[];
  /** Elements of the script, `<scriptcustomfields>`. */
  readonly elements?: string;
}

const MODULES = [
  'N/record',
  'N/search',
  'N/query',
  'N/runtime',
  'N/error',
  'N/log',
  'N/cache',
  'N/file',
  'N/https',
  'N/task',
  'N/format',
  'N/crypto',
  'N/encode',
  'N/url',
  'N/scriptTypes/restlet',
];

/** `caught` gives the code of what the work throws, `units` what it uses. */
const HELPERS = `
  function caught(work) { try { work(); return 'nothing'; } catch (thrown) { return thrown.name; } }
  function message(work) { try { work(); return 'nothing'; } catch (thrown) { return thrown.message; } }
  function left() { return runtime.getCurrentScript().getRemainingUsage(); }
  function units(work) { var before = left(); work(); return before - left(); }
`;

/** The text of a script file whose `define` returns the given object expression. */
export function scriptText(type: string, entryPoints: string, options: ScriptOptions = {}): string {
  const { version = '2.1', modules = MODULES, before = '' } = options;
  const names = modules.map((name) => name.slice(name.lastIndexOf('/') + 1));
  return `/**
 * @NApiVersion ${version}
 * @NScriptType ${type}
 */
define(${JSON.stringify(modules)}, function (${names.join(', ')}) {
${modules.includes('N/runtime') ? HELPERS : ''}
${before}
return ${entryPoints};
});`;
}

function setup(tag: string, type: string, entryPoints: string, own: string, options: ScriptOptions): ScriptSetup {
  const { id = tag, deployments = [id], deployment = '', elements = '' } = options;
  const common = deployment.includes('<status>') ? '' : own;
  return {
    file: `${id}.js`,
    text: options.text ?? scriptText(type, entryPoints, options),
    object: `<${tag} scriptid="customscript_${id}"><name>${id}</name><scriptfile>[/SuiteApps/${APP}/${id}.js]</scriptfile>
      ${elements}<scriptdeployments>${deployments
        .map((name) => `<scriptdeployment scriptid="customdeploy_${name}">${common}${deployment}</scriptdeployment>`)
        .join('')}</scriptdeployments></${tag}>`,
  };
}

const TITLE = '<title>Case</title>';

/** `customscript_rest`, open to all roles. */
export function restlet(entryPoints: string, options: ScriptOptions = {}): ScriptSetup {
  const open = '<status>RELEASED</status><allroles>T</allroles>';
  return setup('restlet', 'Restlet', entryPoints, `${TITLE}${open}`, { id: 'rest', ...options });
}

/** `customscript_job`, Not Scheduled. */
export function mapReduce(entryPoints: string, options: ScriptOptions = {}): ScriptSetup {
  const own = `${TITLE}<status>NOTSCHEDULED</status>`;
  return setup('mapreducescript', 'MapReduceScript', entryPoints, own, { id: 'job', ...options });
}

/** `customscript_timer`, Not Scheduled. */
export function scheduled(entryPoints: string, options: ScriptOptions = {}): ScriptSetup {
  const own = `${TITLE}<status>NOTSCHEDULED</status>`;
  return setup('scheduledscript', 'ScheduledScript', entryPoints, own, { id: 'timer', ...options });
}

/** `customscript_event` on a record type, in all contexts, for all roles. */
export function userEvent(recordType: string, entryPoints: string, options: ScriptOptions = {}): ScriptSetup {
  const own = `<status>RELEASED</status><allroles>T</allroles><recordtype>${recordType}</recordtype>`;
  return setup('usereventscript', 'UserEventScript', entryPoints, own, { id: 'event', ...options });
}

/** `customscript_page`, open to all roles. */
export function suitelet(entryPoints: string, options: ScriptOptions = {}): ScriptSetup {
  const open = '<status>RELEASED</status><allroles>T</allroles>';
  return setup('suitelet', 'Suitelet', entryPoints, `${TITLE}${open}`, { id: 'page', ...options });
}

/** A custom record type `customrecord_<id>` without a name field, whose fields are given as `custrecord_...` to type. */
export function customRecord(id: string, fields: Readonly<Record<string, string>>, elements = ''): string {
  const list = Object.entries(fields).map(([name, type]) => {
    const [fieldType, ...more] = type.split(' ');
    return `<customrecordcustomfield scriptid="${name}"><fieldtype>${fieldType}</fieldtype><label>${name}</label>${more.join(' ')}</customrecordcustomfield>`;
  });
  return `<customrecordtype scriptid="customrecord_${id}"><recordname>${id}</recordname><includename>F</includename>
    ${elements}<customrecordcustomfields>${list.join('')}</customrecordcustomfields></customrecordtype>`;
}
