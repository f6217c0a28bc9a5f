import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

export type Json = Readonly<Record<string, unknown>>;

/** What the descriptions of all RESTlets have in common: address, login, version. */
export function frame(version: string, title: string, description: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: `Billing Connector for NetSuite: ${title}`,
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description,
    },
    servers: [
      {
        url: 'https://{account}.restlets.api.netsuite.com',
        variables: { account: { default: '1234567', description: 'Account id, lower case, with - for _.' } },
      },
    ],
    security: [{ oauth2: ['restlets'] }],
  };
}

export const securitySchemes: Json = {
  oauth2: {
    type: 'oauth2',
    flows: {
      clientCredentials: {
        tokenUrl: 'https://{account}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
        scopes: { restlets: 'Call RESTlets' },
      },
    },
  },
};

/** NetSuite's answer where a call fails as a whole. */
export const errorSchema: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' } },
    },
  },
};

/** The query parameters by which NetSuite finds a RESTlet. */
export function deploymentOf(name: string): readonly Json[] {
  return [
    queryParameter('script', 'The script, by its id.', { const: `customscript_obc_${name}` }, true),
    queryParameter('deploy', 'The deployment, by its id.', { const: `customdeploy_obc_${name}` }, true),
  ];
}

export function answer(description: string, schema: string): Json {
  return { description, content: { 'application/json': { schema: reference(schema) } } };
}

export const refusal = answer(
  'The request is refused as a whole, or the account is busy (SSS_REQUEST_LIMIT_EXCEEDED).',
  'Error',
);

export function reference(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

export function queryParameter(name: string, description: string, schema: Json, required = false): Json {
  return { name, in: 'query', description, required, schema };
}

/** What a sender may write. Rules that JSON Schema cannot say (exact decimals, calendar days) are left to the RESTlet. */
export function jsonSchema(schema: GenericSchema): Json {
  const { $schema: _, ...description } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return description;
}
