import type { Incoming } from '../incoming';

/** A request to a control that cannot be used. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The JSON object in a request; an empty one where there is no body. @throws ControlError */
export function controlBody(request: Incoming): Readonly<Record<string, unknown>> {
  if (request.body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new ControlError(400, 'The body is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ControlError(400, 'The body must be an object.');
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A member that must be text. @throws ControlError */
export function textMember(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new ControlError(400, `The body must have ${name}, a text.`);
  return value;
}
