import { setSecret } from '../../src/company/secrets';
import { setFeature } from '../../src/company/settings';
import { findFile, moduleText } from '../../src/files/cabinet';
import { customFields } from '../../src/records/custom/customFields';
import { deployedScript, userEventScripts } from '../../src/scripts/registry';
import { installProject } from '../../src/sdf/install';
import { DeploymentError } from '../../src/sdf/project/problem';
import { type Bench, openBench } from '../scripts/bench';
import { APP, folderOf, manifest, object, removeProjects, script, suiteApp, zipOf } from './projects';

const RECORD = `<customrecordtype scriptid="customrecord_x_thing">
  <recordname>Thing</recordname>
  <includename>T</includename>
  <customrecordcustomfields>
    <customrecordcustomfield scriptid="custrecord_x_size"><fieldtype>INTEGER</fieldtype><label>Size</label></customrecordcustomfield>
    <customrecordcustomfield scriptid="custrecord_x_colour"><fieldtype>SELECT</fieldtype><label>Colour</label>
      <selectrecordtype>[scriptid=customlist_x_colour]</selectrecordtype></customrecordcustomfield>
    <customrecordcustomfield scriptid="custrecord_x_on"><fieldtype>CHECKBOX</fieldtype><label>On</label><defaultchecked>T</defaultchecked></customrecordcustomfield>
  </customrecordcustomfields>
  <permissions><permission><permittedrole>[scriptid=customrole_x_clerk]</permittedrole><permittedlevel>EDIT</permittedlevel></permission></permissions>
  <instances>
    <instance scriptid="x_one"><name>One</name><custrecord_x_size>1</custrecord_x_size>
      <custrecord_x_colour>[scriptid=customlist_x_colour.x_blue]</custrecord_x_colour></instance>
    <instance scriptid="x_two"><name>Two</name><custrecord_x_on>F</custrecord_x_on></instance>
  </instances>
</customrecordtype>`;
const LIST = `<customlist scriptid="customlist_x_colour"><name>Colour</name><customvalues>
  <customvalue scriptid="x_red"><value>Red</value></customvalue>
  <customvalue scriptid="x_blue"><value>Blue</value></customvalue>
</customvalues></customlist>`;
const ROLE = `<role scriptid="customrole_x_clerk"><name>Clerk</name><centertype>ACCOUNTCENTER</centertype><permissions>
  <permission><permkey>TRAN_CUSTINVC</permkey><permlevel>EDIT</permlevel></permission>
  <permission><permkey>[scriptid=customrecord_x_thing]</permkey><permlevel>VIEW</permlevel></permission>
</permissions></role>`;
const records = { ...object(RECORD), ...object(LIST), ...object(ROLE) };

describe('installing a project', () => {
  let open: Bench;
  beforeEach(() => {
    open = openBench();
  });
  afterEach(() => open.close());
  afterAll(removeProjects);

  const install = (files: Readonly<Record<string, string>>, write = folderOf) =>
    open.perform(installProject(open.account, write(files)));
  const rows = (sql: string): readonly Record<string, unknown>[] => open.account.store.all(sql);

  test('a folder and a zip of the same project install the same', async () => {
    const fromZip = await install(suiteApp(records), zipOf);
    const other = openBench();
    const fromFolder = await other.perform(installProject(other.account, folderOf(suiteApp(records))));
    await other.close();
    expect(fromZip).toEqual(fromFolder);
    expect(fromZip).toMatchObject({ application: APP, version: '1.0.0', fromVersion: null, warnings: [] });
    expect(fromZip.objects.map(({ scriptId }) => scriptId).sort()).toEqual([
      'customlist_x_colour',
      'customrecord_x_thing',
      'customrole_x_clerk',
      'customscript_x_echo',
    ]);
  });

  test('files come to the file cabinet, where modules are found with and without .js', async () => {
    await install(suiteApp());
    expect(findFile(open.account, `SuiteApps/${APP}/echo.js`)?.fileType).toBe('JAVASCRIPT');
    expect(moduleText(open.account, `/SuiteApps/${APP}/echo`)?.path).toBe(`/SuiteApps/${APP}/echo.js`);
  });

  test('a custom record type becomes a table, and its instances rows whose references are internal ids', async () => {
    await install(suiteApp(records));
    const blue = rows("SELECT id FROM customlist_x_colour WHERE name = 'Blue'")[0]?.id;
    expect(
      rows('SELECT name, scriptid, custrecord_x_size, custrecord_x_colour, custrecord_x_on FROM customrecord_x_thing'),
    ).toEqual([
      { name: 'One', scriptid: 'x_one', custrecord_x_size: 1, custrecord_x_colour: blue, custrecord_x_on: 'T' },
      { name: 'Two', scriptid: 'x_two', custrecord_x_size: null, custrecord_x_colour: null, custrecord_x_on: 'F' },
    ]);
    expect(rows('SELECT role, level FROM customrecordpermission')).toEqual([
      { role: 'customrole_x_clerk', level: 'EDIT' },
    ]);
  });

  test('a role has its permissions, and the integration user the role', async () => {
    await install(suiteApp(records));
    expect(
      rows(
        "SELECT permkey, permlevel FROM rolepermissions JOIN role ON role = id WHERE scriptid = 'customrole_x_clerk'",
      ),
    ).toEqual([
      { permkey: 'TRAN_CUSTINVC', permlevel: 3 },
      { permkey: 'customrecord_x_thing', permlevel: 1 },
    ]);
    expect(
      rows("SELECT entity FROM employeerolesforsearch JOIN role ON role = id WHERE scriptid = 'customrole_x_clerk'"),
    ).toHaveLength(1);
  });

  test('fields of records apply where their boxes are ticked', async () => {
    await install(
      suiteApp({
        ...object(
          '<transactionbodycustomfield scriptid="custbody_x_a"><fieldtype>TEXT</fieldtype><label>A</label><bodysale>T</bodysale></transactionbodycustomfield>',
        ),
        ...object(
          '<transactioncolumncustomfield scriptid="custcol_x_b"><fieldtype>DATE</fieldtype><label>B</label><coljournal>T</coljournal></transactioncolumncustomfield>',
        ),
        ...object(
          '<itemcustomfield scriptid="custitem_x_c"><fieldtype>FLOAT</fieldtype><label>C</label><appliestoservice>T</appliestoservice><itemsubtype>SALE</itemsubtype></itemcustomfield>',
        ),
        ...object(
          '<entitycustomfield scriptid="custentity_x_d"><fieldtype>CHECKBOX</fieldtype><label>D</label><appliestocustomer>T</appliestocustomer></entitycustomfield>',
        ),
        'manifest.xml': manifest('1.0.0').replace(
          '</features>',
          '<feature required="true">ACCOUNTING</feature></features>',
        ),
      }),
    );
    const ids = (kind: Parameters<typeof customFields>[1], type: string) =>
      customFields(open.account, kind, type).map(({ id }) => id);
    expect(ids('transactionbodycustomfield', 'invoice')).toEqual(['custbody_x_a']);
    expect(ids('transactionbodycustomfield', 'customerpayment')).toEqual([]);
    expect(ids('transactioncolumncustomfield', 'journalentry')).toEqual(['custcol_x_b']);
    expect(ids('transactioncolumncustomfield', 'invoice')).toEqual([]);
    expect(ids('itemcustomfield', 'serviceresaleitem')).toEqual(['custitem_x_c']);
    expect(ids('itemcustomfield', 'servicepurchaseitem')).toEqual([]);
    expect(ids('entitycustomfield', 'customer')).toEqual(['custentity_x_d']);
  });

  test('deployments carry status, audience and the values of their parameters', async () => {
    await install(
      suiteApp({
        ...records,
        [`FileCabinet/SuiteApps/${APP}/job.js`]: script('MapReduceScript', '{}'),
        ...object(`<mapreducescript scriptid="customscript_x_job"><name>Job</name>
          <scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>
          <scriptcustomfields>
            <scriptcustomfield scriptid="custscript_x_limit"><fieldtype>INTEGER</fieldtype><label>Limit</label><defaultvalue>7</defaultvalue></scriptcustomfield>
            <scriptcustomfield scriptid="custscript_x_dry"><fieldtype>CHECKBOX</fieldtype><label>Dry run</label></scriptcustomfield>
            <scriptcustomfield scriptid="custscript_x_colour"><fieldtype>SELECT</fieldtype><label>Colour</label><selectrecordtype>[scriptid=customlist_x_colour]</selectrecordtype></scriptcustomfield>
          </scriptcustomfields>
          <scriptdeployments>
            <scriptdeployment scriptid="customdeploy_x_job"><status>NOTSCHEDULED</status><title>Job</title>
              <concurrencylimit>5</concurrencylimit><buffersize>2</buffersize><custscript_x_dry>T</custscript_x_dry>
              <custscript_x_colour>[scriptid=customlist_x_colour.x_red]</custscript_x_colour></scriptdeployment>
          </scriptdeployments></mapreducescript>`),
      }),
    );
    const red = String(rows("SELECT id FROM customlist_x_colour WHERE name = 'Red'")[0]?.id);
    expect(deployedScript(open.account, 'customscript_x_job', 'customdeploy_x_job')).toMatchObject({
      scriptType: 'MAPREDUCE',
      status: 'NOTSCHEDULED',
      concurrencyLimit: 5,
      bufferSize: 2,
      parameters: { custscript_x_limit: 7, custscript_x_dry: true, custscript_x_colour: red },
    });
    const echo = deployedScript(open.account, 'customscript_x_echo', '1');
    expect(echo).toMatchObject({ deploymentId: 'customdeploy_x_echo', audience: { allRoles: true, roles: [] } });
    expect(deployedScript(open.account, echo?.script ?? '', echo?.deployment ?? '')).toEqual(echo);
  });

  test('user event scripts are found by record type, also of a custom one', async () => {
    const event = (type: string, id: string) => `<scriptdeployment scriptid="${id}"><status>RELEASED</status>
      <recordtype>${type}</recordtype><executioncontext>USERINTERFACE|RESTLET</executioncontext><allroles>T</allroles></scriptdeployment>`;
    await install(
      suiteApp({
        ...records,
        [`FileCabinet/SuiteApps/${APP}/event.js`]: script('UserEventScript', '{}'),
        ...object(`<usereventscript scriptid="customscript_x_event"><name>Event</name><scriptfile>[/SuiteApps/${APP}/event.js]</scriptfile>
          <scriptdeployments>${event('INVOICE', 'customdeploy_x_a')}${event('[scriptid=customrecord_x_thing]', 'customdeploy_x_b')}</scriptdeployments></usereventscript>`),
      }),
    );
    expect(userEventScripts(open.account, 'invoice')).toMatchObject([
      { deploymentId: 'customdeploy_x_a', recordType: 'invoice', executionContexts: ['USERINTERFACE', 'RESTLET'] },
    ]);
    expect(userEventScripts(open.account, 'customrecord_x_thing')).toMatchObject([
      { deploymentId: 'customdeploy_x_b' },
    ]);
    expect(userEventScripts(open.account, 'customer')).toEqual([]);
  });

  test('center tabs and categories with their links are kept', async () => {
    await install(
      suiteApp({
        ...object(
          '<centertab scriptid="custcentertab_x"><label>Things</label><center>BASIC</center><allroles>T</allroles></centertab>',
        ),
        ...object(`<centercategory scriptid="custcentercategory_x"><label>Lists</label><center>BASIC</center><centertab>[scriptid=custcentertab_x]</centertab>
          <links><link><linkobject>[scriptid=customscript_x_echo.customdeploy_x_echo]</linkobject><linktasktype>SCRIPT</linktasktype><linklabel>Echo</linklabel></link></links></centercategory>`),
      }),
    );
    expect(rows('SELECT target, label FROM centerlink')).toEqual([
      { target: 'customscript_x_echo.customdeploy_x_echo', label: 'Echo' },
    ]);
  });

  test('a secret has to be in the account already', async () => {
    const files = suiteApp(object('<secret scriptid="custsecret_x_key"/>'));
    await expect(install(files)).rejects.toThrow(
      'Objects/custsecret_x_key.xml (custsecret_x_key): The account has no API secret',
    );
    setSecret(open.account, 'custsecret_x_key', 'hidden');
    await expect(install(files)).resolves.toBeDefined();
  });

  test('a failure while writing leaves nothing behind', async () => {
    const files = suiteApp({ ...records, ...object('<secret scriptid="custsecret_x_key"/>') });
    await expect(install(files)).rejects.toBeInstanceOf(DeploymentError);
    expect(findFile(open.account, `/SuiteApps/${APP}/echo.js`)).toBeNull();
    expect(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'customrecord_x%'")).toEqual([]);
    expect(rows('SELECT * FROM installedobject UNION ALL SELECT 1, 1, 1, 1 FROM installedproject')).toEqual([]);
    expect(deployedScript(open.account, 'customscript_x_echo', 'customdeploy_x_echo')).toBeNull();
  });

  test('a feature that the manifest requires must be on', async () => {
    setFeature(open.account, 'CUSTOMRECORDS', false);
    await expect(install(suiteApp())).rejects.toThrow('manifest.xml: The manifest requires the feature CUSTOMRECORDS');
  });

  describe('an upgrade', () => {
    const wider = RECORD.replace('<label>Size</label>', '<label>Width</label>').replace(
      '</customrecordcustomfields>',
      '<customrecordcustomfield scriptid="custrecord_x_note"><fieldtype>CLOBTEXT</fieldtype><label>Note</label></customrecordcustomfield></customrecordcustomfields>',
    );

    test('keeps the data, adds fields and changes labels', async () => {
      await install(suiteApp(records));
      open.account.store.run("INSERT INTO customrecord_x_thing (name, custrecord_x_size) VALUES ('Mine', 9)");
      const report = await install(suiteApp({ ...records, ...object(wider) }, '1.1.0'));
      expect(report).toMatchObject({ fromVersion: '1.0.0', version: '1.1.0' });
      expect(report.objects.find(({ scriptId }) => scriptId === 'customrecord_x_thing')?.action).toBe('updated');
      expect(
        rows('SELECT name, custrecord_x_size, custrecord_x_note FROM customrecord_x_thing ORDER BY id'),
      ).toMatchObject([
        { name: 'One' },
        { name: 'Two' },
        { name: 'Mine', custrecord_x_size: 9, custrecord_x_note: null },
      ]);
      expect(
        customFields(open.account, 'customrecordcustomfield', 'customrecord_x_thing').map(({ label }) => label),
      ).toEqual(['Width', 'Colour', 'On', 'Note']);
    });

    test('overwrites deployments, instances and list values unless overwriting.xml preserves them', async () => {
      await install(suiteApp(records));
      const change = (): void => {
        open.account.store.run("UPDATE scriptdeployment SET loglevel = 'ERROR'");
        open.account.store.run('UPDATE customrecord_x_thing SET custrecord_x_size = 100');
        open.account.store.run("UPDATE customlist_x_colour SET name = 'Rouge' WHERE scriptid = 'x_red'");
      };
      const state = () => [
        rows('SELECT loglevel FROM scriptdeployment')[0]?.loglevel,
        rows("SELECT custrecord_x_size FROM customrecord_x_thing WHERE scriptid = 'x_one'")[0]?.custrecord_x_size,
        rows("SELECT name FROM customlist_x_colour WHERE scriptid = 'x_red'")[0]?.name,
      ];
      change();
      await install(suiteApp(records, '1.0.1'));
      expect(state()).toEqual(['DEBUG', 1, 'Red']);
      change();
      const preserving = `<preference type="OVERWRITING">
        <scriptdeployments defaultAction="PRESERVE"/>
        <customrecordtypes><customrecordtype scriptid="customrecord_x_thing"><instances defaultAction="PRESERVE"/></customrecordtype></customrecordtypes>
        <customlists><customlist scriptid="customlist_x_colour"><customvalues defaultAction="PRESERVE"/></customlist></customlists>
      </preference>`;
      await install(suiteApp({ ...records, 'InstallationPreferences/overwriting.xml': preserving }, '1.0.2'));
      expect(state()).toEqual(['ERROR', 100, 'Rouge']);
    });

    test('to a lower version is refused', async () => {
      await install(suiteApp({}, '2.0.0'));
      await expect(install(suiteApp({}, '1.9.9'))).rejects.toThrow(
        'Version 1.9.9 is lower than the installed version 2.0.0',
      );
    });

    test("may not change a field's type to one that its values do not fit", async () => {
      await install(suiteApp(records));
      const changed = RECORD.replace('<fieldtype>INTEGER</fieldtype>', '<fieldtype>TEXT</fieldtype>');
      await expect(install(suiteApp({ ...records, ...object(changed) }, '1.1.0'))).rejects.toThrow(
        /customrecord_x_thing.*type/,
      );
      expect(rows('SELECT version FROM installedproject')).toEqual([{ version: '1.0.0' }]);
    });
  });

  test('locking and hiding are read and kept', async () => {
    await install(
      suiteApp({
        'InstallationPreferences/locking.xml': '<preference type="LOCKING" defaultAction="LOCK"/>',
        'InstallationPreferences/hiding.xml': `<preference type="HIDING" defaultAction="UNHIDE"><apply action="HIDE"><path>~/FileCabinet/SuiteApps/${APP}/*</path></apply></preference>`,
      }),
    );
    expect(rows("SELECT islocked FROM installedobject WHERE scriptid = 'customscript_x_echo'")).toEqual([
      { islocked: 'T' },
    ]);
    expect(rows('SELECT ishidden FROM installedfile')).toEqual([{ ishidden: 'T' }]);
  });

  test('an account customization installs scripts under SuiteScripts', async () => {
    const report = await install({
      'manifest.xml': `<manifest projecttype="ACCOUNTCUSTOMIZATION"><projectname>Ours</projectname><frameworkversion>1.0</frameworkversion>
        <dependencies><features><feature required="true">SERVERSIDESCRIPTING</feature></features></dependencies></manifest>`,
      'deploy.xml':
        '<deploy><files><path>~/FileCabinet/SuiteScripts/*</path></files><objects><path>~/Objects/*</path></objects></deploy>',
      'FileCabinet/SuiteScripts/nightly.js': script('ScheduledScript', '{ execute: function () {} }'),
      ...object(`<scheduledscript scriptid="customscript_nightly"><name>Nightly</name><scriptfile>[/SuiteScripts/nightly.js]</scriptfile>
        <scriptdeployments><scriptdeployment scriptid="customdeploy_nightly"><status>NOTSCHEDULED</status><title>Nightly</title></scriptdeployment></scriptdeployments></scheduledscript>`),
    });
    expect(report).toMatchObject({ application: 'Ours', files: ['/SuiteScripts/nightly.js'] });
    expect(deployedScript(open.account, 'customscript_nightly', 'customdeploy_nightly')?.scriptType).toBe('SCHEDULED');
  });

  describe('installation scripts', () => {
    const withScript = (body: string, place: 'before' | 'after') => {
      const run =
        '<run><script><path>~/Objects/customscript_x_setup.xml</path><deployment>customdeploy_x_setup</deployment></script></run>';
      const objects = '<objects><path>~/Objects/*</path></objects>';
      return {
        'deploy.xml': `<deploy>${place === 'before' ? run + objects : objects + run}<files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files></deploy>`,
        [`FileCabinet/SuiteApps/${APP}/setup.js`]: script(
          'SDFInstallationScript',
          `{ run: function (context) { ${body} } }`,
          ['N/log', 'N/runtime', 'N/error'],
        ),
        ...object(`<sdfinstallationscript scriptid="customscript_x_setup"><name>Setup</name><scriptfile>[/SuiteApps/${APP}/setup.js]</scriptfile>
          <scriptdeployments><scriptdeployment scriptid="customdeploy_x_setup"><status>RELEASED</status><title>Setup</title></scriptdeployment></scriptdeployments></sdfinstallationscript>`),
      };
    };
    const body = "log.audit(runtime.executionContext, context.fromVersion + ' to ' + context.toVersion);";

    test('run with the versions', async () => {
      await install(suiteApp(withScript(body, 'after')));
      await install(suiteApp(withScript(body, 'after'), '1.2.0'));
      expect(open.logged('SDFINSTALLATION')).toEqual(['null to 1.0.0', '1.0.0 to 1.2.0']);
    });

    test.each([
      ['before the objects', 'before', null],
      ['after the objects', 'after', 'customscript_x_echo'],
    ] as const)('that throw %s stop the deployment there, with their message', async (_, place, found) => {
      const files = suiteApp(withScript("throw error.create({ name: 'NO_WAY', message: 'Prepare first' });", place));
      await expect(install(files)).rejects.toThrow('NO_WAY: Prepare first');
      expect(deployedScript(open.account, 'customscript_x_echo', 'customdeploy_x_echo')?.scriptId ?? null).toBe(found);
      expect(rows('SELECT * FROM installedproject')).toEqual([]);
    });
  });
});
