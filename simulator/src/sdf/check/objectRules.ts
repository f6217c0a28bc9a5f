import { sourceOfSelectRecordType } from '../../records/select/sources';
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from '../project/xml';

/** Rules of single object types that go beyond "this element, of this type". */
export function checkObjectRules(root: XmlElement, refuse: (message: string) => void): void {
  for (const field of customFieldsOf(root)) checkField(field, refuse);
  if (root.name === 'customrecordtype') checkInstances(root, refuse);
  if (childOf(root, 'scriptdeployments')) checkDeployments(root, refuse);
  if (root.name === 'centercategory') checkLinks(root, refuse);
}

function customFieldsOf(root: XmlElement): XmlElement[] {
  return [
    ...(root.name.endsWith('customfield') ? [root] : []),
    ...childrenOf(childOf(root, 'customrecordcustomfields'), 'customrecordcustomfield'),
    ...childrenOf(childOf(root, 'scriptcustomfields'), 'scriptcustomfield'),
  ];
}

function checkField(field: XmlElement, refuse: (message: string) => void): void {
  const type = textOf(field, 'fieldtype');
  const isSelect = type === 'SELECT' || type === 'MULTISELECT';
  if (isSelect && textOf(field, 'selectrecordtype') === null) {
    refuse(`The field selectrecordtype of ${field.attributes.scriptid} is mandatory for the field type ${type}.`);
  }
  checkSupport(field, refuse);
}

/** Sourcing and formulas of custom fields: refused or named, because records would come out different from NetSuite's. */
function checkSupport(field: XmlElement, refuse: (message: string) => void): void {
  const id = field.attributes.scriptid;
  const source = textOf(field, 'selectrecordtype');
  if (source !== null && sourceOfSelectRecordType(source) === null) {
    refuse(`The simulator does not support the selectrecordtype ${source} of ${id}.`);
  }
  if (flagOf(field, 'isformula', false)) refuse(`The simulator does not support formulas, as in ${id}.`);
  for (const name of ['dynamicdefault', 'sourcefrom', 'sourcelist']) {
    if (textOf(field, name) !== null) refuse(`The simulator does not support ${name}, as in ${id}.`);
  }
}

function checkInstances(root: XmlElement, refuse: (message: string) => void): void {
  const fields = childrenOf(childOf(root, 'customrecordcustomfields'), 'customrecordcustomfield');
  const known = new Set(fields.map((field) => field.attributes.scriptid));
  const nameField = flagOf(root, 'enablenumbering', false) ? 'altname' : 'name';
  for (const instance of childrenOf(childOf(root, 'instances'), 'instance')) {
    const id = instance.attributes.scriptid ?? '';
    if (flagOf(root, 'includename', true) && textOf(instance, nameField) === null) {
      refuse(`The required field ${nameField} is missing in instance ${id}.`);
    }
    for (const { name } of instance.children) {
      if (name.startsWith('custrecord') && !known.has(name)) {
        refuse(`The instance ${id} has a value for ${name}, which is no field of the record type.`);
      }
    }
  }
}

const SCHEDULABLE = ['mapreducescript', 'scheduledscript'];

function checkDeployments(root: XmlElement, refuse: (message: string) => void): void {
  const parameters = childrenOf(childOf(root, 'scriptcustomfields'), 'scriptcustomfield');
  const known = new Set(parameters.map((parameter) => parameter.attributes.scriptid));
  const statuses = SCHEDULABLE.includes(root.name) ? ['NOTSCHEDULED', 'SCHEDULED', 'TESTING'] : ['RELEASED', 'TESTING'];
  for (const deployment of childrenOf(childOf(root, 'scriptdeployments'), 'scriptdeployment')) {
    const id = deployment.attributes.scriptid ?? '';
    const status = textOf(deployment, 'status');
    if (status !== null && !statuses.includes(status)) {
      refuse(`The status ${status} of ${id} is not one of ${statuses.join(', ')}.`);
    }
    for (const { name } of deployment.children) {
      if (name.startsWith('custscript') && !known.has(name)) {
        refuse(`The deployment ${id} has a value for ${name}, which is no parameter of the script.`);
      }
    }
    for (const parameter of parameters) {
      const name = parameter.attributes.scriptid ?? '';
      const hasValue = textOf(deployment, name) !== null || textOf(parameter, 'defaultvalue') !== null;
      if (flagOf(parameter, 'ismandatory', false) && !hasValue && textOf(parameter, 'setting') === null) {
        refuse(`The deployment ${id} has no value for the mandatory parameter ${name}.`);
      }
    }
    checkRecurrence(deployment, status, refuse);
  }
}

function checkRecurrence(deployment: XmlElement, status: string | null, refuse: (message: string) => void): void {
  const id = deployment.attributes.scriptid ?? '';
  const recurrence = childOf(deployment, 'recurrence');
  if (status === 'SCHEDULED' && !recurrence) refuse(`The deployment ${id} is SCHEDULED and has no recurrence.`);
  if (!recurrence) return;
  if (recurrence.children.length !== 1) refuse(`The recurrence of ${id} must hold exactly one schedule.`);
  for (const schedule of recurrence.children) {
    for (const name of ['startdate', 'enddate']) {
      const date = textOf(schedule, name);
      if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) refuse(`The ${name} of ${id} must be YYYY-MM-DD.`);
    }
    const time = textOf(schedule, 'starttime');
    if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(time)) {
      refuse(`The starttime of ${id} must be HH:MM:SSZ.`);
    }
  }
}

function checkLinks(root: XmlElement, refuse: (message: string) => void): void {
  for (const link of childrenOf(childOf(root, 'links'), 'link')) {
    const object = textOf(link, 'linkobject');
    if (object === null && textOf(link, 'linkid') === null) refuse('A link needs the field linkid or linkobject.');
    if (object !== null && textOf(link, 'linktasktype') === null)
      refuse('The field linktasktype is mandatory with linkobject.');
  }
}
