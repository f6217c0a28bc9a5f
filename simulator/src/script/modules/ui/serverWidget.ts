import type { Lacks } from '../../moduleTypes';
import { defineModule } from '../../unsupported';
import * as enumerations from './enums';
import { Form } from './form';
import { List } from './list';

const implemented = {
  ...enumerations,
  createForm: (options: { title: string; hideNavBar?: boolean }): Form => new Form(options),
  createList: (options: { title: string; hideNavBar?: boolean }): List => new List(options),
};

export const lacks: Lacks<typeof import('N/ui/serverWidget'), typeof implemented, 'createAssistant'> = true;

/** N/ui/serverWidget (section_4321345532). Pages are built as plain data; `ui/` in the account renders them. */
export const serverWidget = defineModule('N/ui/serverWidget', implemented, ['createAssistant']);
