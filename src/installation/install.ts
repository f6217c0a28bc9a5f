import { privateFolder } from '../netsuite/privateFolder';
import { activateNewConnections } from './activation';
import { makeMissingLanes } from './lanes';
import { migrate } from './migrations';

/**
 * What follows an installation or upgrade: the defaults that objects cannot bring, then what stored rows need. May run
 * again: what is there stays as it is. About 100 units of the 10,000 (section_1548438348).
 * @param fromVersion the version that was installed before; null for a first installation
 */
export function afterInstallation(fromVersion: string | null): void {
  makeMissingLanes();
  privateFolder();
  activateNewConnections();
  if (fromVersion !== null) migrate(fromVersion);
}
