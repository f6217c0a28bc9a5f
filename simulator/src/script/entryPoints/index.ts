import type { ScriptType } from '../../kernel/execution';
import type { EntryPointKind } from './entryPoint';
import { mapReduceEntryPoints } from './mapReduce';
import { restletEntryPoints } from './restlet';
import { simpleEntryPoints } from './simple';

/** How the scripts of each type are called. */
export const entryPoints: Readonly<Partial<Record<ScriptType, EntryPointKind>>> = {
  RESTLET: restletEntryPoints,
  MAPREDUCE: mapReduceEntryPoints,
  SCHEDULED: simpleEntryPoints,
  SDFINSTALLATION: simpleEntryPoints,
};
