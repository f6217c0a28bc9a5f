import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FOLDER = 'SuiteApps/org.example.other';

const MANIFEST = `<manifest projecttype="SUITEAPP">
  <publisherid>org.example</publisherid>
  <projectid>other</projectid>
  <projectname>Another app that throws after saves</projectname>
  <projectversion>1.0.0</projectversion>
  <frameworkversion>1.0</frameworkversion>
  <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies>
</manifest>`;

const DEPLOY = `<deploy>
  <files><path>~/FileCabinet/${FOLDER}/*</path></files>
  <objects><path>~/Objects/*</path></objects>
</deploy>`;

/** Throws in one of five saves, when the record is in already. */
const SCRIPT = `/**
 * @NApiVersion 2.1
 * @NScriptType UserEventScript
 */
define(['N/error'], (error) => ({
  afterSubmit: () => {
    if (Math.random() < 0.2) throw error.create({ name: 'OTHER_APP_FAILED', message: 'Another app failed after the save.' });
  },
}));
`;

const RECORD_TYPES = ['INVOICE', 'CREDITMEMO', 'CUSTOMER'];

/** Writes the project of another app, whose user event throws after saves at random; gives its folder. */
export function writeOtherApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'other-app-'));
  const deployments = RECORD_TYPES.map(
    (type) => `<scriptdeployment scriptid="customdeploy_other_${type.toLowerCase()}">
      <allroles>T</allroles><isdeployed>T</isdeployed><loglevel>ERROR</loglevel><recordtype>${type}</recordtype>
      <status>RELEASED</status>
    </scriptdeployment>`,
  );
  const files = {
    'manifest.xml': MANIFEST,
    'deploy.xml': DEPLOY,
    [`FileCabinet/${FOLDER}/throwAfterSave.js`]: SCRIPT,
    'Objects/customscript_other_throws.xml': `<usereventscript scriptid="customscript_other_throws">
      <name>Throws after saves</name><scriptfile>[/${FOLDER}/throwAfterSave.js]</scriptfile>
      <scriptdeployments>${deployments.join('')}</scriptdeployments>
    </usereventscript>`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
