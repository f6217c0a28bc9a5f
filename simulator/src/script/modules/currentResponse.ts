import { scriptError } from '../errors';
import { current } from '../host';
import { ServerResponse } from './serverResponse';

let response: ServerResponse | null = null;

/** Tells N/redirect which answer it redirects: that of the Suitelet that runs in this context. */
export function setCurrentResponse(given: ServerResponse): void {
  response = given;
}

/**
 * Redirects the browser that waits for the running Suitelet. A user event script may redirect too (section_4424988740);
 * here no browser waits for what fires it, so that nothing is redirected.
 */
export function redirectCurrent(method: string, address: string): void {
  if (response === null) {
    if (current().start.request.script.scriptType === 'USEREVENT') return;
    throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support ${method} outside of a Suitelet.`);
  }
  ServerResponse.redirectTo(response, address);
}
