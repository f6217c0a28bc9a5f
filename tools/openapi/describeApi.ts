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
import {
  answer,
  deploymentOf,
  errorSchema,
  frame,
  type Json,
  jsonSchema,
  queryParameter,
  reference,
  refusal,
  securitySchemes,
} from './parts';

const documentKey = [
  queryParameter('connection', 'Key of the connection, for example zuora.', { type: 'string' }),
  queryParameter('kind', 'Kind of the document, for example invoice.', { type: 'string' }),
  queryParameter('id', "The platform's id of the document.", { type: 'string' }),
];

/** The OpenAPI 3.1 description of the inbound RESTlet, of that version. */
export function describeApi(version: string): Json {
  return {
    ...frame(
      version,
      'inbound RESTlet',
      "Takes documents of a billing platform, the platform's own objects as they are. A document that is answered " +
        'accepted is stored. In immediate mode small calls are posted before they are answered; else it is posted after ' +
        'the call, in scheduled mode within ten minutes.',
    ),
    paths: {
      '/app/site/hosting/restlet.nl': { parameters: deploymentOf('inbound'), post, put, get, delete: withdraw },
    },
    components: {
      securitySchemes,
      schemas: {
        Request: jsonSchema(publishedRequestSchema),
        Response: jsonSchema(responseSchema),
        Transfer: jsonSchema(transferSchema),
        TransferPage: jsonSchema(transferPageSchema),
        Intake: jsonSchema(intakeSchema),
        Withdrawal: jsonSchema(withdrawalSchema),
        Error: errorSchema,
        NueInvoice: jsonSchema(nue.invoiceSchema),
        NueCreditMemo: jsonSchema(nue.creditMemoSchema),
        ZuoraInvoice: jsonSchema(zuora.invoiceSchema),
      },
    },
  };
}

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
