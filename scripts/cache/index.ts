export * from './memo.ts';
export * from './memory.ts';
export * from './store.ts';
