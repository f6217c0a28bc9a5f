import { callEntryPoint, type EntryPointKind } from './entryPoint';

/**
 * Scheduled scripts, `execute({ type })` (section_4407979858), and SDF installation scripts,
 * `run({ fromVersion, toVersion })` (section_1548438348): what they return counts for nothing.
 */
export const simpleEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input) => callEntryPoint(script, entryPoint, input, () => null),
};
