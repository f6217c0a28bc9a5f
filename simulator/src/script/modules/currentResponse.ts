import { scriptError } from '../errors';
import { ServerResponse } from './serverResponse';

let response: ServerResponse | null = null;

/** Tells N/redirect which answer it redirects: that of the Suitelet that runs in this context. */
export function setCurrentResponse(current: ServerResponse): void {
  response = current;
}

/** Redirects the browser that waits for the running Suitelet. */
export function redirectCurrent(method: string, address: string): void {
  if (response === null) {
    throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support ${method} outside of a Suitelet.`);
  }
  ServerResponse.redirectTo(response, address);
}
