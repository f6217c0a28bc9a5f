import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element as the checks read it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, trimmed. */
  readonly text: string;
}

type OrderedNode = Record<string, unknown>;

const attributesKey = ':@';
const textKey = '#text';

/** Parses an XML file into its root element; throws with the parser's words where it is not well formed. */
export function parseXml(text: string): XmlElement {
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new Error(validity.err.msg);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true,
  });
  const root = (parser.parse(text) as OrderedNode[]).map(toElement).find((element) => element !== null);
  if (!root) throw new Error('There is no root element.');
  return root;
}

/** The element itself and everything below it. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

function toElement(node: OrderedNode): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== attributesKey);
  if (name === undefined || name === textKey) return null;
  const content = node[name] as OrderedNode[];
  return {
    name,
    attributes: (node[attributesKey] ?? {}) as Record<string, string>,
    children: content.map(toElement).filter((child) => child !== null),
    text: content
      .map((child) => child[textKey] ?? '')
      .join('')
      .trim(),
  };
}
