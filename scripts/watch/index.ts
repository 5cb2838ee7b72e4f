export { createRebuilder, type Rebuilder } from './rebuilder.ts';
export { type Watching, type WatchOptions, watchFolder } from './watch-folder.ts';
