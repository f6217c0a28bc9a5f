import { platforms } from './index';

/** Names of the platforms, as people choose them in the settings. */
export function platformNames(): readonly string[] {
  return Array.from(platforms.values(), (platform) => platform.name);
}
