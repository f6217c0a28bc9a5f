import { completeLock, type LockFile } from '../../../tools/lock/completeLock';

test('native packages of other platforms are added as npm would have written them', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/rollup': {
        version: '4.1.0',
        dev: true,
        optionalDependencies: {
          '@rollup/rollup-linux-x64-gnu': '4.1.0',
          '@rollup/rollup-linux-arm64-musl': '4.1.0',
          '@rollup/rollup-darwin-arm64': '4.1.0',
          fsevents: '~2.3.2',
        },
      },
      'node_modules/@rollup/rollup-linux-x64-gnu': { version: '4.1.0', os: ['linux'] },
    },
  };
  expect(completeLock(lock)).toEqual(['@rollup/rollup-linux-arm64-musl', '@rollup/rollup-darwin-arm64']);
  expect(Object.keys(lock.packages)).toEqual([
    '',
    'node_modules/@rollup/rollup-darwin-arm64',
    'node_modules/@rollup/rollup-linux-arm64-musl',
    'node_modules/@rollup/rollup-linux-x64-gnu',
    'node_modules/rollup',
  ]);
  expect(lock.packages['node_modules/@rollup/rollup-linux-arm64-musl']).toEqual({
    version: '4.1.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  });
  expect(completeLock(lock)).toEqual([]);
});
