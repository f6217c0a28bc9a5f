import type { SuiteletRequest } from '../../kernel/suitelet';
import type { Wire } from '../../kernel/wire';
import { setCurrentResponse } from '../modules/currentResponse';
import { file } from '../modules/file';
import { ServerRequest } from '../modules/serverRequest';
import { ServerResponse } from '../modules/serverResponse';
import { callEntryPoint, type EntryPointKind } from './entryPoint';

/** `onRequest({ request, response })` of a Suitelet (section_4407987288); what counts is what it wrote. */
export const suiteletEntryPoints: EntryPointKind = {
  run: (script, entryPoint, input) => {
    const data = input as unknown as SuiteletRequest;
    const files = Object.fromEntries(
      Object.entries(data.files).map(([name, sent]) => [name, file.create({ ...sent })]),
    );
    const request = new ServerRequest(data, files);
    const response = new ServerResponse();
    setCurrentResponse(response);
    return callEntryPoint(
      script,
      entryPoint,
      { request, response },
      () => ServerResponse.data(response) as unknown as Wire,
    );
  },
};
