export * from './check-names.ts';
export * from './record.ts';
export * from './remember.ts';
export * from './report.ts';
export * from './request-error.ts';
export * from './rules.ts';
export * from './suggest.ts';
export * from './text.ts';
