import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { message } from '../../src/script/modules/ui/message';
import { pageData } from '../../src/script/modules/ui/pageObject';
import { serverWidget } from '../../src/script/modules/ui/serverWidget';
import { escapeHtml, html, safeAddress } from '../../src/ui/html';
import { renderPage } from '../../src/ui/renderPage';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
const FRAME = { company: HOSTILE, user: { name: HOSTILE, role: HOSTILE }, links: [] };
const CUSTOMERS = [
  { value: '7', text: 'Acme & Söhne', isSelected: false },
  { value: '8', text: HOSTILE, isSelected: false },
];

function render(page: object): string {
  const context = { action: '/app/site/hosting/scriptlet.nl?script=1&deploy=1', options: () => CUSTOMERS };
  return renderPage(pageData(page), context, FRAME);
}

/** The page without its own script and stylesheet. */
function body(text: string): string {
  return text
    .slice(text.indexOf('<body'))
    .replace(/<script>[\s\S]*?<\/script><\/body>/, '</body>')
    .replace(/<style>[\s\S]*?<\/style>/, '');
}

describe('rendering of serverWidget pages', () => {
  it('escapes hostile text wherever a script puts it', () => {
    const page = serverWidget.createForm({ title: HOSTILE });
    const group = page.addFieldGroup({ id: 'group', label: HOSTILE });
    group.isCollapsible = true;
    page.addTab({ id: 'tab', label: HOSTILE }).helpText = HOSTILE;
    for (const type of Object.values(serverWidget.FieldType).filter((each) => each !== 'INLINEHTML')) {
      for (const displayType of Object.values(serverWidget.FieldDisplayType)) {
        const id = `f_${type}_${displayType}`.toLowerCase();
        const field = page.addField({ id, label: HOSTILE, type, container: 'tab' });
        field.updateDisplayType({ displayType });
        field.setHelpText({ help: HOSTILE });
        field.defaultValue = HOSTILE;
        field.linkText = HOSTILE;
        if (type === 'SELECT') field.addSelectOption({ value: HOSTILE, text: HOSTILE });
      }
    }
    for (const type of Object.values(serverWidget.SublistType)) {
      const list = page.addSublist({ id: `list_${type}`, label: HOSTILE, type });
      list.helpText = HOSTILE;
      list.addField({ id: 'name', label: HOSTILE, type: 'TEXT' });
      list.addField({ id: 'link', label: 'Link', type: 'URL' }).linkText = HOSTILE;
      list.setSublistValue({ id: 'name', line: 0, value: HOSTILE });
      list.setSublistValue({ id: 'link', line: 0, value: `javascript:alert(1)//${HOSTILE}` });
      list.addButton({ label: HOSTILE, functionName: 'run' });
    }
    page.addPageLink({ title: HOSTILE, type: 'CROSSLINK', url: `javascript:alert(3)//${HOSTILE}` });
    page.addPageInitMessage({ type: message.Type.ERROR, title: HOSTILE, message: HOSTILE });
    const text = body(render(page));
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
    expect(text).not.toMatch(/href="\s*javascript:/i);
    expect(text).toContain(escapeHtml(HOSTILE));
  });

  it('escapes any text so that the markup stays well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const printable = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '');
        expect(XMLValidator.validate(html`<p title="${printable}">${printable}</p>`.text)).toBe(true);
      }),
    );
  });

  it('shows INLINEHTML raw, as NetSuite does', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    page.addField({ id: 'raw', label: 'Raw', type: 'INLINEHTML' }).defaultValue = '<b class="mine">Bold</b>';
    expect(render(page)).toContain('<b class="mine">Bold</b>');
  });

  it('binds each label to its input, and help to the input that it describes', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    const field = page.addField({ id: 'custpage_from', label: 'From', type: 'DATE' });
    field.isMandatory = true;
    field.setHelpText({ help: 'First day' });
    const text = render(page);
    expect(text).toMatch(/<label for="custpage_from">From <abbr[^>]*>\*<\/abbr><\/label>/);
    expect(text).toMatch(
      /<input type="text" id="custpage_from" name="custpage_from" aria-describedby="custpage_from_help" required/,
    );
    expect(text).toContain('<span id="custpage_from_help">First day</span>');
  });

  it('offers the entries of a source with an empty one first, and chooses the default', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    page.addField({ id: 'customer', label: 'Customer', type: 'SELECT', source: 'customer' }).defaultValue = '7';
    expect(render(page)).toContain('<option value=""></option><option value="7" selected>Acme &amp; Söhne</option>');
  });

  it('shows the text of a select that is displayed inline, without an input', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    const field = page.addField({ id: 'customer', label: 'Customer', type: 'SELECT', source: 'customer' });
    field.defaultValue = '7';
    field.updateDisplayType({ displayType: 'INLINE' });
    const text = render(page);
    expect(text).toContain('<span class="value" id="customer">Acme &amp; Söhne</span>');
    expect(text).not.toContain('name="customer"');
  });

  it('sends hidden and locked fields with the form, and leaves out those that are not displayed', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    for (const [id, displayType] of [
      ['h', 'HIDDEN'],
      ['d', 'DISABLED'],
      ['n', 'NODISPLAY'],
    ] as const) {
      const field = page.addField({ id, label: id, type: 'SELECT', source: 'customer' });
      field.defaultValue = '7';
      field.updateDisplayType({ displayType });
    }
    const text = render(page);
    expect(text).toContain('<input type="hidden" name="h" value="7">');
    expect(text).toContain('<input type="hidden" name="d" value="7">');
    expect(text).not.toContain('name="n"');
  });

  it('makes tables of sublists with column headings, links, and inputs only where the type allows', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    for (const type of ['LIST', 'STATICLIST']) {
      const list = page.addSublist({ id: type.toLowerCase(), label: type, type });
      list.addField({ id: `${type}_mark`, label: 'Mark', type: 'CHECKBOX' });
      list.addField({ id: `${type}_view`, label: 'View', type: 'URL' }).linkText = 'Open';
      list.setSublistValue({ id: `${type}_mark`, line: 0, value: 'T' });
      list.setSublistValue({ id: `${type}_view`, line: 0, value: '/app/x.nl?a=1&b=2' });
    }
    const text = render(page);
    expect(text).toContain('<th scope="col">Mark</th>');
    expect(text).toContain('<a href="/app/x.nl?a=1&amp;b=2">Open</a>');
    expect(text).toMatch(
      /<input type="checkbox" value="T" id="LIST_mark1" name="LIST_mark1" aria-label="Mark, line 1" checked>/,
    );
    expect(text).not.toContain('name="STATICLIST_mark1"');
  });

  it('adds up a totalling column as decimals', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    const list = page.addSublist({ id: 'l', label: 'L', type: 'STATICLIST' });
    list.addField({ id: 'amount', label: 'Amount', type: 'CURRENCY' });
    list.updateTotallingFieldId({ id: 'amount' });
    for (const [line, value] of ['0.10', '0.20', '1,000.00'].entries())
      list.setSublistValue({ id: 'amount', line, value });
    expect(render(page)).toContain('<td class="number">1000.30</td>');
  });

  it('says so where a list has no lines', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    page.addSublist({ id: 'l', label: 'L', type: 'STATICLIST' }).addField({ id: 'a', label: 'A', type: 'TEXT' });
    expect(render(page)).toContain('No records to show.');
  });

  it('runs a function name on a click, and JavaScript as it is', () => {
    const page = serverWidget.createForm({ title: 'Hub' });
    page.addButton({ id: 'a', label: 'A', functionName: 'retryAll' });
    page.addButton({ id: 'b', label: 'B', functionName: `window.open('/x?a=1')` });
    const text = render(page);
    expect(text).toContain('onclick="retryAll()"');
    expect(text).toContain('onclick="window.open(&#39;/x?a=1&#39;)"');
  });

  it('sends files in a form that has a file field', () => {
    const page = serverWidget.createForm({ title: 'Import' });
    page.addField({ id: 'upload', label: 'File', type: 'FILE' });
    expect(render(page)).toContain('enctype="multipart/form-data"');
  });

  it('leaves the frame away where the script hides the navigation bar', () => {
    const bare = render(serverWidget.createForm({ title: 'Bare', hideNavBar: true }));
    expect(bare).not.toContain('<header');
    expect(render(serverWidget.createForm({ title: 'Framed' }))).toContain('<header');
  });

  it('links a list’s column with parameters of each row', () => {
    const list = serverWidget.createList({ title: 'Invoices' });
    const column = list.addColumn({ id: 'tranid', label: 'Number', type: 'TEXT', align: 'RIGHT' });
    column.setURL({ url: '/app/accounting/transactions/custinvc.nl' });
    column.addParamToURL({ param: 'id', value: 'internalid', dynamic: true });
    list.addRow({ row: { tranid: 'INV<1>', internalid: '9 & 1' } });
    expect(render(list)).toContain(
      '<a href="/app/accounting/transactions/custinvc.nl?id=9%20%26%201">INV&lt;1&gt;</a>',
    );
  });

  it.each([
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://example.com/a', 'https://example.com/a'],
    ['/app/x.nl?id=1', '/app/x.nl?id=1'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
  ])('takes the address %j as %j', (address, expected) => {
    expect(safeAddress(address)).toBe(expected);
  });
});
