import { NetSuiteError } from '../../kernel/errors';

/** Something in a project that a deployment would report. */
export interface Problem {
  /** Path within the project, `Objects/customscript_x.xml`. */
  readonly file: string;
  /** Script id of the object, where the problem belongs to one. */
  readonly object: string | null;
  readonly message: string;
}

/** A project that cannot be installed, with every problem that was found. Nothing of it has been installed. */
export class DeploymentError extends NetSuiteError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('SDF_DEPLOYMENT_FAILED', problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** One line for people: `Objects/customscript_x.xml (customscript_x): ...`. */
export function describeProblem({ file, object, message }: Problem): string {
  return `${file}${object === null ? '' : ` (${object})`}: ${message}`;
}

/** Collects what is found while a project is checked. */
export class Problems {
  readonly errors: Problem[] = [];
  readonly warnings: Problem[] = [];

  error(file: string, object: string | null, message: string): void {
    this.errors.push({ file, object, message });
  }

  warning(file: string, object: string | null, message: string): void {
    this.warnings.push({ file, object, message });
  }

  /** @throws DeploymentError with all errors so far, if there are any */
  stopAtErrors(): void {
    if (this.errors.length > 0) throw new DeploymentError(this.errors);
  }
}
