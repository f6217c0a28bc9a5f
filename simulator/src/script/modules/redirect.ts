import { call } from '../host';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';
import { redirectCurrent } from './currentResponse';
import { required } from './ui/arguments';
import { withParameters } from './url';

type Parameters = Record<string, unknown>;

const implemented = {
  redirect: (options: { url: string; parameters?: Parameters }): void => {
    const { url, parameters } = required('redirect.redirect', options, 'url');
    redirectCurrent('N/redirect.redirect', withParameters(String(url), parameters ?? {}));
  },
  toRecord: (options: { id: string | number; type: string; isEditMode?: boolean; parameters?: Parameters }): void => {
    const { id, type, isEditMode, parameters } = required('redirect.toRecord', options, 'id', 'type');
    const target = { recordType: type, recordId: id, isEditMode: isEditMode === true, params: parameters ?? {} };
    redirectCurrent('N/redirect.toRecord', call('url.resolveRecord', target));
  },
  toSuitelet: (options: {
    scriptId: string;
    deploymentId: string;
    isExternal?: boolean;
    parameters?: Parameters;
  }): void => {
    const { scriptId, deploymentId, isExternal, parameters } = required(
      'redirect.toSuitelet',
      options,
      'scriptId',
      'deploymentId',
    );
    const target = { scriptId, deploymentId, returnExternalUrl: isExternal === true, params: parameters ?? {} };
    redirectCurrent('N/redirect.toSuitelet', call('url.resolveScript', target));
  },
  toTaskLink: (options: { id: string; parameters?: Parameters }): void => {
    const { id, parameters } = required('redirect.toTaskLink', options, 'id');
    redirectCurrent('N/redirect.toTaskLink', call('url.resolveTaskLink', { id, params: parameters ?? {} }));
  },
} satisfies Partial<Module<typeof import('N/redirect')>>;

const LACKING = ['toRecordTransform', 'toSavedSearch', 'toSavedSearchResult', 'toSearch', 'toSearchResult'] as const;

export const lacks: Lacks<typeof import('N/redirect'), typeof implemented, (typeof LACKING)[number]> = true;

/** N/redirect (section_4424988740 and its siblings): where the browser goes after a Suitelet. */
export const redirect = defineModule('N/redirect', implemented, LACKING);
