import { scriptError } from '../errors';
import { call } from '../host';
import { RedirectType } from './httpEnums';
import { enumerated, required } from './ui/arguments';

export interface RedirectOptions {
  /** A value of `http.RedirectType`. */
  type: string;
  /** Record type, script id, task link or the media item's internal id. */
  identifier: string | number;
  /** Internal id of the record, or the deployment. */
  id?: string | number;
  editMode?: boolean;
  parameters?: Record<string, unknown>;
}

/** The address that `ServerResponse.sendRedirect` sends the browser to (section_4314609319). */
export function redirectAddress(options: RedirectOptions): string {
  const { type, identifier, id, editMode, parameters } = required('sendRedirect', options, 'type', 'identifier');
  const params = parameters ?? {};
  switch (enumerated(RedirectType, type)) {
    case RedirectType.RECORD:
      return call('url.resolveRecord', { recordType: identifier, recordId: id, isEditMode: editMode === true, params });
    case RedirectType.SUITELET:
    case RedirectType.RESTLET:
      required('sendRedirect', options, 'id');
      return call('url.resolveScript', { scriptId: identifier, deploymentId: id, returnExternalUrl: false, params });
    case RedirectType.TASK_LINK:
      return call('url.resolveTaskLink', { id: identifier, params });
    default:
      throw scriptError(
        'SIMULATOR_NOT_SUPPORTED',
        'The simulator does not support ServerResponse.sendRedirect to a media item.',
      );
  }
}
