import { contentTypeOf, fileTypeOf, isBinaryType } from '../files/fileTypes';
import type { SuiteletRequest, TransferredFile } from '../kernel/suitelet';
import { FLAGS } from '../ui/renderForm';
import { formFields, type Incoming } from './incoming';

/** What a Suitelet is given of an HTTP request: query, form fields and files. */
export async function suiteletRequest(request: Incoming): Promise<SuiteletRequest> {
  const { fields, files } = await submitted(request);
  const pairs = [...request.query, ...fields];
  const parameters: Record<string, string> = {};
  for (const [name, value] of pairs) {
    parameters[name] = name in parameters ? `${parameters[name]}\u0005${value}` : value;
  }
  for (const flag of parameters[FLAGS]?.split('\u0001') ?? []) parameters[flag] ??= 'F';
  delete parameters[FLAGS];
  return {
    method: request.method,
    url: request.url.split('?')[0] ?? request.url,
    headers: request.headers,
    parameters,
    body: fields.length > 0 ? '' : request.body.toString('utf8'),
    files,
    clientIpAddress: request.clientAddress,
  };
}

interface Submitted {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: Readonly<Record<string, TransferredFile>>;
}

async function submitted(request: Incoming): Promise<Submitted> {
  const form = formFields(request);
  if (form) return { fields: [...form], files: {} };
  if (!request.contentType?.toLowerCase().startsWith('multipart/form-data')) return { fields: [], files: {} };
  const data = await new Response(new Uint8Array(request.body), {
    headers: { 'content-type': request.contentType },
  }).formData();
  const fields: [string, string][] = [];
  const files: Record<string, TransferredFile> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (value.name !== '') files[name] = await transferred(value);
  }
  return { fields, files };
}

async function transferred(file: File): Promise<TransferredFile> {
  const fileType = fileTypeOf(file.name);
  const content = Buffer.from(await file.arrayBuffer());
  return { name: file.name, fileType, contents: content.toString(isBinaryType(fileType) ? 'base64' : 'utf8') };
}

/** The bytes and the type of a file that is sent to the browser. */
export function fileContent(file: TransferredFile): { readonly contentType: string; readonly bytes: Buffer } {
  return {
    contentType: contentTypeOf(file.fileType),
    bytes: Buffer.from(file.contents, isBinaryType(file.fileType) ? 'base64' : 'utf8'),
  };
}
