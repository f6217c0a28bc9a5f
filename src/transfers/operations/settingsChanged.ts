import { mayPost } from '../../netsuite/callers';
import { changeSettings } from '../../settings/change';
import type { SettingsResponse } from '../../settings/request';
import { submitPosting } from '../runs/submit';

/**
 * Changes the settings of a connection, and starts a posting run, which finds what was held for want of them. In a role
 * that may not post the next schedule finds it. Up to 20 units beside those of the change.
 * @throws INVALID_REQUEST for a body that is no request
 */
export function changeSettingsAndResume(body: unknown, platformNames: readonly string[]): SettingsResponse {
  const response = changeSettings(body, platformNames);
  if (response.outcome === 'saved' && mayPost()) submitPosting({ withScheduledMode: false, isFollowUp: false });
  return response;
}
