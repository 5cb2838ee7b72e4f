const passing = [
	// Hidden: .git, .DS_Store, swap files of vim, .~lock.x# of LibreOffice.
	/^\./,
	/^node_modules$/,
	// Backups and autosaves: x~ of many, #x# of Emacs, ~$x of Word.
	/~$/,
	/^#.*#$/,
	/^~\$/,
	// Vim makes and removes it to see whether it may write in the folder.
	/^4913$/,
	// JetBrains writes and renames these.
	/___jb_(?:tmp|old)___$/,
	/\.(?:sw[a-p]|tmp)$/i,
];

/** Whether a file or folder of this name belongs to an editor, a tool or the system, and says nothing of the book. */
export function isPassing(name: string): boolean {
	return passing.some((pattern) => pattern.test(name));
}
