import type { SimulatedAccount } from '../../../src/index';
import type { Api, Build, ConformanceCase, SiteSetup } from './case';
import { removeProject, writeProject } from './project';
import { restlet } from './scripts';
import { type Site, siteOf } from './site';

const NOW = '2026-07-15T17:00:00.000Z';

/** Runs one case against a build of the simulator; throws where the rule is not kept. */
export async function runCase(build: Build, testCase: ConformanceCase): Promise<void> {
  const accounts: SimulatedAccount[] = [];
  const site = async ({ scripts, objects, files, ...options }: SiteSetup = {}): Promise<Site> => {
    const account = await build.createAccount({ company: 'demo', seed: 1, now: NOW, ...options });
    accounts.push(account);
    const folder = writeProject({ scripts: scripts ?? [], objects: objects ?? [], files: files ?? {} });
    try {
      await account.install(folder);
    } finally {
      removeProject(folder);
    }
    return siteOf(account);
  };
  const api: Api = {
    site,
    script: async (body, setup = {}) => {
      const own = restlet(`{ post: function (body) { ${body} } }`);
      return await (await site({ ...setup, scripts: [own, ...(setup.scripts ?? [])] })).post();
    },
  };
  try {
    await testCase.run(api);
  } finally {
    for (const account of accounts) await account.close();
  }
}
