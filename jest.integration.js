// The packaged SuiteApp in the simulator, over HTTP.
module.exports = require('./tools/test/moduleProject')('integration');
