// The SuiteApp's sources with Oracle's stubs in place of N/*.
const suitecloud = require('@oracle/suitecloud-unit-testing/jest-configuration/SuiteCloudJestConfiguration');

const configuration = suitecloud.build({ projectFolder: '.', projectType: suitecloud.ProjectType.SUITEAPP });

module.exports = {
  ...configuration,
  displayName: 'unit',
  rootDir: __dirname,
  // Oracle's configuration would search the whole repository.
  roots: ['<rootDir>/__tests__/unit'],
  testMatch: ['**/*.test.ts'],
  transform: {
    ...configuration.transform,
    // noInterop: the stubs are instances, and a copy of one cannot be spied on.
    '^.+\\.m?ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs', noInterop: true },
      },
    ],
  },
};
