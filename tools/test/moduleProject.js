/**
 * A Jest project of ES modules that runs against what was built and packaged, without stubs.
 * @param {string} name of the project and of its folder in `__tests__`
 */
module.exports = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  rootDir: `${__dirname}/../..`,
  roots: [`<rootDir>/__tests__/${name}`],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
});
