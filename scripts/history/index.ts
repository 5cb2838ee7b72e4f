export { GitError, git } from './git.ts';
export { withOldFolder } from './old-folder.ts';
export { findRevision, type Revision } from './revision.ts';
export { type Search, searchVersions } from './search-versions.ts';
export { listVersions, readBlobs } from './versions.ts';
