export { GitError, git } from './git.ts';
export { withOldFolder } from './old-folder.ts';
export { findRevision, type Revision } from './revision.ts';
