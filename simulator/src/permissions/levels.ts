/** Levels of `rolepermissions.permlevel`, as N/runtime's Permission enumeration counts them. */
export const PERMISSION_LEVELS = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 } as const;

/** What is done to a record. */
export type PermissionAction = 'view' | 'create' | 'edit' | 'delete';

/**
 * The level that an action needs: View lets one look, Create also create, Edit also change, Full also delete
 * (section_N326341; for custom records section_N2879931).
 */
export const LEVEL_OF: Readonly<Record<PermissionAction, number>> = {
  view: PERMISSION_LEVELS.VIEW,
  create: PERMISSION_LEVELS.CREATE,
  edit: PERMISSION_LEVELS.EDIT,
  delete: PERMISSION_LEVELS.FULL,
};
