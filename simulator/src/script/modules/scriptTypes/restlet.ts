import { missingArgument } from '../../errors';
import type { Lacks, Module } from '../../moduleTypes';
import { defineModule } from '../../unsupported';

/** A RESTlet's answer with a content type of its choice (section_0223111542). */
export class Response {
  constructor(
    readonly content: string,
    readonly contentType: string,
  ) {
    Object.freeze(this);
  }
}

function createResponse(options: { readonly content: string; readonly contentType: string }): Response {
  if (options?.content === undefined) throw missingArgument('restlet.createResponse', 'content');
  if (options.contentType === undefined) throw missingArgument('restlet.createResponse', 'contentType');
  return new Response(String(options.content), String(options.contentType));
}

const implemented = { createResponse } satisfies Partial<Module<typeof import('N/scriptTypes/restlet')>>;

export const restlet = defineModule('N/scriptTypes/restlet', implemented);
export const lacks: Lacks<typeof import('N/scriptTypes/restlet'), typeof implemented, never> = true;
