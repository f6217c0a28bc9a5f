import { isFeatureInEffect } from '../../company/settings';
import type { Account } from '../../kernel/account';

/** Feature of schedules and templates, the classic regime. */
export const CLASSIC = 'REVENUERECOGNITION';
/** Advanced Revenue Management (Essentials): arrangements, elements and plans (section_4331936670). */
export const ADVANCED = 'ADVANCEDREVENUERECOGNITION';

/** True with the feature Revenue Recognition. */
export function isClassic(account: Pick<Account, 'store'>): boolean {
  return isFeatureInEffect(account, CLASSIC);
}

/** True with the feature Advanced Revenue Management (Essentials). */
export function isAdvanced(account: Pick<Account, 'store'>): boolean {
  return isFeatureInEffect(account, ADVANCED);
}
