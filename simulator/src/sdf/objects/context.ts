import type { Account } from '../../kernel/account';
import type { Project, ProjectObject } from '../project/project';

/** What the installers of objects work with. */
export interface InstallContext {
  readonly account: Account;
  readonly project: Project;
  /** Application id that the objects will belong to. */
  readonly application: string;
  /** Internal id of the user who installs; the owner of the scripts. */
  readonly owner: string;
}

/**
 * How objects of one type are installed. Objects may refer to each other in circles, so there are three rounds over all
 * objects: first what others refer to is made, then everything is filled in, then what needs all of it.
 */
export interface ObjectInstaller {
  readonly declare?: (context: InstallContext, object: ProjectObject) => void;
  readonly install?: (context: InstallContext, object: ProjectObject) => void;
  readonly complete?: (context: InstallContext, object: ProjectObject) => void;
}
