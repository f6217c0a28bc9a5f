import { centerCategory, centerTab, integration, secret, subtab } from './account';
import type { ObjectInstaller } from './context';
import { customList } from './customList';
import { customRecordType } from './customRecordType';
import { entityField, itemField, transactionBodyField, transactionColumnField } from './recordField';
import { role } from './role';
import {
  clientScript,
  mapReduceScript,
  restlet,
  scheduledScript,
  sdfInstallationScript,
  suitelet,
  userEventScript,
} from './script';

/** Installers by the root element of an object. */
export const OBJECT_INSTALLERS: Readonly<Record<string, ObjectInstaller>> = {
  centercategory: centerCategory,
  centertab: centerTab,
  clientscript: clientScript,
  customlist: customList,
  customrecordtype: customRecordType,
  entitycustomfield: entityField,
  integration,
  itemcustomfield: itemField,
  mapreducescript: mapReduceScript,
  restlet,
  role,
  scheduledscript: scheduledScript,
  sdfinstallationscript: sdfInstallationScript,
  secret,
  subtab,
  suitelet,
  transactionbodycustomfield: transactionBodyField,
  transactioncolumncustomfield: transactionColumnField,
  usereventscript: userEventScript,
};
