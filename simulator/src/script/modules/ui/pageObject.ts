import type { PageData } from '../../../kernel/page';
import { scriptError } from '../../errors';
import { Form } from './form';
import { List } from './list';

/** The data of what a script hands to `ServerResponse.writePage`. @throws SSS_INVALID_UI_OBJECT_TYPE */
export function pageData(pageObject: unknown): PageData {
  if (pageObject instanceof Form) return Form.data(pageObject);
  if (pageObject instanceof List) return List.data(pageObject);
  throw scriptError('SSS_INVALID_UI_OBJECT_TYPE', 'The page object must be a form, a list or an assistant.');
}
