import type { Lacks, Module } from '../../moduleTypes';
import { defineModule } from '../../unsupported';

const implemented = {} satisfies Partial<Module<typeof import('N/ui/dialog')>>;

export const lacks: Lacks<typeof import('N/ui/dialog'), typeof implemented, 'alert' | 'confirm' | 'create'> = true;

/** N/ui/dialog exists in the browser alone (section_1518470197); a server script may name it, not use it. */
export const dialog = defineModule('N/ui/dialog', implemented, ['alert', 'confirm', 'create']);
