import type { AccountOptions, SimulatedAccount } from '../../../src/index';
import type { ScriptSetup } from './scripts';
import type { Site } from './site';

/** Which part of NetSuite a rule belongs to. */
export type Paragraph = 'Accounting' | 'Execution' | 'Saying no' | 'Reading' | 'Determinism';

/** Switches a rule off: a change of one source file of the simulator. */
export interface Switch {
  /** Path from the folder of the simulator, `src/scripts/limits.ts`. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** One rule of Oracle's documentation, and how it shows. */
export interface ConformanceCase {
  /** Stable name, in words joined by hyphens. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly rule: string;
  readonly without: Switch;
  /** Throws where the simulator does not keep the rule. */
  run(api: Api): Promise<void>;
}

/** The rules of one page of Oracle's documentation. */
export interface ConformancePage {
  readonly paragraph: Paragraph;
  /** `section_4480364878`: the page's address is `https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/<page>.html`.
   * What only the simulator has begins with `simulator` and stands in docs/simulator.md. */
  readonly page: string;
  readonly title: string;
  readonly cases: readonly ConformanceCase[];
}

/** What a case may use: a build of the simulator, by its public API. */
export interface Build {
  createAccount(options?: AccountOptions): Promise<SimulatedAccount>;
}

export interface SiteSetup extends AccountOptions {
  readonly scripts?: readonly ScriptSetup[];
  /** Further objects of the project, as XML. */
  readonly objects?: readonly string[];
  /** Further files in the SuiteApp's folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Api {
  /** An account with the demo company and a SuiteApp of these scripts. It is closed after the case. */
  site(setup?: SiteSetup): Promise<Site>;
  /**
   * Runs the body of a function in a RESTlet of a fresh account and gives what it returns, by way of JSON. N/* modules
   * are there by their names, and `caught(work)` and `units(work)`; see `scripts.ts`.
   */
  script(body: string, setup?: SiteSetup): Promise<unknown>;
}
