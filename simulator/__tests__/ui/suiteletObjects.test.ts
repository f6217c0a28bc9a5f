import { ServerRequest } from '../../src/script/modules/serverRequest';
import { ServerResponse } from '../../src/script/modules/serverResponse';

function request(parameters: Record<string, string>) {
  return new ServerRequest({
    method: 'POST',
    url: 'http://127.0.0.1/app/site/hosting/scriptlet.nl',
    headers: { 'user-agent': 'Test', 'x-number': '1' },
    parameters,
    body: '',
    files: {},
    clientIpAddress: '127.0.0.1',
  });
}

describe('the request of a Suitelet', () => {
  it('finds headers in lower case and as they are usually written', () => {
    const { headers } = request({});
    expect([headers['user-agent'], headers['User-Agent'], headers['X-Number']]).toEqual(['Test', 'Test', '1']);
  });

  it('reads a sublist as NetSuite’s pages send it', () => {
    const sent = request({ listfields: 'mark\u0001name', listdata: 'T\u0001One\u0002F\u0001Two' });
    expect(sent.getLineCount({ group: 'list' })).toBe(2);
    expect(sent.getSublistValue({ group: 'list', name: 'name', line: 1 })).toBe('Two');
  });

  it('reads a sublist as the simulator’s pages send it, a box without a tick as F', () => {
    const sent = request({
      listfields: 'mark\u0001name',
      listflags: 'mark',
      nextlistidx: '3',
      mark2: 'T',
      name1: 'One',
      name2: 'Two',
    });
    const marks = [0, 1].map((line) => sent.getSublistValue({ group: 'list', name: 'mark', line }));
    expect(sent.getLineCount({ group: 'list' })).toBe(2);
    expect(marks).toEqual(['F', 'T']);
  });

  it('does not count the empty line of an editor', () => {
    const shape = { listfields: 'mark\u0001name', listflags: 'mark', listedited: 'T', nextlistidx: '3' };
    expect(request({ ...shape, name1: '', name2: '' }).getLineCount({ group: 'list' })).toBe(0);
    expect(
      request({ ...shape, name1: '', name2: 'Two' }).getSublistValue({ group: 'list', name: 'name', line: 0 }),
    ).toBe('Two');
  });

  it('has -1 lines in a sublist that was not sent', () => {
    expect(request({}).getLineCount({ group: 'list' })).toBe(-1);
    expect(request({}).getSublistValue({ group: 'list', name: 'a', line: 0 })).toBeNull();
  });
});

describe('the response of a Suitelet', () => {
  it('keeps what is written in its order', () => {
    const response = new ServerResponse();
    response.write('a');
    response.writeLine({ output: 'b' });
    response.write({ output: 'c' });
    expect(ServerResponse.data(response).parts).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b\n' },
      { kind: 'text', text: 'c' },
    ]);
  });

  it.each([
    'Allow',
    'Content-Location',
    'Content-MD5',
    'Content-Range',
    'Date',
    'Location',
    'Proxy-Authenticate',
    'Public-Key-Pins',
    'Retry-After',
    'Server',
    'Strict-Transport-Security',
    'Upgrade-Insecure-Requests',
    'Warning',
    'WWW-Authenticate',
    'content-location',
  ])('refuses the header %s', (name) => {
    const set = () => new ServerResponse().setHeader({ name, value: 'x' });
    expect(set).toThrow(expect.objectContaining({ name: 'SSS_INVALID_HEADER' }));
  });

  it('refuses a header that would begin a new line', () => {
    const set = () => new ServerResponse().addHeader({ name: 'X-A', value: 'a\r\nSet-Cookie: b=c' });
    expect(set).toThrow(expect.objectContaining({ name: 'SSS_INVALID_HEADER' }));
  });

  it('replaces a header that is set and keeps those that are added', () => {
    const response = new ServerResponse();
    response.addHeader({ name: 'X-A', value: '1' });
    response.addHeader({ name: 'x-a', value: '2' });
    expect(response.getHeader({ name: 'X-A' })).toEqual(['1', '2']);
    response.setHeader({ name: 'X-A', value: '3' });
    expect(response.getHeader({ name: 'x-A' })).toBe('3');
    expect(response.getHeader({ name: 'X-B' })).toBeNull();
  });

  it('writes pages of serverWidget only', () => {
    expect(() => new ServerResponse().writePage({ title: 'mine' })).toThrow(
      expect.objectContaining({ name: 'SSS_INVALID_UI_OBJECT_TYPE' }),
    );
  });

  it('does not make PDF', () => {
    expect(() => new ServerResponse().renderPdf({ xmlString: '<pdf/>' })).toThrow(
      expect.objectContaining({ name: 'SIMULATOR_NOT_SUPPORTED' }),
    );
  });
});
