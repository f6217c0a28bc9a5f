import { SCRIPT_PARAMETER } from './customField';
import {
  DAYS_OF_WEEK,
  EVENT_TYPES,
  EXECUTION_CONTEXTS,
  LOG_LEVELS,
  ORDERS_OF_WEEK,
  REPEAT_TIMES,
  SCRIPT_STATUSES,
  SUITELET_TASK_TYPES,
} from './enumerations';
import {
  choice,
  choices,
  type ElementSchema,
  each,
  file,
  flag,
  type GroupSchema,
  group,
  list,
  number,
  type ObjectSchema,
  required,
  text,
  withFeature,
} from './schema';

type Elements = Readonly<Record<string, ElementSchema>>;

const DEPLOYMENT: Elements = {
  status: required(choice(SCRIPT_STATUSES)),
  isdeployed: flag(),
  loglevel: choice(LOG_LEVELS),
};

const AUDIENCE: Elements = {
  ...each('allemployees allroles', flag()),
  ...each('audemployee audgroup audslctrole', text()),
  allpartners: withFeature('CRM', flag()),
  audpartner: withFeature('CRM', text()),
  auddepartment: withFeature('DEPARTMENTS', text()),
  audsubsidiary: withFeature('SUBSIDIARIES', text()),
};

const CONTEXTS: Elements = {
  recordtype: required(text()),
  eventtype: choice(EVENT_TYPES),
  alllocalizationcontexts: flag(),
  executioncontext: choices(EXECUTION_CONTEXTS),
  localizationcontext: text(),
};

const start: Elements = { ...each('startdate starttime', required(text())), repeat: choice(REPEAT_TIMES) };
const days = each('sunday monday tuesday wednesday thursday friday saturday', required(flag()));
const months = required(number(1, 1000));
const dayOfWeek: Elements = {
  orderofweek: required(choice(ORDERS_OF_WEEK)),
  dayofweek: required(choice(DAYS_OF_WEEK)),
};
const repeated = (elements: Elements): ElementSchema => group({ elements: { ...start, enddate: text(), ...elements } });

const RECURRENCE: GroupSchema = {
  elements: {
    single: group({ elements: start }),
    daily: repeated({ everyxdays: required(number(1, 1000)) }),
    everyweekday: repeated({}),
    weekly: repeated({ everyxweeks: required(number(1, 1000)), ...days }),
    monthly: repeated({ everyxmonths: months }),
    monthlydayofweek: repeated({ ...dayOfWeek, everyxmonths: months }),
    yearly: repeated({}),
    yearlydayofweek: repeated(dayOfWeek),
  },
};

function script(deployment: Elements, elements: Elements = {}): ObjectSchema {
  return {
    scriptId: { prefix: 'customscript', maxLength: 40 },
    features: ['SERVERSIDESCRIPTING'],
    elements: {
      name: required(text(40)),
      scriptfile: required(file()),
      description: text(999),
      notifyemails: text(999),
      notifygroup: text(),
      ...each('isinactive notifyadmins notifyowner notifyuser', flag()),
      libraries: group({ elements: { library: list({ elements: { scriptfile: required(file()) } }) } }),
      customplugintypes: group({
        elements: { plugintype: list({ elements: { plugintype: required(text()) } }) },
      }),
      scriptcustomfields: group({ elements: { scriptcustomfield: list(SCRIPT_PARAMETER) } }),
      scriptdeployments: group({
        elements: {
          scriptdeployment: list({
            scriptId: { prefix: 'customdeploy', maxLength: 40 },
            elements: { ...DEPLOYMENT, ...deployment },
            valuesOf: 'custscript',
          }),
        },
      }),
      ...elements,
    },
  };
}

const title = { title: required(text()) };
const runAsRole = { runasrole: text() };

export const RESTLET = script(
  { ...title, ...AUDIENCE },
  each('deletefunction getfunction postfunction putfunction', text()),
);

export const SUITELET = script(
  {
    ...title,
    ...AUDIENCE,
    ...runAsRole,
    eventtype: choice(EVENT_TYPES),
    isonline: flag(),
    links: group({
      elements: {
        link: list({
          elements: {
            linkcategory: required(text()),
            linktasktype: choice(SUITELET_TASK_TYPES),
            linklabel: text(),
          },
        }),
      },
    }),
  },
  { defaultfunction: text() },
);

export const MAPREDUCE_SCRIPT = script({
  ...title,
  ...runAsRole,
  ...each('buffersize concurrencylimit yieldaftermins', text()),
  queueallstagesatonce: flag(),
  recurrence: group(RECURRENCE),
});

export const SCHEDULED_SCRIPT = script({ ...title, recurrence: group(RECURRENCE) }, { defaultfunction: text() });

export const USEREVENT_SCRIPT = script(
  { ...AUDIENCE, ...CONTEXTS, ...runAsRole },
  each('aftersubmitfunction beforeloadfunction beforesubmitfunction', text()),
);

export const CLIENT_SCRIPT = script(
  { ...AUDIENCE, ...CONTEXTS },
  {
    ...each('fieldchangedfunction lineinitfunction pageinitfunction postsourcingfunction recalcfunction', text()),
    ...each('saverecordfunction validatedeletefunction validatefieldfunction validateinsertfunction', text()),
    validatelinefunction: text(),
    buttons: group({
      elements: { button: list({ elements: { buttonlabel: required(text()), buttonfunction: text() } }) },
    }),
  },
);

export const SDF_INSTALLATION_SCRIPT = script(title);
