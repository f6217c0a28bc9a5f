import { CENTER_CATEGORY, CENTER_TAB, INTEGRATION, ROLE, SECRET, SUBTAB } from './account';
import {
  CUSTOM_LIST,
  CUSTOM_RECORD_TYPE,
  ENTITY_FIELD,
  ITEM_FIELD,
  TRANSACTION_BODY_FIELD,
  TRANSACTION_COLUMN_FIELD,
} from './records';
import type { ObjectSchema } from './schema';
import {
  CLIENT_SCRIPT,
  MAPREDUCE_SCRIPT,
  RESTLET,
  SCHEDULED_SCRIPT,
  SDF_INSTALLATION_SCRIPT,
  SUITELET,
  USEREVENT_SCRIPT,
} from './scripts';

/** Every object type that can be installed, by its root element. */
export const OBJECT_SCHEMAS: Readonly<Record<string, ObjectSchema>> = {
  centercategory: CENTER_CATEGORY,
  centertab: CENTER_TAB,
  clientscript: CLIENT_SCRIPT,
  customlist: CUSTOM_LIST,
  customrecordtype: CUSTOM_RECORD_TYPE,
  entitycustomfield: ENTITY_FIELD,
  integration: INTEGRATION,
  itemcustomfield: ITEM_FIELD,
  mapreducescript: MAPREDUCE_SCRIPT,
  restlet: RESTLET,
  role: ROLE,
  scheduledscript: SCHEDULED_SCRIPT,
  sdfinstallationscript: SDF_INSTALLATION_SCRIPT,
  secret: SECRET,
  subtab: SUBTAB,
  suitelet: SUITELET,
  transactionbodycustomfield: TRANSACTION_BODY_FIELD,
  transactioncolumncustomfield: TRANSACTION_COLUMN_FIELD,
  usereventscript: USEREVENT_SCRIPT,
};
