import type { EditionView, Message } from './messages.d.ts';

export function applyMessage(editions: readonly EditionView[], message: Message): readonly EditionView[];
export function newPages(before: EditionView, after: EditionView): number[];
export function findPage(edition: EditionView, typed: string): number;
