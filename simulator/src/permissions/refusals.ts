import { NetSuiteError } from '../kernel/errors';
import { PERMISSION_LEVELS } from './levels';
import { permissionName } from './names';

/*
 * NetSuite's sentences (section_N3539978, code INSUFFICIENT_PERMISSION). Oracle's pages show one space where recorded
 * answers of SOAP web services and SDF have two ("You need  the"); these are the pages' words.
 */
const CONTACT = 'Please contact your account administrator.';

/** The role lacks the permission, or has it at too low a level. */
export function insufficientPermission(permission: string, has: number): NetSuiteError {
  const need = has === PERMISSION_LEVELS.NONE ? 'the' : 'a higher level of the';
  return violation(`You need ${need} '${permissionName(permission)}' permission to access this page. ${CONTACT}`);
}

/** The role may not do this to records of a custom type, given by its name. */
export function insufficientCustomPermission(typeName: string): NetSuiteError {
  return violation(`You need a higher permission for custom record type ${typeName} to access this page. ${CONTACT}`);
}

/** The record belongs to a subsidiary that the role does not have. */
export function deniedBySubsidiary(): NetSuiteError {
  return violation('The subsidiary restrictions on your role deny you access to this record.');
}

/** The role may see the record and not change it. */
export function deniedToModify(): NetSuiteError {
  return violation('The restrictions on your role do not allow you to modify this record.');
}

/** The role may see only records that its user owns. */
export function deniedToView(): NetSuiteError {
  return violation('The restrictions on your role deny you access to this record.');
}

function violation(sentence: string): NetSuiteError {
  return new NetSuiteError('INSUFFICIENT_PERMISSION', `Permission Violation: ${sentence}`);
}
