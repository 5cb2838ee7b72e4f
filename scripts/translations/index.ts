export { accept } from './accept.ts';
export { choose } from './choose.ts';
export { countStatus, type Status } from './count-status.ts';
export { type Lock, readLock } from './lock.ts';
export { findWords, listPassages, listUntranslated } from './passages.ts';
export { type FindFormer, type FormerText, reportDrift } from './report-drift.ts';
export { compareWithLock, type PieceStates, type TranslatedPiece } from './states.ts';
