import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { FlowReport } from '../../__tests__/proof/exhaustive/report';
import { type RandomReport, reportOf } from './random';
import type { Bite } from './teeth';

/** What a recording has found so far. A recording takes hours; one that was interrupted goes on from here. */
export interface Recording {
  /** Digest of the SuiteApp that is proven: what was found of another one does not count. */
  readonly suiteApp: string;
  readonly flows: readonly FlowReport[];
  /** Of the seeds from 1 on. */
  readonly random: RandomReport;
  readonly teeth: readonly Bite[];
}

const FILE = join('build', 'torture', 'recording.json');

/** The recording of a SuiteApp as far as it was made, or an empty one. */
export function readRecording(suiteApp: string): Recording {
  if (existsSync(FILE)) {
    const recording = JSON.parse(readFileSync(FILE, 'utf8')) as Recording;
    if (recording.suiteApp === suiteApp) return recording;
  }
  return { suiteApp, flows: [], random: reportOf([]), teeth: [] };
}

/** Keeps a recording. It is there whole, or as it was before. */
export function keepRecording(recording: Recording): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(`${FILE}.new`, JSON.stringify(recording));
  renameSync(`${FILE}.new`, FILE);
}

/** Digest of the files in a packaged SuiteApp, SHA-256 in hexadecimal; times in the archive do not count. */
export function digestOf(zip: string): string {
  const files = unzipSync(readFileSync(zip));
  const digest = createHash('sha256');
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    digest.update(`${path}\n${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}
