export type * from './artifact.ts';
export type * from './book.ts';
export type * from './edition.ts';
export type * from './fonts.ts';
export type * from './house.ts';
export type * from './language.ts';
export type * from './manuscript.ts';
export type * from './pages.ts';
