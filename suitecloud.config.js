// The SuiteCloud project is the root of the repository.
module.exports = {
  defaultProjectFolder: '.',
  commands: {},
};
