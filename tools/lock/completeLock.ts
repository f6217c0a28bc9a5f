/** What is read and written of package-lock.json. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems: readonly string[] = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];

/**
 * Adds the native packages of other platforms that npm left out, because the registry that it asked does not carry them.
 * `npm ci` refuses a lock file without them. Their names say what they are for: `@rollup/rollup-linux-arm64-musl`.
 * @returns the names of what was added
 */
export function completeLock(lock: LockFile): string[] {
  const added: string[] = [];
  for (const [path, owner] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (platform === null || lock.packages[place] || lock.packages[`${path}/${place}`]) continue;
      lock.packages[place] = {
        version: version.replace(/^[\^~=]/, ''),
        ...(owner.dev ? { dev: true } : {}),
        optional: true,
        ...platform,
      };
      added.push(name);
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  return added;
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const position = words.findIndex((word) => systems.includes(word));
  const [system, cpu, abi] = words.slice(position);
  if (position === -1 || system === undefined || cpu === undefined) return null;
  const libc = system === 'linux' ? libcOf(abi) : null;
  return { os: [system], cpu: [cpu], ...(libc === null ? {} : { libc: [libc] }) };
}

function libcOf(abi: string | undefined): string | null {
  if (abi?.startsWith('musl')) return 'musl';
  return abi?.startsWith('gnu') ? 'glibc' : null;
}
