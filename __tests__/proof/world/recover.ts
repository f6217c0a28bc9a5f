import type { SimulatedAccount } from 'netsuite-simulator';

const MINUTES = 60_000;

/** Time passes in steps of so long; each runs what is scheduled meanwhile. */
const STEP = 5 * MINUTES;

/** What is not settled after two days is stuck. */
const MOST_STEPS = (48 * 60 * MINUTES) / STEP;

/** What waits for something else than time is given so many steps to go on, in which nothing may change. */
const STEPS_WITHOUT_CHANGE = 5;

/**
 * Lets the account come to rest by itself: simulated time passes, its schedules run. It is at rest when no intake is
 * open and no transfer is queued or to be tried again, and what waits or needs a person stays as it is.
 * @param atLeast milliseconds that pass in any case, for what no row tells of yet
 */
export async function recover(account: SimulatedAccount, atLeast = 0): Promise<void> {
  await account.idle();
  const earliest = account.clock.now() + atLeast;
  let same = 0;
  let before = '';
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const open = await openWork(account);
    same = open.fingerprint === before ? same + 1 : 0;
    before = open.fingerprint;
    const rests = open.moving === 0 && (open.standing === 0 || same >= STEPS_WITHOUT_CHANGE);
    if (rests && account.clock.now() >= earliest) return;
    await account.passTime(STEP);
  }
}

async function openWork(account: SimulatedAccount) {
  const transfers = await account.suiteql(
    `SELECT id, custrecord_obc_tr_reason AS reason, custrecord_obc_tr_error_code AS code
     FROM customrecord_obc_transfer WHERE custrecord_obc_tr_status = 'Not Transferred' ORDER BY id`,
  );
  const intakes = await account.suiteql(
    "SELECT id FROM customrecord_obc_intake WHERE custrecord_obc_in_status = 'Received'",
  );
  const moving = transfers.filter(({ reason }) => reason === 'Queued' || reason === 'Will Retry').length;
  return {
    moving: moving + intakes.length,
    standing: transfers.length - moving,
    fingerprint: JSON.stringify(transfers),
  };
}
