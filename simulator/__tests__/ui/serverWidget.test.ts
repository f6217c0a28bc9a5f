import type { FormData } from '../../src/kernel/page';
import { pageData } from '../../src/script/modules/ui/pageObject';
import { serverWidget } from '../../src/script/modules/ui/serverWidget';

function thrownBy(work: () => unknown): { name: string; message: string } {
  try {
    work();
  } catch (error) {
    return error as { name: string; message: string };
  }
  throw new Error('Nothing was thrown.');
}

function form() {
  return serverWidget.createForm({ title: 'Transfers' });
}

function dataOf(page: object): FormData {
  return pageData(page) as FormData;
}

describe('N/ui/serverWidget forms', () => {
  it('needs a title', () => {
    const error = thrownBy(() => serverWidget.createForm({} as { title: string }));
    expect(error).toMatchObject({
      name: 'SSS_MISSING_REQD_ARGUMENT',
      message: 'serverWidget.createForm: Missing a required argument: title',
    });
  });

  it('keeps fields with their type, display and default in the order in which they were added', () => {
    const page = form();
    page.addField({ id: 'custpage_b', label: 'B', type: serverWidget.FieldType.CURRENCY }).defaultValue = 12.5;
    const inline = page.addField({ id: 'custpage_a', label: 'A', type: 'text' });
    inline.updateDisplayType({ displayType: serverWidget.FieldDisplayType.INLINE });
    expect(dataOf(page).fields).toMatchObject([
      { id: 'custpage_b', type: 'CURRENCY', displayType: 'NORMAL', defaultValue: '12.5' },
      { id: 'custpage_a', type: 'TEXT', displayType: 'INLINE', defaultValue: null },
    ]);
  });

  it('refuses a field type that NetSuite does not have', () => {
    const error = thrownBy(() => form().addField({ id: 'x', label: 'X', type: 'COLOUR' }));
    expect(error).toMatchObject({
      name: 'SSS_INVALID_TYPE_ARG',
      message: 'You have entered an invalid type argument: COLOUR',
    });
  });

  it.each(['id', 'label', 'type'] as const)('refuses a field without %s', (member) => {
    const options = { id: 'x', label: 'X', type: 'TEXT', [member]: undefined };
    const error = thrownBy(() => form().addField(options as never));
    expect(error.message).toBe(`addField: Missing a required argument: ${member}`);
  });

  it('takes a field, a tab and a sublist before another one', () => {
    const page = form();
    page.addField({ id: 'last', label: 'Last', type: 'TEXT' });
    const first = page.addField({ id: 'first', label: 'First', type: 'TEXT' });
    page.insertField({ field: first, nextfield: 'last' });
    page.addTab({ id: 'two', label: 'Two' });
    page.insertTab({ tab: page.addTab({ id: 'one', label: 'One' }), nexttab: 'two' });
    expect(dataOf(page).fields.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(page.getTabs()).toEqual(['one', 'two']);
  });

  it('sets several default values at once and leaves other fields alone', () => {
    const page = form();
    page.addField({ id: 'a', label: 'A', type: 'TEXT' });
    page.addField({ id: 'b', label: 'B', type: 'CHECKBOX' });
    page.updateDefaultValues({ b: 'T', c: 'x' });
    expect(dataOf(page).fields.map(({ defaultValue }) => defaultValue)).toEqual([null, 'T']);
  });

  it('finds what was added by id and gives null for what was not', () => {
    const page = form();
    const field = page.addField({ id: 'a', label: 'A', type: 'TEXT' });
    expect(page.getField({ id: 'a' })).toBe(field);
    expect(page.getField({ id: 'b' })).toBeNull();
    expect(page.getSublist({ id: 'b' })).toBeNull();
  });

  it('removes a button', () => {
    const page = form();
    page.addButton({ id: 'custpage_run', label: 'Run now', functionName: 'run' });
    page.removeButton({ id: 'custpage_run' });
    expect(dataOf(page).buttons).toEqual([]);
  });

  it('labels the submit button Save where nothing else is said', () => {
    const page = form();
    page.addSubmitButton();
    expect(dataOf(page).submitButton?.label).toBe('Save');
  });

  it('throws by name on credential fields and assistants, which it does not have', () => {
    const page = form();
    expect(thrownBy(() => page.addCredentialField({}))).toMatchObject({ name: 'SIMULATOR_NOT_SUPPORTED' });
    const createAssistant = serverWidget.createAssistant as () => void;
    expect(thrownBy(() => createAssistant()).message).toContain('N/ui/serverWidget.createAssistant');
  });
});

describe('select fields of N/ui/serverWidget', () => {
  it('keep options in order and filter them by contains, is and startswith whatever the case', () => {
    const field = form().addField({ id: 'status', label: 'Status', type: 'SELECT' });
    field.addSelectOption({ value: '', text: '' });
    field.addSelectOption({ value: '1', text: 'Not Transferred', isSelected: true });
    field.addSelectOption({ value: '2', text: 'Transferred' });
    const values = (options?: object) => field.getSelectOptions(options).map(({ value }) => value);
    expect(values()).toEqual(['', '1', '2']);
    expect(values({ filter: 'TRANSFERRED' })).toEqual(['1', '2']);
    expect(values({ filter: 'trans', filteroperator: 'startswith' })).toEqual(['2']);
    expect(values({ filter: 'not transferred', filteroperator: 'is' })).toEqual(['1']);
  });

  it('take no options of their own where they have a source, nor where they are no selects', () => {
    const page = form();
    const sourced = page.addField({ id: 'a', label: 'A', type: 'SELECT', source: 'customer' });
    const text = page.addField({ id: 'b', label: 'B', type: 'TEXT' });
    const option = { value: '1', text: 'One' };
    expect(thrownBy(() => sourced.addSelectOption(option)).name).toBe('SSS_INVALID_UI_OBJECT_TYPE');
    expect(thrownBy(() => text.addSelectOption(option)).name).toBe('SSS_INVALID_UI_OBJECT_TYPE');
  });
});

describe('sublists of N/ui/serverWidget', () => {
  function sublist(type = 'LIST') {
    const list = form().addSublist({ id: 'custpage_list', label: 'List', type });
    list.addField({ id: 'name', label: 'Name', type: 'TEXT' });
    return list;
  }

  it.each([null, undefined, ''])('throw SSS_MISSING_REQD_ARGUMENT for the value %j', (value) => {
    const error = thrownBy(() => sublist().setSublistValue({ id: 'name', line: 0, value: value as string }));
    expect(error).toMatchObject({
      name: 'SSS_MISSING_REQD_ARGUMENT',
      message: 'setSublistValue: Missing a required argument: value',
    });
  });

  it('refuse a number as value', () => {
    const error = thrownBy(() => sublist().setSublistValue({ id: 'name', line: 0, value: 5 as unknown as string }));
    expect(error.name).toBe('WRONG_PARAMETER_TYPE');
  });

  it.each(['INLINEHTML', 'LONGTEXT', 'MULTISELECT', 'RADIO'])('have no columns of type %s', (type) => {
    expect(thrownBy(() => sublist().addField({ id: 'x', label: 'X', type })).name).toBe('SSS_INVALID_TYPE_ARG');
  });

  it('refuse a column that was not added', () => {
    const error = thrownBy(() => sublist().setSublistValue({ id: 'other', line: 0, value: 'x' }));
    expect(error.name).toBe('SSS_INVALID_SUBLIST_OPERATION');
  });

  it('count their lines and give back values, with -1 for none', () => {
    const list = sublist();
    expect(list.lineCount).toBe(-1);
    list.setSublistValue({ id: 'name', line: 2, value: 'third' });
    expect(list.lineCount).toBe(3);
    expect(list.getSublistValue({ id: 'name', line: 2 })).toBe('third');
    expect(list.getSublistValue({ id: 'name', line: 0 })).toBeNull();
  });

  it('have Mark All and Refresh buttons only where they are of type LIST', () => {
    expect(() => sublist().addMarkAllButtons()).not.toThrow();
    expect(thrownBy(() => sublist('STATICLIST').addMarkAllButtons()).name).toBe('SSS_INVALID_SUBLIST_OPERATION');
    expect(thrownBy(() => sublist('INLINEEDITOR').addRefreshButton()).name).toBe('SSS_INVALID_SUBLIST_OPERATION');
  });
});
