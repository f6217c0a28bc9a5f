import { DESCRIBE, type ScriptInterface } from '../kernel/entryPoints';
import type { Start, StartExecution } from '../kernel/scriptHost';
import { decodeWire, encodeWire, type Wire } from '../kernel/wire';
import { entryPoints } from './entryPoints';
import { isPromise, type ScriptModule } from './entryPoints/entryPoint';
import { scriptError, thrownData } from './errors';
import { prepareGlobals } from './globals';
import { connect } from './host';
import { loadScript, versionOf } from './loader';

const startExecution: StartExecution = (binding, startText, end) => {
  Reflect.deleteProperty(globalThis, '$startExecution');
  const failed = (thrown: unknown): void => end('error', encodeWire(thrownData(thrown)));
  const completed = (output: Wire): void => {
    let text: string;
    try {
      text = encodeWire(output);
    } catch (thrown) {
      failed(thrown);
      return;
    }
    end('output', text);
  };
  try {
    const start = decodeWire(startText) as unknown as Start;
    connect(binding, start);
    prepareGlobals(start.seed);
    const output = run(start);
    if (isPromise(output)) output.then((value) => completed(value as Wire), failed);
    else completed(output as Wire);
  } catch (thrown) {
    failed(thrown);
  }
};

function run({ request }: Start): Wire | PromiseLike<Wire> {
  const script = loadScript(request.script.file);
  if (typeof script !== 'object' || script === null) {
    throw scriptError(
      'UNEXPECTED_ERROR',
      'SuiteScript 2.x entry point scripts must implement one script type function.',
    );
  }
  const module = script as ScriptModule;
  if (request.entryPoint === DESCRIBE) return describe(module);
  const kind = entryPoints[request.script.scriptType];
  if (!kind) {
    const type = request.script.scriptType;
    throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support scripts of type ${type}.`);
  }
  return kind.run(module, request.entryPoint, request.input, versionOf(request.script.file));
}

function describe(script: ScriptModule): Wire & ScriptInterface {
  const config = (script.config ?? {}) as { readonly retryCount?: unknown; readonly exitOnError?: unknown };
  return {
    functions: Object.keys(script).filter((name) => typeof script[name] === 'function'),
    config: {
      retryCount: typeof config.retryCount === 'number' ? config.retryCount : null,
      exitOnError: config.exitOnError === true,
    },
  };
}

Object.assign(globalThis, { $startExecution: startExecution });
