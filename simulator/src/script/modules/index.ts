import { unsupported } from '../unsupported';
import { cache } from './cache';
import { config } from './config';
import { crypto } from './crypto';
import { currency } from './currency';
import { email } from './email';
import { encode } from './encode';
import { error } from './error';
import { file } from './file';
import { formatModule } from './format';
import { http } from './http';
import { https } from './https';
import { log } from './log';
import { query } from './query';
import { recognition } from './recognition';
import { record } from './record';
import { redirect } from './redirect';
import { runtime } from './runtime';
import { restlet } from './scriptTypes/restlet';
import { search } from './search';
import { task } from './task';
import { transaction } from './transaction';
import { dialog } from './ui/dialog';
import { message } from './ui/message';
import { serverWidget } from './ui/serverWidget';
import { url } from './url';
import { util } from './util';

/** The modules that the simulator has, by the names under which scripts ask for them. */
export const modules: Readonly<Record<string, object>> = {
  'N/cache': cache,
  'N/config': config,
  'N/crypto': crypto,
  'N/currency': currency,
  'N/email': email,
  'N/encode': encode,
  'N/error': error,
  'N/file': file,
  'N/format': formatModule,
  'N/http': http,
  'N/https': https,
  'N/log': log,
  'N/query': query,
  'N/record': record,
  'N/redirect': redirect,
  'N/runtime': runtime,
  'N/scriptTypes/restlet': restlet,
  'N/task': task,
  'N/task/accounting/recognition': recognition,
  'N/search': search,
  'N/transaction': transaction,
  'N/ui/dialog': dialog,
  'N/ui/message': message,
  'N/ui/serverWidget': serverWidget,
  'N/url': url,
  'N/util': util,
};

/** All of NetSuite's modules. A script may name any in `define`; what the simulator lacks throws when it is used. */
const NAMES = `action auth cache certificateControl commerce/recordView compress config crypto crypto/certificate
  crypto/random currency currentRecord dataset datasetLink documentCapture email encode error file format format/i18n
  http https https/clientCertificate keyControl llm log machineTranslation manufacturing/productionCharges pgp piremoval
  plugin portlet query record recordContext redirect render runtime scriptTypes/restlet search sftp sso suiteAppInfo
  task task/accounting/recognition transaction translation ui/dialog ui/message ui/serverWidget url util workbook
  workflow xml`
  .split(/\s+/)
  .map((name) => `N/${name}`);

/** The module `N/...`, or undefined when NetSuite has none of that name. */
export function moduleNamed(name: string): object | undefined {
  return modules[name] ?? (NAMES.includes(name) ? unsupported(name) : undefined);
}

/** What `define(['N'])` gives: every module by its place, `N.record`, `N.ui.serverWidget`. */
export function moduleTree(): object {
  const tree: Record<string, object> = {};
  for (const name of NAMES) {
    const [first, second, ...deeper] = name.split('/').slice(1);
    if (first === undefined || deeper.length > 0) continue;
    if (second === undefined) tree[first] = moduleNamed(name) ?? {};
    else tree[first] = { ...tree[first], [second]: moduleNamed(name) };
  }
  return tree;
}
