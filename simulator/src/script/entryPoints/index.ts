import type { ScriptType } from '../../kernel/execution';
import type { EntryPointKind } from './entryPoint';
import { mapReduceEntryPoints } from './mapReduce';
import { restletEntryPoints } from './restlet';
import { simpleEntryPoints } from './simple';
import { suiteletEntryPoints } from './suitelet';
import { userEventEntryPoints } from './userEvent';

/** How the scripts of each type are called. */
export const entryPoints: Readonly<Partial<Record<ScriptType, EntryPointKind>>> = {
  RESTLET: restletEntryPoints,
  SUITELET: suiteletEntryPoints,
  MAPREDUCE: mapReduceEntryPoints,
  SCHEDULED: simpleEntryPoints,
  USEREVENT: userEventEntryPoints,
  SDFINSTALLATION: simpleEntryPoints,
};
