// All tests of the repository. Run with NODE_OPTIONS=--experimental-vm-modules and TZ=America/Los_Angeles, as
// `npm test` does; one project alone: npm run jest -- --selectProjects unit
module.exports = {
  projects: [
    '<rootDir>/jest.unit.js',
    '<rootDir>/simulator/jest.config.js',
    '<rootDir>/jest.integration.js',
    '<rootDir>/jest.browser.js',
    '<rootDir>/jest.proof.js',
  ],
  maxWorkers: 2,
  // Milliseconds. Of a project's own configuration Jest does not take it.
  testTimeout: 120_000,
};
