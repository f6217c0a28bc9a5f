import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { restlet } from '../../harness/scripts';
import type { Site } from '../../harness/site';

const PATH = '/app/site/hosting/restlet.nl?script=customscript_rest&deploy=customdeploy_rest';
const RESTLET = 'src/scripts/restlet.ts';
const THROWS = "function () { throw error.create({ name: 'MY_CODE', message: 'a < b' }); }";

const site = (api: Api, entryPoints: string): Promise<Site> => api.site({ scripts: [restlet(entryPoints)] });
const typed = (contentType: string) => ({ contentType });

export const restletErrors: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4634920277',
  title: 'SuiteScript 2.1 RESTlet Error Handling',
  cases: [
    {
      id: 'restlet-200',
      rule: 'A RESTlet that returns answers 200, also where it caught an error.',
      without: {
        file: RESTLET,
        find: "return { status: 200, contentType: answerType, body: output.text };\n    case 'text20'",
        replace: "return { status: 201, contentType: answerType, body: output.text };\n    case 'text20'",
      },
      run: async (api) => {
        const answer = await (
          await site(
            api,
            "{ post: function () { return caught(function () { record.load({ type: 'customer', id: 99999 }); }); } }",
          )
        ).call('POST', {});
        equal([answer.status, answer.body], [200, 'RCRD_DSNT_EXIST']);
      },
    },
    {
      id: 'restlet-400-uncaught-error',
      rule: 'An error that a RESTlet does not catch answers 400 with its code and message.',
      without: {
        file: RESTLET,
        find: 'return errorAnswer(400, outcome.error, answerType);\n}',
        replace: 'return errorAnswer(500, outcome.error, answerType);\n}',
      },
      run: async (api) => {
        const answer = await (await site(api, `{ post: ${THROWS} }`)).call('POST', {});
        equal([answer.status, JSON.parse(answer.body)], [400, { error: { code: 'MY_CODE', message: 'a < b' } }]);
      },
    },
    {
      id: 'restlet-400-get-with-body',
      rule: 'A GET request with a body answers 400.',
      without: { file: RESTLET, find: 'if (hasBody && !takesBody) {', replace: 'if (false) {' },
      run: async (api) => {
        const answer = await (await site(api, '{ get: function () { return "got"; } }')).call('GET', { a: 1 });
        equal(answer.status, 400);
      },
    },
    {
      id: 'restlet-401-no-login',
      rule: 'A call without a valid login answers 401.',
      without: {
        file: 'src/http/restlet.ts',
        find: "refuse(401, 'INVALID_LOGIN_ATTEMPT'",
        replace: "refuse(400, 'INVALID_LOGIN_ATTEMPT'",
      },
      run: async (api) => {
        const rest = await site(api, '{ get: function () { return "got"; } }');
        const answer = await rest.http(PATH, { headers: { Authorization: 'Bearer nonsense' } });
        equal(answer.status, 401);
      },
    },
    {
      id: 'restlet-invalid-login-attempt',
      rule: 'Wrong values in the authorization header are INVALID_LOGIN_ATTEMPT.',
      without: {
        file: 'src/http/restlet.ts',
        find: "refuse(401, 'INVALID_LOGIN_ATTEMPT', 'Invalid login attempt.')",
        replace: "refuse(401, 'INVALID_LOGIN_CREDENTIALS', 'Invalid login attempt.')",
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return {}; } }');
        const headers = { Authorization: 'Bearer nonsense', 'Content-Type': 'application/json' };
        const answer = await rest.http(PATH, { method: 'POST', body: '{}', headers });
        equal(await answer.json(), { error: { code: 'INVALID_LOGIN_ATTEMPT', message: 'Invalid login attempt.' } });
      },
    },
    {
      id: 'restlet-404-no-such-script',
      rule: 'A script or deployment that is not there answers 404 and SSS_INVALID_SCRIPTLET_ID.',
      without: {
        file: RESTLET,
        find: "if (deployment?.scriptType !== 'RESTLET') return errorAnswer(404, INVALID_SCRIPT, answerType);",
        replace: "if (deployment?.scriptType !== 'RESTLET') return errorAnswer(400, INVALID_SCRIPT, answerType);",
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return {}; } }');
        const answer = await rest.call('POST', {}, { deploy: 'customdeploy_none' });
        equal([answer.status, JSON.parse(answer.body).error.code], [404, 'SSS_INVALID_SCRIPTLET_ID']);
      },
    },
    {
      id: 'restlet-405-no-such-function',
      rule: 'A method for which the RESTlet has no function answers 405.',
      without: {
        file: RESTLET,
        find: "return refuse(405, 'METHOD_NOT_ALLOWED', `The RESTlet has no function",
        replace: "return refuse(400, 'METHOD_NOT_ALLOWED', `The RESTlet has no function",
      },
      run: async (api) => {
        equal((await (await site(api, '{ get: function () { return ""; } }')).call('POST', {})).status, 405);
      },
    },
    {
      id: 'restlet-405-other-methods',
      rule: 'A method other than GET, POST, PUT and DELETE answers 405.',
      without: {
        file: RESTLET,
        find: 'if (!entryPoint) return refuse(405,',
        replace: 'if (!entryPoint) return refuse(400,',
      },
      run: async (api) => {
        const rest = await site(api, '{ get: function () { return ""; }, post: function () { return {}; } }');
        equal(
          (await rest.http(PATH, { method: 'PATCH', body: '{}', headers: { 'Content-Type': 'application/json' } }))
            .status,
          405,
        );
      },
    },
    {
      id: 'restlet-415-content-type',
      rule: 'A content type that RESTlets do not know answers 415.',
      without: {
        file: RESTLET,
        find: "const CONTENT_TYPES = ['application/json', 'application/xml', 'text/plain'];",
        replace: "const CONTENT_TYPES = ['application/json', 'application/xml', 'text/plain', 'text/csv'];",
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return ""; } }');
        equal((await rest.call('POST', 'a,b', typed('text/csv'))).status, 415);
      },
    },
    {
      id: 'restlet-error-as-xml',
      rule: 'To a request in XML, an error is an XML element with code and message.',
      without: { file: RESTLET, find: '`<error><code>', replace: '`<fault><code>' },
      run: async (api) => {
        const answer = await (await site(api, `{ post: ${THROWS} }`)).call('POST', '<a/>', typed('application/xml'));
        equal(answer.body, '<error><code>MY_CODE</code><message>a &lt; b</message></error>');
      },
    },
    {
      id: 'restlet-error-as-text',
      rule: 'To a request in plain text, an error is a line for its code and one for its message.',
      without: {
        file: RESTLET,
        find: '`error code: ${name}\\nerror message',
        replace: '`code: ${name}\\nerror message',
      },
      run: async (api) => {
        const answer = await (await site(api, `{ post: ${THROWS} }`)).call('POST', 'x', typed('text/plain'));
        equal(answer.body, 'error code: MY_CODE\nerror message: a < b');
      },
    },
    {
      id: 'restlet-invalid-return-data-format',
      rule: 'An object returned to a request that is no JSON is INVALID_RETURN_DATA_FORMAT.',
      without: {
        file: RESTLET,
        find: "if (answerType === 'application/json') return { status: 200",
        replace: 'if (answerType) return { status: 200',
      },
      run: async (api) => {
        const answer = await (await site(api, '{ post: function () { return { a: 1 }; } }')).call(
          'POST',
          'x',
          typed('text/plain'),
        );
        holds(answer.status === 400 && answer.body.startsWith('error code: INVALID_RETURN_DATA_FORMAT'), answer);
      },
    },
  ],
};

export const contentType: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4619215993',
  title: 'Creating a Content-Type Header',
  cases: [
    {
      id: 'content-type-required',
      rule: 'A request with a body and without a content type answers 415.',
      without: {
        file: RESTLET,
        find: '(takesBody || type !== null) && (type === null ||',
        replace: 'type !== null && (',
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return ""; } }');
        const body = new TextEncoder().encode('{}');
        equal((await rest.http(PATH, { method: 'POST', body })).status, 415);
      },
    },
    {
      id: 'content-type-minds-case',
      rule: 'Content types mind upper and lower case.',
      without: {
        file: RESTLET,
        find: "return contentType?.split(';')[0]?.trim() ?? null;",
        replace: "return contentType?.split(';')[0]?.trim().toLowerCase() ?? null;",
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return {}; } }');
        equal((await rest.call('POST', '{}', typed('Application/JSON'))).status, 415);
      },
    },
    {
      id: 'json-body-is-an-object',
      rule: 'A body in JSON comes to the RESTlet as an object, one in plain text as a text.',
      without: {
        file: RESTLET,
        find: "if (type !== 'application/json') return { value: body };",
        replace: 'return { value: body };',
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function (body) { return typeof body; } }');
        const types = [await rest.call('POST', { a: 1 }), await rest.call('POST', '{"a":1}', typed('text/plain'))];
        equal(
          types.map(({ body }) => body),
          ['object', 'string'],
        );
      },
    },
    {
      id: 'answer-follows-the-request',
      rule: 'The answer has the content type of the request.',
      without: {
        file: RESTLET,
        find: "return type !== null && CONTENT_TYPES.includes(type) ? type : 'text/plain';",
        replace: "return 'text/plain';",
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function () { return "<a/>"; } }');
        equal((await rest.call('POST', '<a/>', typed('application/xml'))).contentType, 'application/xml');
      },
    },
    {
      id: 'answer-without-body-is-text',
      rule: 'Without a request body the answer is plain text.',
      without: {
        file: RESTLET,
        find: "CONTENT_TYPES.includes(type) ? type : 'text/plain'",
        replace: "CONTENT_TYPES.includes(type) ? type : 'application/json'",
      },
      run: async (api) => {
        const rest = await site(api, '{ get: function (parameters) { return "got " + parameters.a; } }');
        const answer = await rest.call('GET', undefined, { parameters: { a: '1' } });
        equal([answer.contentType, answer.body], ['text/plain', 'got 1']);
      },
    },
    {
      id: 'create-response-sets-the-type',
      rule: 'restlet.createResponse gives the answer another content type.',
      without: {
        file: RESTLET,
        find: 'return { status: 200, contentType: output.contentType, body: output.text };',
        replace: 'return { status: 200, contentType: answerType, body: output.text };',
      },
      run: async (api) => {
        const rest = await site(
          api,
          "{ get: function () { return restlet.createResponse({ content: '{}', contentType: 'application/json' }); } }",
        );
        equal((await rest.call('GET')).contentType, 'application/json');
      },
    },
  ],
};

export const restletGovernance: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4640094112',
  title: 'RESTlet Governance and Security',
  cases: [
    {
      id: 'restlet-body-10-mb',
      rule: 'A request of 10 MB is taken; a larger one is not guaranteed, and refused here.',
      without: {
        file: 'src/http/restlet.ts',
        find: 'LARGEST_BODY = 10 * 1024 * 1024',
        replace: 'LARGEST_BODY = 20 * 1024 * 1024',
      },
      run: async (api) => {
        const rest = await site(api, '{ post: function (body) { return String(body.length); } }');
        const send = async (length: number): Promise<number> =>
          (
            await rest.http(PATH, {
              method: 'POST',
              body: 'x'.repeat(length),
              headers: { 'Content-Type': 'text/plain' },
            })
          ).status;
        equal([await send(10 * 1024 * 1024), await send(10 * 1024 * 1024 + 1)], [200, 400]);
      },
    },
  ],
};

const answers = (api: Api, version: '2.0' | '2.1', returned: string): Promise<Site> =>
  api.site({
    scripts: [
      restlet(`{ get: function () { return ${returned}; }, post: function () { return ${returned}; } }`, { version }),
    ],
  });
const TEXT_20: ConformancePage['cases'][number]['without'] = {
  file: RESTLET,
  find: "answerType === 'application/json' ? JSON.stringify(text) : text",
  replace: 'text',
};
const VERSION = {
  file: 'src/script/entryPoints/restlet.ts',
  find: "version === '2.0' ? 'text20' : 'text'",
  replace: "'text20'",
};

export const postStrings: ConformancePage = {
  paragraph: 'Saying no',
  page: 'subsect_159526606165',
  title: 'String Differences for RESTlet Post Method',
  cases: [
    {
      id: 'restlet-2-0-string-is-stringified',
      rule: 'A string that a SuiteScript 2.0 RESTlet returns goes through JSON.stringify: flower has 8 characters.',
      without: TEXT_20,
      run: async (api) => {
        const { body } = await (await answers(api, '2.0', "'flower'")).call('POST', {});
        equal([body, body.length], ['"flower"', 8]);
      },
    },
    {
      id: 'restlet-2-0-json-is-stringified-twice',
      rule: 'JSON that a SuiteScript 2.0 RESTlet makes itself is stringified once more: 12 characters for "flower".',
      without: {
        ...TEXT_20,
        replace: "answerType === 'application/json' && !text.startsWith('\"') ? JSON.stringify(text) : text",
      },
      run: async (api) => {
        const { body } = await (await answers(api, '2.0', "JSON.stringify('flower')")).call('POST', {});
        equal([body, body.length], ['"\\"flower\\""', 12]);
      },
    },
    {
      id: 'restlet-2-1-string-as-it-is',
      rule: 'SuiteScript 2.1 adds no JSON.stringify: flower has 6 characters, its JSON 8.',
      without: VERSION,
      run: async (api) => {
        const plain = await (await answers(api, '2.1', "'flower'")).call('POST', {});
        const json = await (await answers(api, '2.1', "JSON.stringify('flower')")).call('POST', {});
        equal([plain.body, json.body], ['flower', '"flower"']);
      },
    },
  ],
};

export const returnTypes: ConformancePage = {
  paragraph: 'Saying no',
  page: 'subsect_159709238413',
  title: 'RESTlet Return Type Difference',
  cases: [
    {
      id: 'restlet-2-0-get-json-is-a-string',
      rule: 'With the content type JSON a SuiteScript 2.0 RESTlet’s own JSON is read back as a string.',
      without: { ...VERSION, replace: "'text'" },
      run: async (api) => {
        const rest = await answers(api, '2.0', "JSON.stringify({ name: 'jane', age: 20 })");
        const { body } = await rest.call('GET', undefined, { contentType: 'application/json' });
        equal(typeof JSON.parse(body), 'string');
      },
    },
    {
      id: 'restlet-2-1-get-json-is-an-object',
      rule: 'With the content type JSON a SuiteScript 2.1 RESTlet’s own JSON is read back as an object.',
      without: {
        file: RESTLET,
        find: "return { status: 200, contentType: answerType, body: output.text };\n    case 'text20'",
        replace:
          "return { status: 200, contentType: answerType, body: JSON.stringify(output.text) };\n    case 'text20'",
      },
      run: async (api) => {
        const rest = await answers(api, '2.1', "JSON.stringify({ name: 'jane', age: 20 })");
        const { body } = await rest.call('GET', undefined, { contentType: 'application/json' });
        equal(JSON.parse(body), { name: 'jane', age: 20 });
      },
    },
  ],
};

export const concurrency: ConformancePage = {
  paragraph: 'Saying no',
  page: 'bridgehead_1525252812',
  title: 'Errors Related to Concurrency Violations',
  cases: [
    {
      id: 'concurrency-request-limit',
      rule: 'A RESTlet call over the account’s concurrency limit answers 400 and SSS_REQUEST_LIMIT_EXCEEDED.',
      without: {
        file: 'src/http/pool.ts',
        find: 'if (this.underWay >= this.limit) return null;',
        replace: '',
      },
      run: async (api) => {
        const rest = await api.site({
          concurrency: 2,
          scripts: [restlet('{ post: function () { return {}; } }')],
        });
        const init = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
        await rest.http(PATH, init);
        const release = rest.account.hold();
        const calls = [1, 2, 3, 4].map(() => rest.http(PATH, init));
        setTimeout(release, 300);
        const answers = await Promise.all(calls);
        equal(answers.map(({ status }) => status).sort(), [200, 200, 400, 400]);
        const refused = answers.find(({ status }) => status === 400);
        equal(await refused?.json(), {
          error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request Limit Exceeded!' },
        });
      },
    },
  ],
};
