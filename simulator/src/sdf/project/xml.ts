import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a project's XML, with its children in the order in which they were written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without the white space around it. */
  readonly text: string;
}

type ParsedNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
});

/** Reads one document. @throws Error with line and reason where it is not well-formed */
export function parseXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  const valid = XMLValidator.validate(source);
  if (valid !== true) throw new Error(`The XML is not well-formed. Line ${valid.err.line}: ${valid.err.msg}`);
  const roots = (parser.parse(source) as ParsedNode[]).filter((node) => elementName(node) !== null);
  const root = roots[0];
  if (!root || roots.length > 1) throw new Error('The XML must have exactly one root element.');
  return toElement(root);
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Every child of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((child) => child.name === name) : [];
}

/** Text of the first child of that name; null where there is none or it is empty. */
export function textOf(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text || null;
}

/** A `T`/`F` child, or its default. */
export function flagOf(element: XmlElement, name: string, byDefault: boolean): boolean {
  const text = textOf(element, name);
  return text === null ? byDefault : text === 'T';
}

function toElement(node: ParsedNode): XmlElement {
  const name = elementName(node) ?? '';
  const content = (node[name] as ParsedNode[] | undefined) ?? [];
  return {
    name,
    attributes: (node[':@'] as Record<string, string> | undefined) ?? {},
    children: content.filter((child) => elementName(child) !== null).map(toElement),
    text: content.flatMap((child) => ('#text' in child ? [String(child['#text'])] : [])).join(''),
  };
}

function elementName(node: ParsedNode): string | null {
  return Object.keys(node).find((key) => key !== ':@' && key !== '#text') ?? null;
}
