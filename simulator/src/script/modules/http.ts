import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';
import { requestMethods } from './clientRequest';
import { CacheDuration, Method, RedirectType } from './httpEnums';

const implemented = { ...requestMethods('http'), CacheDuration, Method, RedirectType };

export const lacks: Lacks<typeof import('N/http'), typeof implemented, never> = true;

/** N/http (section_4296361104). */
export const http = defineModule('N/http', implemented);
