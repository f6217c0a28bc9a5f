import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as nue from '../../src/platforms/nue/schema';
import * as zuora from '../../src/platforms/zuora/dialects/objectQuery/schema';
import {
  intakeSchema,
  publishedRequestSchema,
  responseSchema,
  transferPageSchema,
  transferSchema,
  withdrawalSchema,
} from '../../src/transfers/request';

type Json = Readonly<Record<string, unknown>>;

const deployment = [
  queryParameter('script', 'The script, by its id.', { const: 'customscript_obc_inbound' }, true),
  queryParameter('deploy', 'The deployment, by its id.', { const: 'customdeploy_obc_inbound' }, true),
];

const documentKey = [
  queryParameter('connection', 'Key of the connection, for example zuora.', { type: 'string' }),
  queryParameter('kind', 'Kind of the document, for example invoice.', { type: 'string' }),
  queryParameter('id', "The platform's id of the document.", { type: 'string' }),
];

/** The OpenAPI 3.1 description of the inbound RESTlet, of that version. */
export function describeApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Billing Connector for NetSuite: inbound RESTlet',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        "Takes documents of a billing platform, the platform's own objects as they are. A document that is answered " +
        'accepted is stored. In immediate mode small calls are posted before they are answered; else it is posted after ' +
        'the call, in scheduled mode within ten minutes.',
    },
    servers: [
      {
        url: 'https://{account}.restlets.api.netsuite.com',
        variables: { account: { default: '1234567', description: 'Account id, lower case, with - for _.' } },
      },
    ],
    security: [{ oauth2: ['restlets'] }],
    paths: { '/app/site/hosting/restlet.nl': { parameters: deployment, post, put, get, delete: withdraw } },
    components: {
      securitySchemes: {
        oauth2: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: 'https://{account}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
              scopes: { restlets: 'Call RESTlets' },
            },
          },
        },
      },
      schemas: {
        Request: jsonSchema(publishedRequestSchema),
        Response: jsonSchema(responseSchema),
        Transfer: jsonSchema(transferSchema),
        TransferPage: jsonSchema(transferPageSchema),
        Intake: jsonSchema(intakeSchema),
        Withdrawal: jsonSchema(withdrawalSchema),
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
        NueInvoice: jsonSchema(nue.invoiceSchema),
        ZuoraInvoice: jsonSchema(zuora.invoiceSchema),
      },
    },
  };
}

const refusal = answer(
  'The request is refused as a whole, or the account is busy (SSS_REQUEST_LIMIT_EXCEEDED).',
  'Error',
);

const post = {
  summary: 'Send documents',
  description:
    'The results are in the order of the documents. A bad document never rejects its neighbours. In immediate mode ' +
    'the status is Transferred, with the record, for what was posted within the call; what goes wrong while posting ' +
    'never turns accepted into an error.',
  requestBody: { required: true, content: { 'application/json': { schema: reference('Request') } } },
  responses: { 200: answer('What became of each document.', 'Response'), 400: refusal },
};

const put = { ...post, summary: 'Send newer versions of documents' };

const get = {
  summary: 'Read transfers',
  description:
    'With transfer, or connection, kind and id: one transfer. With intake: an intake and its transfers. With ' +
    'connection and status: a page of transfers, newest first.',
  parameters: [
    queryParameter('transfer', 'Internal id of a transfer.', { type: 'integer' }),
    ...documentKey,
    queryParameter('intake', 'Internal id of an intake.', { type: 'integer' }),
    queryParameter('status', 'Status of the transfers to list.', { type: 'string' }),
    queryParameter('page', 'Page, from 1.', { type: 'integer', minimum: 1 }),
  ],
  responses: {
    200: {
      description: 'What was asked for.',
      content: {
        'application/json': {
          schema: { oneOf: [reference('Transfer'), reference('TransferPage'), reference('Intake')] },
        },
      },
    },
    400: refusal,
  },
};

const withdraw = {
  summary: 'Withdraw a document that is not yet transferred',
  parameters: documentKey,
  responses: { 200: answer('The document is withdrawn.', 'Withdrawal'), 400: refusal },
};

function answer(description: string, schema: string): Json {
  return { description, content: { 'application/json': { schema: reference(schema) } } };
}

function reference(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

function queryParameter(name: string, description: string, schema: Json, required = false): Json {
  return { name, in: 'query', description, required, schema };
}

/** What a sender may write. Rules that JSON Schema cannot say (exact decimals, calendar days) are left to the RESTlet. */
function jsonSchema(schema: GenericSchema): Json {
  const { $schema: _, ...description } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return description;
}
