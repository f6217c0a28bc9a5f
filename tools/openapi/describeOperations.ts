import {
  operationRequestSchema,
  operationResponseSchema,
  operationStateSchema,
} from '../../src/transfers/operations/request';
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

/** The OpenAPI 3.1 description of the RESTlet of operations, of that version. */
export function describeOperations(version: string): Json {
  return {
    ...frame(
      version,
      'operations RESTlet',
      'What people do with transfers: retry, hold, release, cancel, mark as transferred, edit the payload. Up to 25 ' +
        'transfers are changed in the call; more become a stored operation, whose progress can be asked for.',
    ),
    paths: { '/app/site/hosting/restlet.nl': { parameters: deploymentOf('operate'), post, get } },
    components: {
      securitySchemes,
      schemas: {
        Request: jsonSchema(operationRequestSchema),
        Response: jsonSchema(operationResponseSchema),
        Operation: jsonSchema(operationStateSchema),
        Error: errorSchema,
      },
    },
  };
}

const post = {
  summary: 'Do an operation',
  description:
    'Give either transfers (internal ids) or a filter; mark and edit take one transfer. Why is kept in the history of ' +
    'each transfer.',
  requestBody: { required: true, content: { 'application/json': { schema: reference('Request') } } },
  responses: {
    200: answer('What became of each transfer, or the stored operation that does it in the background.', 'Response'),
    400: refusal,
  },
};

const get = {
  summary: 'Ask how a stored operation stands',
  parameters: [queryParameter('operation', 'Id of the stored operation.', { type: 'integer' }, true)],
  responses: {
    200: answer('How it stands; left is counted from the transfers themselves.', 'Operation'),
    400: refusal,
  },
};
