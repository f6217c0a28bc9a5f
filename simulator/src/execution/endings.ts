import type { ErrorData } from '../kernel/errors';
import type { Died } from './protocol';

/** NetSuite's codes and words for an execution that it ends (section_N3539978); a script cannot catch them. */
export const USAGE_LIMIT: ErrorData = {
  name: 'SSS_USAGE_LIMIT_EXCEEDED',
  message: 'Script Execution Usage Limit Exceeded',
};

export const TIME_LIMIT: ErrorData = { name: 'SSS_TIME_LIMIT_EXCEEDED', message: 'Script Execution Time Exceeded.' };

/** The server on which the script ran was restarted (section_1508887826). */
export const SERVER_RESTART: ErrorData = {
  name: 'SSS_APP_SERVER_RESTART',
  message: 'The application server was restarted.',
};

/** What an execution whose worker is gone ends with. */
export const DEATHS: Readonly<Record<Died['cause'], ErrorData>> = {
  time: TIME_LIMIT,
  memory: { name: 'SSS_MEMORY_USAGE_EXCEEDED', message: 'Script Out Of Memory.' },
  terminated: SERVER_RESTART,
  broken: { name: 'UNEXPECTED_ERROR', message: 'An unexpected error has occurred.' },
};
