import { applicationId, type Check, childText, textOf } from '../suiteAppPackage';
import { parseXml } from '../xml';

/** The manifest names a SuiteApp within Oracle's limits (subsect_1509931104), and preferences come complete. */
export const manifest: Check = (contents) => {
  const root = parseXml(textOf(contents, 'manifest.xml'));
  const problems: string[] = [];
  if (root.attributes.projecttype !== 'SUITEAPP') problems.push('manifest.xml is not of the project type SUITEAPP.');
  const project = childText(root, 'projectid');
  if (!/^[a-z0-9]{1,39}$/.test(project)) problems.push(`manifest.xml: ${project} is no project id.`);
  const publisher = childText(root, 'publisherid');
  if (!/^[a-z0-9]+\.[a-z0-9]+$/.test(publisher)) problems.push(`manifest.xml: ${publisher} is no publisher id.`);
  if (applicationId(root).length > 80) problems.push('manifest.xml: the application id has over 80 characters.');
  const version = childText(root, 'projectversion');
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`manifest.xml: ${version} is no semantic version.`);
  // section_1515950118
  if (
    contents.files.has('InstallationPreferences/locking.xml') &&
    !contents.files.has('InstallationPreferences/hiding.xml')
  ) {
    problems.push('InstallationPreferences has locking.xml but no hiding.xml.');
  }
  return problems;
};
