import type { Check } from '../suiteAppPackage';

/** Bytes that NetSuite takes as a SuiteCloud project (subsect_1509931104). */
const limit = 50 * 1024 * 1024;

export const size: Check = (contents) =>
  contents.size > limit ? [`The zip has ${contents.size} bytes; NetSuite takes ${limit}.`] : [];
