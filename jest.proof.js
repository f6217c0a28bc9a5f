// The packaged SuiteApp in the simulator, broken at every call and by chance.
module.exports = require('./tools/test/moduleProject')('proof');
