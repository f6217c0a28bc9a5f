import { Encoding } from '../bytes';
import type { Lacks } from '../moduleTypes';
import { withPromise } from '../promises';
import { defineModule } from '../unsupported';
import { requestMethods } from './clientRequest';
import { crypto } from './crypto';
import { CacheDuration, Method, RedirectType } from './httpEnums';
import { SecureString } from './secureString';

const implemented = {
  ...requestMethods('https'),
  createSecretKey: withPromise((options: { guid?: string; secret?: string; encoding?: string }) =>
    crypto.createSecretKey(options),
  ),
  createSecureString: withPromise(
    (options: { input: string; inputEncoding?: string }): SecureString => new SecureString(options),
  ),
  CacheDuration,
  Encoding,
  Method,
  RedirectType,
};

const LACKING = ['requestRestlet', 'requestSuitelet', 'requestSuiteTalkRest'] as const;

export const lacks: Lacks<typeof import('N/https'), typeof implemented, (typeof LACKING)[number]> = true;

/** N/https (section_4418229131). */
export const https = defineModule('N/https', implemented, LACKING);
