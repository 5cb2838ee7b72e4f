export { GitError, git } from './git.ts';
export { type Search, searchVersions } from './search-versions.ts';
export { listVersions, readBlobs } from './versions.ts';
