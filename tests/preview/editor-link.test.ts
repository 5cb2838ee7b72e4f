import { expect, test } from 'vitest';
import { editorLink } from '../../scripts/preview/editor-link.ts';

const found = { severity: 'error', rule: 'link-broken', message: 'x' } as const;

test.each([
	['vscode://file{path}:{line}:{column}', '/b/m', 'a.md', 3, 2, 'vscode://file/b/m/a.md:3:2'],
	['zed://file{path}:{line}', '/b/m/', '章 一.md', 0, 0, 'zed://file/b/m/%E7%AB%A0%20%E4%B8%80.md:1'],
	['x://o?f={path}&l={line}', '/b', 'a&l=9#?.md', 1, 1, 'x://o?f=/b/a%26l%3D9%23%3F.md&l=1'],
	['vscode://file{path}', 'C:\\b\\m', 'a.md', 1, 1, 'vscode://file/C:/b/m/a.md'],
	['vscode://file{path}', '/b', 'en', 0, 0, undefined],
])('%s in %s: %s', (pattern, folder, file, line, column, link) => {
	expect(editorLink(pattern, folder, { ...found, file, line, column })).toBe(link);
});
