import { callStack, missingArgument, SuiteScriptError } from '../errors';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';
import { errorTypes } from './errorTypes';

interface CreateOptions {
  readonly name: string;
  readonly message: unknown;
  readonly notifyOff?: boolean;
  readonly cause?: unknown;
}

/** Makes an error with a code of the script's own (section_4250342268). A `message` that is an error gives its text. */
function create(options: CreateOptions): SuiteScriptError {
  if (options?.name === undefined || options.name === null) throw missingArgument('error.create', 'name');
  if (options.message === undefined || options.message === null) throw missingArgument('error.create', 'message');
  const { message } = options;
  const text = typeof message === 'object' && 'message' in message ? String(message.message) : String(message);
  return new SuiteScriptError(String(options.name), text, callStack(), options.notifyOff === true, options.cause);
}

const implemented = {
  create,
  get Type() {
    return errorTypes();
  },
};

export const error = defineModule('N/error', implemented);

type Types = typeof import('N/error');
({ create: create as unknown as Types['create'] }) satisfies Partial<Module<Types>>;
export const lacks: Lacks<Types, typeof implemented, never> = true;
