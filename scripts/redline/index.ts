export { type MarkedBook, type MarkOptions, markChanges } from './mark-book.ts';
