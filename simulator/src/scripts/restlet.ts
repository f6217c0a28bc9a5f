import type { Account } from '../kernel/account';
import { NO_ENTRY_POINT, type RestletOutput } from '../kernel/entryPoints';
import { ANSWER_LOST, AnswerLost, type ErrorData } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { execute, type Operation } from '../kernel/operation';
import type { Wire } from '../kernel/wire';
import { permissionLevel } from '../permissions/granted';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { insufficientPermission } from '../permissions/refusals';
import { isAvailable, isInAudience } from './availability';
import { limitsOf } from './limits';
import { type Deployment, deployedScript } from './registry';

/** A call of a RESTlet, from HTTP, N/https.requestRestlet or a test. */
export interface RestletRequest {
  /** Script id or internal id. */
  readonly script: string;
  readonly deploy: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | string;
  /** URL parameters without `script` and `deploy`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Text of the request's body; null where there is none. */
  readonly body: string | null;
  /** Content-Type header; null where there is none. */
  readonly contentType: string | null;
}

export interface RestletAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The permission SuiteScript, which a role needs to call RESTlets (article_0320025211). */
const SUITESCRIPT = 'ADMI_CUSTOMSCRIPT';

const CONTENT_TYPES = ['application/json', 'application/xml', 'text/plain'];
const ENTRY_POINTS: Readonly<Record<string, string>> = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' };
const INVALID_SCRIPT: ErrorData = {
  name: 'SSS_INVALID_SCRIPTLET_ID',
  message: 'That Suitelet is invalid, disabled, or no longer exists.',
};

/**
 * Calls a RESTlet and makes NetSuite's answer: content and type by section_4619215993, statuses by section_4634920277
 * (400 for every error of the script, 404 for no such script, 405 for a method without entry point, 415 for a content
 * type that RESTlets do not know).
 *
 * @throws AnswerLost where the fault plan says so
 */
export function* runRestlet(account: Account, caller: Caller, request: RestletRequest): Operation<RestletAnswer> {
  const type = bareType(request.contentType);
  const answerType = answerTypeOf(request.contentType);
  const refuse = (status: number, name: string, message: string): RestletAnswer =>
    errorAnswer(status, { name, message }, answerType);

  const deployment = deployedScript(account, request.script, request.deploy);
  if (deployment?.scriptType !== 'RESTLET') return errorAnswer(404, INVALID_SCRIPT, answerType);
  if (!isAvailable(deployment, caller.user)) return errorAnswer(400, INVALID_SCRIPT, answerType);
  if (!isInAudience(deployment, caller.user)) {
    return refuse(400, 'INSUFFICIENT_PERMISSION', 'You do not have privileges to view this page.');
  }
  const level = permissionLevel(account, caller.user.role, SUITESCRIPT);
  if (level === PERMISSION_LEVELS.NONE) {
    const { name, message } = insufficientPermission(SUITESCRIPT, level);
    return refuse(400, name, message);
  }
  const entryPoint = ENTRY_POINTS[request.method];
  if (!entryPoint) return refuse(405, 'METHOD_NOT_ALLOWED', `The method ${request.method} is not allowed.`);
  const hasBody = request.body !== null && request.body !== '';
  const takesBody = entryPoint === 'post' || entryPoint === 'put';
  if (hasBody && !takesBody) {
    return refuse(400, 'INVALID_REQUEST', `A ${request.method} request to a RESTlet must not have a body.`);
  }
  if ((takesBody || type !== null) && (type === null || !CONTENT_TYPES.includes(type))) {
    return refuse(
      415,
      'INVALID_CONTENT_TYPE',
      'Invalid content type. You can only use application/json, application/xml or text/plain with RESTlets.',
    );
  }
  const input = takesBody ? parseBody(request.body ?? '', type) : { value: { ...request.parameters } };
  if ('error' in input) return errorAnswer(400, input.error, answerType);
  const outcome = yield* runEntryPoint(deployment, entryPoint, input.value, caller);
  if (outcome.status === 'completed') return successAnswer(outcome.output as unknown as RestletOutput, answerType);
  if (outcome.error.name === ANSWER_LOST.name) throw new AnswerLost();
  if (outcome.error.name === NO_ENTRY_POINT) {
    return refuse(405, 'METHOD_NOT_ALLOWED', `The RESTlet has no function for the method ${request.method}.`);
  }
  return errorAnswer(400, outcome.error, answerType);
}

function runEntryPoint(script: Deployment, entryPoint: string, input: Wire, caller: Caller) {
  const limits = limitsOf('RESTLET', entryPoint);
  return execute({ script, entryPoint, input, user: caller.user, context: 'RESTLET', limits });
}

function parseBody(body: string, type: string | null): { value: Wire } | { error: ErrorData } {
  if (type !== 'application/json') return { value: body };
  try {
    if (body.trim() === '') throw new SyntaxError('Empty JSON string');
    return { value: JSON.parse(body) as Wire };
  } catch (error) {
    return { error: { name: 'SYNTAX_ERROR', message: `SyntaxError: ${error instanceof Error ? error.message : ''}` } };
  }
}

function successAnswer(output: RestletOutput, answerType: string): RestletAnswer {
  switch (output.kind) {
    case 'nothing':
      return { status: 200, contentType: answerType, body: '' };
    case 'response':
      return { status: 200, contentType: output.contentType, body: output.text };
    case 'text':
      return { status: 200, contentType: answerType, body: output.text };
    case 'text20':
      return { status: 200, contentType: answerType, body: textOf20(output.text, answerType) };
    case 'json':
      if (answerType === 'application/json') return { status: 200, contentType: answerType, body: output.text };
      return errorAnswer(
        400,
        {
          name: 'INVALID_RETURN_DATA_FORMAT',
          message: `Invalid data format. You should return ${answerType === 'text/plain' ? 'TEXT' : 'XML'}.`,
        },
        answerType,
      );
  }
}

/**
 * A string that a SuiteScript 2.0 RESTlet returned: a JSON answer has it through JSON.stringify once more, whether it is
 * JSON already or not (subsect_159526606165, subsect_159709238413). Oracle shows it for get and post; put and delete are
 * assumed to do the same, and answers that are no JSON to leave the string as it is.
 */
function textOf20(text: string, answerType: string): string {
  return answerType === 'application/json' ? JSON.stringify(text) : text;
}

/** The answer to a request that is refused before it reaches a RESTlet, in the type that the request has. */
export function restletError(status: number, error: ErrorData, contentType: string | null): RestletAnswer {
  return errorAnswer(status, error, answerTypeOf(contentType));
}

function bareType(contentType: string | null): string | null {
  return contentType?.split(';')[0]?.trim() ?? null;
}

/** The answer follows the request's type; without a known one it is text. */
function answerTypeOf(contentType: string | null): string {
  const type = bareType(contentType);
  return type !== null && CONTENT_TYPES.includes(type) ? type : 'text/plain';
}

/** The three shapes of an error's body, by the content type of the answer. */
function errorAnswer(status: number, { name, message }: ErrorData, contentType: string): RestletAnswer {
  switch (contentType) {
    case 'application/json':
      return { status, contentType, body: JSON.stringify({ error: { code: name, message } }) };
    case 'application/xml':
      return {
        status,
        contentType,
        body: `<error><code>${escapeXml(name)}</code><message>${escapeXml(message)}</message></error>`,
      };
    default:
      return { status, contentType, body: `error code: ${name}\nerror message: ${message}` };
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
