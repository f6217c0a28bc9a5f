import type { XmlElement } from '../project/xml';
import { OBJECT_SCHEMAS } from '../schema/index';
import type { ElementSchema, GroupSchema, ScriptIdSchema } from '../schema/schema';
import { splitValues } from './references';

/** What the check of one object reports to. */
export interface Findings {
  error(message: string): void;
  /** The manifest should name a feature. */
  feature(feature: string, element: string): void;
}

/** Checks an object against its schema: elements, lengths, enumerations, ids. An unknown type is refused by name. */
export function checkSchema(root: XmlElement, findings: Findings): void {
  const schema = OBJECT_SCHEMAS[root.name];
  if (!schema) {
    findings.error(`The simulator does not support objects of type ${root.name}.`);
    return;
  }
  checkScriptId(root, schema.scriptId, findings);
  checkGroup(root, schema, findings);
}

function checkScriptId(element: XmlElement, schema: ScriptIdSchema, findings: Findings): void {
  const id = element.attributes.scriptid ?? '';
  if (id === '') findings.error(`The ${element.name} element needs the attribute scriptid.`);
  else if (!new RegExp(`^${schema.prefix}[a-z0-9_]+$`).test(id)) {
    findings.error(
      `The scriptid "${id}" must start with ${schema.prefix || 'a letter'} and hold only lower-case letters, digits and underscores.`,
    );
  } else if (id.length > schema.maxLength) {
    findings.error(`The scriptid "${id}" must not exceed ${schema.maxLength} characters.`);
  }
}

function checkGroup(parent: XmlElement, schema: GroupSchema, findings: Findings): void {
  const seen = new Set<string>();
  for (const child of parent.children) {
    const element = schema.elements[child.name];
    if (!element) {
      // Which parameters or fields a value may name depends on other objects; that is checked where they are known.
      if (!schema.valuesOf || !child.name.startsWith(schema.valuesOf)) {
        findings.error(`The field ${child.name} is not valid in ${parent.name}.`);
      }
      continue;
    }
    if (seen.has(child.name) && element.kind !== 'list') {
      findings.error(`The field ${child.name} appears more than once in ${parent.name}.`);
    }
    seen.add(child.name);
    checkElement(child, element, findings);
  }
  for (const [name, element] of Object.entries(schema.elements)) {
    if (element.required && !parent.children.some((child) => child.name === name && hasContent(child))) {
      findings.error(`The required field ${name} is missing in ${parent.name}${idText(parent)}.`);
    }
  }
}

function checkElement(child: XmlElement, schema: ElementSchema, findings: Findings): void {
  const { name, text } = child;
  if (schema.kind === 'group' || schema.kind === 'list') {
    if (schema.kind === 'list' && schema.group.scriptId) checkScriptId(child, schema.group.scriptId, findings);
    checkGroup(child, schema.group, findings);
    if (schema.kind === 'group') checkUnique(child, findings);
  } else if (text !== '') {
    checkValue(name, text, schema, findings);
  }
  if (schema.feature && hasContent(child) && text !== 'F') findings.feature(schema.feature, name);
}

function checkValue(name: string, text: string, schema: ElementSchema, findings: Findings): void {
  switch (schema.kind) {
    case 'boolean':
      if (text !== 'T' && text !== 'F') findings.error(`The value "${text}" of ${name} must be T or F.`);
      break;
    case 'text':
      if (schema.maxLength !== undefined && text.length > schema.maxLength) {
        findings.error(`The value of ${name} must not exceed ${schema.maxLength} characters.`);
      }
      break;
    case 'number': {
      const value = Number(text);
      if (!Number.isInteger(value) || value < (schema.min ?? -Infinity) || value > (schema.max ?? Infinity)) {
        findings.error(`The value "${text}" of ${name} is not a valid number.`);
      }
      break;
    }
    case 'choice':
      for (const value of schema.many ? splitValues(text) : [text]) {
        if (!value.startsWith('[') && !schema.values.includes(value)) {
          findings.error(`The value "${value}" of ${name} is not one of ${schema.values.join(', ')}.`);
        }
      }
      break;
    case 'file':
      if (!/^\[\/.+\]$/.test(text)) findings.error(`The value "${text}" of ${name} must be a file in square brackets.`);
      break;
  }
}

function checkUnique(parent: XmlElement, findings: Findings): void {
  const seen = new Set<string>();
  for (const { name, attributes } of parent.children) {
    const id = attributes.scriptid;
    if (!id) continue;
    if (seen.has(id)) findings.error(`The scriptid "${id}" of ${name} is used more than once.`);
    seen.add(id);
  }
}

function hasContent(element: XmlElement): boolean {
  return element.text !== '' || element.children.length > 0;
}

function idText(element: XmlElement): string {
  return element.attributes.scriptid ? ` ${element.attributes.scriptid}` : '';
}
