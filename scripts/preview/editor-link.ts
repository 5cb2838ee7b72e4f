import type { Diagnostic } from '../diagnostics/index.ts';

/**
 * The address that opens a finding in an editor, from a pattern such as `vscode://file{path}:{line}:{column}`.
 * @param manuscript absolute path of the folder
 * @returns undefined for what has no file of its own, such as an edition
 */
export function editorLink(pattern: string, manuscript: string, found: Diagnostic): string | undefined {
	if (!/\.[a-z0-9]+$/i.test(found.file)) return undefined;
	const folder = manuscript.replaceAll('\\', '/').replace(/\/$/, '');
	const path = `${folder}/${found.file}`.split('/').map(encodeURIComponent).join('/');
	const values: Readonly<Record<string, string>> = {
		// Windows: C:/book becomes /C:/book.
		path: path.replace(/^([A-Za-z])%3A/, '/$1:'),
		line: String(Math.max(found.line, 1)),
		column: String(Math.max(found.column, 1)),
	};
	return pattern.replace(/\{(path|line|column)\}/g, (_hole, name: string) => values[name] ?? '');
}
