// The packaged SuiteApp's pages in headless Chromium.
module.exports = require('./tools/test/moduleProject')('browser');
