import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Values = Readonly<Record<string, unknown>>;

/** Text in NetSuite's script records, as the project's XML names them. */
export type ScriptElement = 'restlet' | 'suitelet' | 'mapreducescript' | 'scheduledscript' | 'usereventscript';

/**
 * One step with the account. Texts that are `$name` stand for what an earlier step kept under that name; a custom field
 * or saved search is named as the script names it.
 */
export type Step = Doing & {
  /** The step must fail with an error that has this in its code or message. */
  readonly fails?: string;
};

type Doing =
  | {
      readonly create: string;
      readonly values?: Values;
      readonly lines?: Readonly<Record<string, readonly Values[]>>;
      readonly defaultValues?: Values;
      readonly as?: string;
    }
  | { readonly change: string; readonly id: string; readonly values?: Values }
  | { readonly submit: string; readonly id: string; readonly values: Values }
  | {
      readonly transform: string;
      readonly id: string;
      readonly to: string;
      readonly values?: Values;
      readonly as?: string;
    }
  | { readonly remove: string; readonly id: string }
  | { readonly search: Values }
  | { readonly file: Values; readonly as?: string }
  | { readonly find: string; readonly as: string }
  | { readonly run: Values }
  | { readonly restlet: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly given: Values; readonly as?: string }
  | { readonly suitelet: 'GET' | 'POST'; readonly given: Values; readonly as?: string };

/** What is looked for afterwards. */
export type Expectation =
  /** Rows of a SuiteQL statement, in order; values are compared as texts. */
  | { readonly rows: string; readonly are: readonly Values[] }
  /** What a step kept: equal, or a text that contains. */
  | { readonly answer: string; readonly is?: unknown; readonly contains?: string }
  /** A line of the script's log with this title whose details contain the text. */
  | { readonly log: string; readonly contains: string }
  /** No line of the script's log with level error. */
  | { readonly noErrors: true }
  /** Mails that were sent, oldest first, by the fields given. */
  | { readonly mails: readonly Values[] }
  /** A file of the file cabinet contains the text. */
  | { readonly contents: string; readonly contains: string };

/** A public script, and what shows that it did its work. */
export interface PublicScript {
  readonly id: string;
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly author: string;
  readonly commit: string;
  readonly path: string;
  readonly type: ScriptElement;
  /** Path in the file cabinet, `/SuiteScripts/a.js`. */
  readonly place: string;
  /** Other files of the repository that it loads, by their place in the file cabinet. */
  readonly with?: Readonly<Record<string, string>>;
  /** Libraries that the script names and its repository does not hold, written for this purpose. */
  readonly own?: Readonly<Record<string, string>>;
  /** Record type of a user event script's deployments. */
  readonly records?: readonly string[];
  /** Script parameters: type and value. */
  readonly parameters?: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>;
  /** Custom fields that the company has: script id to field type and what it applies to (`bodysale`). */
  readonly fields?: Readonly<Record<string, readonly [type: string, ...appliesTo: string[]]>>;
  /** Custom record types that the company has, as SDF objects. */
  readonly objects?: readonly string[];
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
  readonly expect: readonly Expectation[];
  /** What `expect` says, in words. */
  readonly asserted: string;
}

/** What every company has before a script comes: a customer, items and what they need, kept under their names. */
export function companySteps(): Step[] {
  return JSON.parse(readFileSync(join('tools', 'compatibility', 'company.json'), 'utf8')) as Step[];
}

/** The public scripts, one file for each, by name. */
export function publicScripts(folder = join('tools', 'compatibility', 'scripts')): PublicScript[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      id: name.replace(/\.json$/, ''),
      ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<PublicScript, 'id'>),
    }));
}
