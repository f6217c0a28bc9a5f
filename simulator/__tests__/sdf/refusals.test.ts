import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountFacts } from '../../src/sdf/check/accountCheck';
import { checkProject } from '../../src/sdf/check/projectCheck';
import { DeploymentError, describeProblem } from '../../src/sdf/project/problem';
import { readProject } from '../../src/sdf/project/project';
import { APP, folderOf, manifest, object, removeProjects, script, suiteApp } from './projects';

const ACCOUNT: AccountFacts = {
  featureIsOn: () => true,
  ownerOf: (scriptId) => (scriptId === 'customrecord_theirs' ? 'org.other.app' : null),
  hasFile: () => false,
  installedVersion: (application) => (application === 'org.other.app' ? '1.0.0' : undefined),
};

function problemsOf(files: Readonly<Record<string, string>>, kind: 'errors' | 'warnings' = 'errors'): string[] {
  const project = readProject(folderOf(files));
  checkProject(project, ACCOUNT);
  return project.problems[kind].map(describeProblem);
}

const list = (xml: string): Record<string, string> => suiteApp(object(xml));
const deployment = (rest: string): string =>
  `<scriptdeployments><scriptdeployment scriptid="customdeploy_x_job"><title>Job</title>${rest}</scriptdeployment></scriptdeployments>`;
const job = (rest: string): Record<string, string> =>
  suiteApp({
    [`FileCabinet/SuiteApps/${APP}/job.js`]: script('MapReduceScript', '{}'),
    ...object(
      `<mapreducescript scriptid="customscript_x_job"><name>Job</name><scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>${rest}</mapreducescript>`,
    ),
  });

afterAll(removeProjects);

test('a project without a fault has no problems', () => {
  expect(problemsOf(suiteApp())).toEqual([]);
  expect(problemsOf(suiteApp(), 'warnings')).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'an object type that is unknown',
    list('<workflow scriptid="customworkflow_x"/>'),
    'does not support objects of type workflow',
  ],
  [
    'a kind of field that the simulator lacks',
    list('<othercustomfield scriptid="custrecord_x"/>'),
    'does not support objects of type othercustomfield',
  ],
  [
    'a missing required field',
    list('<customlist scriptid="customlist_x"/>'),
    'Objects/customlist_x.xml (customlist_x): The required field name is missing in customlist',
  ],
  [
    'a field that the object does not have',
    list('<customlist scriptid="customlist_x"><name>X</name><colour>red</colour></customlist>'),
    'The field colour is not valid in customlist',
  ],
  [
    'a field that appears twice',
    list('<customlist scriptid="customlist_x"><name>X</name><name>Y</name></customlist>'),
    'appears more than once',
  ],
  [
    'a value that is too long',
    list(`<customlist scriptid="customlist_x"><name>${'x'.repeat(31)}</name></customlist>`),
    'name must not exceed 30 characters',
  ],
  [
    'a box that is neither T nor F',
    list('<customlist scriptid="customlist_x"><name>X</name><isordered>yes</isordered></customlist>'),
    'must be T or F',
  ],
  [
    'a value outside its enumeration',
    list(
      '<role scriptid="customrole_x"><name>X</name><centertype>BASIC</centertype><subsidiaryoption>SOME</subsidiaryoption></role>',
    ),
    '"SOME" of subsidiaryoption is not one of',
  ],
  [
    'a script id without its prefix',
    list('<customlist scriptid="list_x"><name>X</name></customlist>'),
    'must start with customlist',
  ],
  ['a script id in upper case', list('<customlist scriptid="customlist_X"><name>X</name></customlist>'), 'lower-case'],
  [
    'a script id that is too long',
    list(`<customlist scriptid="customlist_${'x'.repeat(28)}"><name>X</name></customlist>`),
    'must not exceed 38 characters',
  ],
  [
    'a field id that is too long for a column',
    list(
      `<transactioncolumncustomfield scriptid="custcol_${'x'.repeat(30)}"><fieldtype>TEXT</fieldtype><label>X</label></transactioncolumncustomfield>`,
    ),
    'must not exceed 37 characters',
  ],
  [
    'two values of a list with one id',
    list(
      '<customlist scriptid="customlist_x"><name>X</name><customvalues><customvalue scriptid="a"><value>A</value></customvalue><customvalue scriptid="a"><value>B</value></customvalue></customvalues></customlist>',
    ),
    'is used more than once',
  ],
  [
    'a file named unlike its object',
    suiteApp({ 'Objects/other.xml': '<customlist scriptid="customlist_x"><name>X</name></customlist>' }),
    'The file name must be customlist_x.xml',
  ],
  [
    'two objects with one id',
    suiteApp({
      'Objects/customlist_x.xml': '<customlist scriptid="customlist_x"><name>X</name></customlist>',
      'Objects/b/customlist_x.xml': '<customlist scriptid="customlist_x"><name>X</name></customlist>',
    }),
    'The scriptid is also used in',
  ],
  [
    'XML that is not well-formed',
    suiteApp({ 'Objects/customlist_x.xml': '<customlist>' }),
    'Objects/customlist_x.xml: The XML is not well-formed. Line 1',
  ],
  [
    'a selection without its record type',
    list(
      '<entitycustomfield scriptid="custentity_x"><fieldtype>SELECT</fieldtype><label>X</label></entitycustomfield>',
    ),
    'selectrecordtype of custentity_x is mandatory',
  ],
  [
    'a selection of what the simulator lacks',
    list(
      '<entitycustomfield scriptid="custentity_x"><fieldtype>SELECT</fieldtype><label>X</label><selectrecordtype>-4025</selectrecordtype></entitycustomfield>',
    ),
    'does not support the selectrecordtype -4025',
  ],
  [
    'a formula',
    list(
      '<entitycustomfield scriptid="custentity_x"><fieldtype>TEXT</fieldtype><label>X</label><isformula>T</isformula></entitycustomfield>',
    ),
    'does not support formulas',
  ],
  [
    'a reference to nothing',
    list(
      '<entitycustomfield scriptid="custentity_x"><fieldtype>SELECT</fieldtype><label>X</label><selectrecordtype>[scriptid=customlist_y]</selectrecordtype></entitycustomfield>',
    ),
    'The reference [scriptid=customlist_y] in selectrecordtype cannot be resolved',
  ],
  [
    "a reference to another application's object that is no dependency",
    list(
      '<entitycustomfield scriptid="custentity_x"><fieldtype>SELECT</fieldtype><label>X</label><selectrecordtype>[scriptid=customrecord_theirs]</selectrecordtype></entitycustomfield>',
    ),
    'cannot be resolved',
  ],
  [
    "another application's object",
    list('<customrecordtype scriptid="customrecord_theirs"><recordname>X</recordname></customrecordtype>'),
    'The object belongs to org.other.app already',
  ],
  [
    'an instance without its name',
    list(
      '<customrecordtype scriptid="customrecord_x"><recordname>X</recordname><instances><instance scriptid="a"/></instances></customrecordtype>',
    ),
    'The required field name is missing in instance a',
  ],
  [
    'an instance with a field of nobody',
    list(
      '<customrecordtype scriptid="customrecord_x"><recordname>X</recordname><includename>F</includename><instances><instance scriptid="a"><custrecord_y>1</custrecord_y></instance></instances></customrecordtype>',
    ),
    'has a value for custrecord_y',
  ],
  [
    'a script file that is not there',
    suiteApp({ [`FileCabinet/SuiteApps/${APP}/echo.js`]: null, [`FileCabinet/SuiteApps/${APP}/b.js`]: '' }),
    `The file /SuiteApps/${APP}/echo.js in scriptfile does not exist`,
  ],
  [
    'a script file of another type',
    suiteApp({ [`FileCabinet/SuiteApps/${APP}/echo.js`]: script('Suitelet', '{}') }),
    'must have the tag @NScriptType restlet, not "Suitelet"',
  ],
  [
    'a script file without its version',
    suiteApp({ [`FileCabinet/SuiteApps/${APP}/echo.js`]: '/** @NScriptType Restlet */' }),
    'must have the tag @NApiVersion',
  ],
  [
    'a script file that is named without brackets',
    list('<restlet scriptid="customscript_x"><name>X</name><scriptfile>/SuiteApps/a.js</scriptfile></restlet>'),
    'must be a file in square brackets',
  ],
  [
    'a status that the script type does not have',
    job(deployment('<status>RELEASED</status>')),
    'The status RELEASED of customdeploy_x_job is not one of NOTSCHEDULED, SCHEDULED, TESTING',
  ],
  [
    'a value for a parameter of nobody',
    job(deployment('<status>NOTSCHEDULED</status><custscript_y>1</custscript_y>')),
    'has a value for custscript_y',
  ],
  [
    'a mandatory parameter without value',
    job(
      `<scriptcustomfields><scriptcustomfield scriptid="custscript_x"><fieldtype>TEXT</fieldtype><label>X</label><ismandatory>T</ismandatory></scriptcustomfield></scriptcustomfields>${deployment('<status>NOTSCHEDULED</status>')}`,
    ),
    'no value for the mandatory parameter custscript_x',
  ],
  [
    'a schedule without recurrence',
    job(deployment('<status>SCHEDULED</status>')),
    'is SCHEDULED and has no recurrence',
  ],
  [
    'two recurrences',
    job(
      deployment(
        '<status>SCHEDULED</status><recurrence><single><startdate>2026-01-01</startdate><starttime>00:00:00Z</starttime></single><everyweekday><startdate>2026-01-01</startdate><starttime>00:00:00Z</starttime></everyweekday></recurrence>',
      ),
    ),
    'exactly one schedule',
  ],
  [
    'a repetition that NetSuite does not have',
    job(
      deployment(
        '<status>SCHEDULED</status><recurrence><single><startdate>2026-01-01</startdate><starttime>00:00:00Z</starttime><repeat>PT10M</repeat></single></recurrence>',
      ),
    ),
    '"PT10M" of repeat is not one of',
  ],
  [
    "a file outside of the SuiteApp's folder",
    suiteApp({
      'FileCabinet/SuiteScripts/a.js': '',
      'deploy.xml': '<deploy><files><path>~/FileCabinet/*</path></files></deploy>',
    }),
    `Files of the project must be in /SuiteApps/${APP}/`,
  ],
  [
    'a path that does not exist',
    suiteApp({ 'deploy.xml': '<deploy><objects><path>~/Objects/none.xml</path></objects></deploy>' }),
    'The path ~/Objects/none.xml does not exist',
  ],
  [
    'a path that does not start at the project',
    suiteApp({ 'deploy.xml': '<deploy><objects><path>Objects/*</path></objects></deploy>' }),
    'must start with ~/',
  ],
  [
    'an unknown step',
    suiteApp({ 'deploy.xml': '<deploy><objects><path>~/Objects/*</path></objects><dance/></deploy>' }),
    'The element dance is not allowed',
  ],
  [
    'a script to run that is none',
    suiteApp({
      'deploy.xml':
        '<deploy><objects><path>~/Objects/*</path></objects><run><script><path>~/Objects/customscript_x_echo.xml</path><deployment>customdeploy_x_echo</deployment></script></run></deploy>',
    }),
    'is no sdfinstallationscript',
  ],
  ['a version that is not semantic', suiteApp({}, '1.0'), 'must be a semantic version'],
  [
    'a project type that is unknown',
    suiteApp({ 'manifest.xml': manifest('1.0.0').replace('SUITEAPP', 'BUNDLE') }),
    'must be SUITEAPP or ACCOUNTCUSTOMIZATION',
  ],
  [
    'a feature that objects need and the manifest does not require',
    suiteApp({
      ...object('<customlist scriptid="customlist_x"><name>X</name></customlist>'),
      'manifest.xml': manifest('1.0.0').replace('<feature required="true">CUSTOMRECORDS</feature>', ''),
    }),
    'must name the feature CUSTOMRECORDS as required',
  ],
  [
    'an application that is not installed',
    suiteApp({ 'manifest.xml': manifest('1.0.0', '<applications><application id="org.none.app"/></applications>') }),
    'The application org.none.app that the manifest depends on is not installed',
  ],
  [
    'locking without hiding',
    suiteApp({ 'InstallationPreferences/locking.xml': '<preference type="LOCKING" defaultAction="LOCK"/>' }),
    'must also have hiding.xml',
  ],
  [
    'a preference with an action of its own',
    suiteApp({
      'InstallationPreferences/overwriting.xml':
        '<preference type="OVERWRITING"><scriptdeployments defaultAction="KEEP"/></preference>',
    }),
    'must be OVERWRITE or PRESERVE',
  ],
])('%s is refused', (_, files, message) => {
  const problems = problemsOf(files);
  expect(problems.filter((problem) => problem.includes(message))).toHaveLength(1);
});

test('every problem is reported, not only the first', () => {
  const files = suiteApp({
    ...object('<customlist scriptid="customlist_x"/>'),
    ...object('<workflow scriptid="customworkflow_x"/>'),
    'manifest.xml': manifest('1'),
  });
  expect(problemsOf(files)).toHaveLength(3);
});

test('a dependency of the manifest may be referred to', () => {
  const field =
    '<entitycustomfield scriptid="custentity_x"><fieldtype>SELECT</fieldtype><label>X</label><selectrecordtype>[scriptid=customrecord_theirs]</selectrecordtype></entitycustomfield>';
  const dependencies =
    '<applications><application id="org.other.app"><objects><object>customrecord_theirs</object></objects></application></applications>';
  expect(problemsOf(suiteApp({ ...object(field), 'manifest.xml': manifest('1.0.0', dependencies) }))).toEqual([]);
});

test('what needs a feature that the manifest does not name, and objects that are not deployed, are warned of', () => {
  const role =
    '<role scriptid="customrole_x"><name>X</name><centertype>BASIC</centertype><iswebserviceonlyrole>T</iswebserviceonlyrole></role>';
  expect(problemsOf(suiteApp(object(role)), 'warnings')).toEqual([
    expect.stringContaining('The field iswebserviceonlyrole needs the feature WEBSERVICES'),
  ]);
  const deploy = `<deploy><files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files></deploy>`;
  expect(problemsOf(suiteApp({ 'deploy.xml': deploy }), 'warnings')).toEqual([
    expect.stringContaining('No path in deploy.xml covers this object'),
  ]);
});

test('a place without a project, and a file that is no zip, are refused', () => {
  const folder = folderOf({ 'readme.txt': '' });
  expect(() => readProject(folder)).toThrow('The project has no manifest.xml');
  expect(() => readProject(join(folder, 'none'))).toThrow(DeploymentError);
  writeFileSync(join(folder, 'a.zip'), 'no zip');
  expect(() => readProject(join(folder, 'a.zip'))).toThrow('not a zip file');
});
