import { call } from '../host';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';
import { enumerated, required } from './ui/arguments';

/** An address with parameters behind those that it has already. */
export function withParameters(address: string, params: Record<string, unknown>): string {
  const query = Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

const HostType = Object.freeze({
  APPLICATION: 'APPLICATION',
  CUSTOMER_CENTER: 'CUSTOMER_CENTER',
  FORM: 'FORM',
  RESTLET: 'RESTLET',
  SUITETALK: 'SUITETALK',
});

interface ScriptTarget {
  scriptId: string | number;
  deploymentId: string | number;
  params?: Record<string, unknown>;
  returnExternalUrl?: boolean;
}

interface RecordTarget {
  recordType: string;
  recordId?: string | number;
  isEditMode?: boolean;
  params?: Record<string, unknown>;
}

const implemented = {
  HostType,
  /** An address with the parameters behind it (section_4358552918). */
  format: (options: { domain: string; params: Record<string, unknown> }): string => {
    const { domain, params } = required('url.format', options, 'domain', 'params');
    return withParameters(String(domain), params);
  },
  /** The domain for a kind of use (section_4358552918). Locally all are the one that the account listens at. */
  resolveDomain: (options: { hostType: unknown; accountId?: string }): string => {
    const { hostType, accountId } = required('url.resolveDomain', options, 'hostType');
    return call('url.resolveDomain', { hostType: enumerated(HostType, hostType), accountId: accountId ?? null });
  },
  /** Address of a record's page, of a new record where no id is given (section_4358667680). */
  resolveRecord: (options: RecordTarget): string => {
    const { recordType, recordId, isEditMode, params } = required('url.resolveRecord', options, 'recordType');
    return call('url.resolveRecord', {
      recordType: String(recordType),
      recordId: recordId ?? null,
      isEditMode: isEditMode === true,
      params: params ?? {},
    });
  },
  /** Address of a Suitelet or RESTlet (section_4358672433). */
  resolveScript: (options: ScriptTarget): string => {
    const { scriptId, deploymentId, params, returnExternalUrl } = required(
      'url.resolveScript',
      options,
      'scriptId',
      'deploymentId',
    );
    return call('url.resolveScript', {
      scriptId,
      deploymentId,
      params: params ?? {},
      returnExternalUrl: returnExternalUrl === true,
    });
  },
  /** Address of a page of NetSuite's own (section_4358672296); few are known here. */
  resolveTaskLink: (options: { id: string; params?: Record<string, unknown> }): string => {
    const { id, params } = required('url.resolveTaskLink', options, 'id');
    return call('url.resolveTaskLink', { id, params: params ?? {} });
  },
} satisfies Partial<Module<typeof import('N/url')>>;

export const lacks: Lacks<typeof import('N/url'), typeof implemented, never> = true;

/** N/url (section_4358552918). */
export const url = defineModule('N/url', implemented);
