export * from './record.ts';
export * from './report.ts';
export * from './rules.ts';
export * from './suggest.ts';
export * from './text.ts';
