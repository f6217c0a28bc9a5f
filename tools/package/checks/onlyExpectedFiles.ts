import { applicationId, type Check, textOf } from '../suiteAppPackage';
import { parseXml } from '../xml';

/** Only what belongs in a SuiteApp is in the package: no sources, no packages as installed, nobody's private files. */
export const onlyExpectedFiles: Check = (contents) => {
  const folder = `FileCabinet/SuiteApps/${applicationId(parseXml(textOf(contents, 'manifest.xml')))}/`;
  const expected = [
    /^(manifest|deploy)\.xml$/,
    /^InstallationPreferences\/(locking|hiding|overwriting)\.xml$/,
    /^Objects\/([A-Za-z]+\/)*[a-z0-9_]+\.xml$/,
    new RegExp(`^${folder.replaceAll('.', '\\.')}([A-Za-z0-9]+/)*[A-Za-z0-9]+\\.(js|css|html|svg|png|txt)$`),
  ];
  return [...contents.files.keys()]
    .filter((path) => !expected.some((pattern) => pattern.test(path)))
    .map((path) => `${path} does not belong in the package.`);
};
