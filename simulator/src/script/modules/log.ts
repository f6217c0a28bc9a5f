import { SuiteScriptError } from '../errors';
import { notify } from '../host';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';

const TITLE_LENGTH = 99;
const DETAILS_LENGTH = 3999;

type Level = 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';

/** Writes to the script execution log as `(title, details)` or `({ title, details })` (section_4574548135). */
function writer(type: Level) {
  return (title: unknown, details?: unknown): void => {
    const options = asOptions(title, details);
    notify('log', {
      type,
      title: text(options.title).slice(0, TITLE_LENGTH),
      details: text(options.details).slice(0, DETAILS_LENGTH),
    });
  };
}

function asOptions(title: unknown, details: unknown): { readonly title?: unknown; readonly details?: unknown } {
  const isOptions = details === undefined && typeof title === 'object' && title !== null && 'title' in title;
  return isOptions ? title : { title, details };
}

/** Objects are shown as JSON, errors with their text. */
function text(value: unknown): string {
  if (value === undefined || value === null) return value === null ? 'null' : '';
  if (value instanceof SuiteScriptError) return value.toString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

const implemented = {
  debug: writer('DEBUG'),
  audit: writer('AUDIT'),
  error: writer('ERROR'),
  emergency: writer('EMERGENCY'),
} satisfies Partial<Module<typeof import('N/log')>>;

export const log = defineModule('N/log', implemented);
export const lacks: Lacks<typeof import('N/log'), typeof implemented, never> = true;
