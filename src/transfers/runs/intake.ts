import { referenceKey, referenceTo } from '../../documents/keys';
import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { scriptError } from '../../netsuite/scriptErrors';
import { sha256 } from '../../netsuite/sha256';
import { platforms } from '../../platforms';
import { loadConnections } from '../../settings/load';
import type { Receipt } from '../acceptance/decide';
import { type Prepared, prepare } from '../acceptance/prepare';
import { storeCandidate } from '../acceptance/storeCandidate';
import { laneOf } from '../policy/lanes';
import { finishIntake, type IntakeDocument, loadIntake, noteIntakeError, openIntakes } from '../store/intakes';
import { knownVersions } from '../store/knownVersions';
import { submitRun } from './submit';

/**
 * Makes transfers of the documents of intakes. getInputData cuts each intake into pieces, each reduce invocation stores
 * one piece, and the intake is finished when all its pieces are stored. A piece may be stored twice: the rows' keys
 * refuse the second time.
 */

/** A piece holds about so many documents; each may bring a customer and items, and each row costs 6 units of 5,000. */
const PIECE = 40;

/** Intakes of one run; each costs up to 12 of 10,000 units to read. */
const MOST_INTAKES = 200;

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900. */
const SECONDS = 600;

interface Piece {
  readonly intake: number;
  readonly connection: string;
  readonly received: string;
  readonly documents: readonly IntakeDocument[];
}

/** What a reduce invocation did with its piece; null error: all stored. */
export interface StoredPiece {
  readonly intake: number;
  readonly error: string | null;
}

/** The pieces of all open intakes, by key. 10 units and 2 to 12 for each intake. */
export function piecesToStore(): Record<string, string> {
  if (!mayPost()) return {};
  const pieces: Record<string, string> = {};
  for (const id of openIntakes(MOST_INTAKES)) {
    const { connection, received, documents } = loadIntake(id);
    const count = Math.ceil(documents.length / PIECE);
    const parts: IntakeDocument[][] = Array.from({ length: count }, () => []);
    // All versions of a document come into the same piece, so that they are judged one after the other.
    for (const document of documents) parts[pieceOf(document, count)]?.push(document);
    for (const [part, members] of parts.entries()) {
      const piece: Piece = { intake: id, connection, received, documents: members };
      pieces[`${String(id).padStart(10, '0')}-${String(part).padStart(4, '0')}`] = JSON.stringify(piece);
    }
  }
  return pieces;
}

/** Stores the documents of a piece: 30 units and 6 for each row. */
export function storePiece(value: string): StoredPiece {
  const piece = JSON.parse(value) as Piece;
  try {
    return { intake: piece.intake, error: storeAll(piece) };
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    return { intake: piece.intake, error: `${code}: ${message}` };
  }
}

/**
 * Finishes the intakes whose pieces are all stored, and starts posting. An intake with a piece that was not stored stays
 * open: the next run stores what is missing.
 * @param stored what the reduce invocations did
 * @param failed keys of those that ended with an error that nothing could catch
 */
export function finishIntakes(stored: readonly StoredPiece[], failed: readonly string[]): void {
  const unfinished = new Map<number, string>(
    failed.map((key) => [Number(key.split('-')[0]), 'The run was ended by NetSuite.']),
  );
  for (const { intake, error } of stored) if (error !== null) unfinished.set(intake, error);
  const now = new Date().toISOString();
  for (const intake of new Set(stored.map((piece) => piece.intake))) {
    if (!unfinished.has(intake)) finishIntake(intake, now);
  }
  for (const [intake, error] of unfinished) noteIntakeError(intake, error);
  if (stored.length === 0) return;
  submitRun('customscript_obc_post');
  if (openIntakes(1).length > 0 && unfinished.size === 0) submitRun('customscript_obc_intake');
}

function storeAll(piece: Piece): string | null {
  const settings = loadConnections().get(piece.connection);
  const platform = settings === undefined ? undefined : platforms.get(settings.platform);
  if (settings === undefined || platform === undefined) {
    return `Connection "${piece.connection}" is not there any more, or is inactive: set it up again under the same key.`;
  }
  const decodeSettings = { connection: settings.key, timeZone: settings.timeZone };
  const prepared = piece.documents.map((document, index) =>
    prepare({ ok: true, ...document }, index, platform, decodeSettings, sha256),
  );
  const acceptable = prepared.filter((each): each is Extract<Prepared, { readonly ok: true }> => each.ok);
  const candidates = acceptable.flatMap((each) => [...each.parts, each.candidate]);
  const references = new Map(
    candidates.map(({ document }) => [referenceKey(referenceTo(document)), referenceTo(document)]),
  );
  const known = knownVersions(settings.key, [...references.values()]);
  const receipt: Receipt = {
    connection: settings.key,
    received: piece.received,
    by: `RESTlet, intake ${piece.intake}`,
    intake: piece.intake,
  };
  const budget = startBudget(SECONDS);
  for (const candidate of candidates) {
    if (!budget.allows(50)) return 'Units or time of the run were used up; the rest is stored by the next one.';
    storeCandidate(candidate, known, receipt);
  }
  const refused = prepared.find((each) => !each.ok);
  return refused === undefined || refused.ok ? null : `${refused.error.code}: ${refused.error.message}`;
}

function pieceOf(document: IntakeDocument, count: number): number {
  const { id, Id } = (document.data ?? {}) as { readonly id?: unknown; readonly Id?: unknown };
  return laneOf(document.kind, String(id ?? Id ?? '')) % count;
}
