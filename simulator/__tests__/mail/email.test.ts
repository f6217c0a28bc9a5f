import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

const SENDER = script(
  'Restlet',
  `{ post: ({ method = 'send', options, attachment }) => {
    const attachments = attachment ? [file.create({ name: 'a.txt', fileType: file.Type.PLAINTEXT, contents: attachment })] : undefined;
    const before = runtime.getCurrentScript().getRemainingUsage();
    let failure = null;
    try {
      email[method]({ ...options, ...(attachments ? { attachments } : {}) });
    } catch (error) {
      failure = { name: error.name, message: error.message };
    }
    return { failure, units: before - runtime.getCurrentScript().getRemainingUsage() };
  } }`,
  ['N/email', 'N/file', 'N/runtime'],
);

const MAIL = { author: 1, recipients: 'ada@example.com', subject: 'Due', body: 'Please pay.' };

let account: SimulatedAccount;
let start: ReturnType<SimulatedAccount['snapshot']>;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/mail.js`]: SENDER,
        ...object(`<restlet scriptid="customscript_x_mail"><name>Mail</name>
          <scriptfile>[/SuiteApps/${APP}/mail.js]</scriptfile><scriptdeployments>
          <scriptdeployment scriptid="customdeploy_x_mail"><status>RELEASED</status><title>Mail</title>
          <allroles>T</allroles><allemployees>T</allemployees>
          </scriptdeployment></scriptdeployments></restlet>`),
      }),
    ),
  );
  start = account.snapshot();
});

beforeEach(() => account.restore(start));
afterAll(async () => {
  removeProjects();
  await account.close();
});

interface Answer {
  readonly failure: { readonly name: string; readonly message: string } | null;
  readonly units: number;
}

async function send(body: object, user?: { readonly id: string; readonly role: string }): Promise<Answer> {
  const { body: text } = await account.callRestlet({
    script: 'customscript_x_mail',
    deploy: 'customdeploy_x_mail',
    method: 'POST',
    body,
    ...(user ? { user } : {}),
  });
  return JSON.parse(text) as Answer;
}

async function codeOf(options: object, more: object = {}): Promise<string | undefined> {
  return (await send({ options: { ...MAIL, ...options }, ...more })).failure?.name;
}

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}@example.com`);

describe('email.send', () => {
  it('puts the mail into the outbox and costs 20 units', async () => {
    expect(await send({ options: { ...MAIL, cc: ['b@example.com'], replyTo: 'c@example.com' } })).toEqual({
      failure: null,
      units: 20,
    });
    expect(account.outbox()).toMatchObject([
      {
        date: expect.stringMatching(/^2026-07-15T17:00:/),
        author: '1',
        from: 'alex.admin@northwind-analytics.example',
        recipients: ['ada@example.com'],
        cc: ['b@example.com'],
        replyTo: 'c@example.com',
        subject: 'Due',
        body: 'Please pay.',
        isBulk: false,
        script: 'customscript_x_mail',
      },
    ]);
  });

  it('takes internal ids of entities, mixed with addresses, and -5 for the first employee', async () => {
    expect(await codeOf({ author: -5, recipients: [2, 'x@example.com', -5] })).toBeUndefined();
    expect(account.outbox()[0]).toMatchObject({
      author: '1',
      recipients: [
        'ada.accountant@northwind-analytics.example',
        'x@example.com',
        'alex.admin@northwind-analytics.example',
      ],
    });
  });

  it('keeps attachments and related records', async () => {
    const options = { relatedRecords: { entityId: 4, customRecord: { id: 7, recordType: 2 } } };
    expect(await codeOf(options, { attachment: 'four' })).toBeUndefined();
    expect(account.outbox()[0]).toMatchObject({
      attachments: [{ name: 'a.txt', fileType: 'PLAINTEXT', size: 4 }],
      relatedRecords: { entityId: '4', customRecordId: '7', customRecordType: '2' },
    });
  });

  it('wants an author, recipients, a subject and a body', async () => {
    const missing = async (name: string) => (await send({ options: { ...MAIL, [name]: undefined } })).failure;
    expect(await missing('author')).toEqual({
      name: 'SSS_MISSING_REQD_ARGUMENT',
      message: 'email.send: Missing a required argument: author',
    });
    for (const name of ['recipients', 'subject', 'body']) {
      expect((await missing(name))?.name).toBe('SSS_MISSING_REQD_ARGUMENT');
    }
    expect(account.outbox()).toEqual([]);
  });

  it.each([
    ['an author who is no employee', { author: 4711 }, 'SSS_AUTHOR_MUST_BE_EMPLOYEE'],
    ['a recipient without an address', { recipients: 'nobody' }, 'SSS_INVALID_TO_EMAIL'],
    ['a recipient whose id nobody has', { recipients: 4711 }, 'SSS_INVALID_TO_EMAIL'],
    ['an invalid cc', { cc: ['no'] }, 'SSS_INVALID_CC_EMAIL'],
    ['an invalid bcc', { bcc: ['no'] }, 'SSS_INVALID_BCC_EMAIL'],
    ['a subject that is no text', { subject: 5 }, 'WRONG_PARAMETER_TYPE'],
    ['eleven people', { recipients: many(9), cc: many(1), bcc: many(1) }, 'SSS_MAXIMUM_NUMBER_RECIPIENTS_EXCEEDED'],
    ['a message over 15 MB', { body: 'x'.repeat(15 * 1024 * 1024 + 1) }, 'ATTACH_SIZE_EXCEEDED'],
  ])('refuses %s', async (_, options, code) => {
    expect(await codeOf(options)).toBe(code);
    expect(account.outbox()).toEqual([]);
  });

  it('takes ten people', async () => {
    expect(await codeOf({ recipients: many(8), cc: many(1), bcc: many(1) })).toBeUndefined();
  });

  it('lets a role send as another employee only with the permission Vicarious Emails', async () => {
    const accountant = { id: '2', role: '1' };
    const grant = (permission: string): void => {
      const insert = 'INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (1, ?, 4)';
      account.account.store.run(insert, [permission]);
    };
    grant('ADMI_CUSTOMSCRIPT');
    expect((await send({ options: { ...MAIL, author: 2 } }, accountant)).failure).toBeNull();
    expect((await send({ options: MAIL }, accountant)).failure?.name).toBe('INSUFFICIENT_PERMISSION');
    grant('ADMI_VICARIOUS_EMAIL');
    expect((await send({ options: MAIL }, accountant)).failure).toBeNull();
  });
});

describe('email.sendBulk', () => {
  it('takes more than ten people and costs 10 units', async () => {
    expect(await send({ method: 'sendBulk', options: { ...MAIL, recipients: many(11) } })).toEqual({
      failure: null,
      units: 10,
    });
    expect(account.outbox()[0]).toMatchObject({ isBulk: true, recipients: many(11) });
  });
});

it('refuses campaign mail by name', async () => {
  expect((await send({ method: 'sendCampaignEvent', options: {} })).failure).toEqual({
    name: 'SIMULATOR_NOT_SUPPORTED',
    message: 'The simulator does not support N/email.sendCampaignEvent.',
  });
});

it('shows the outbox at its control', async () => {
  await send({ options: MAIL });
  const { url } = await account.listen({ port: 0 });
  const answer = (await (await fetch(`${url}/simulator/outbox`)).json()) as { outbox: unknown[] };
  expect(answer.outbox).toEqual(account.outbox());
});
