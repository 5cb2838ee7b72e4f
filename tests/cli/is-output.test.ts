import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOutput } from '../../scripts/cli/is-output.ts';
import { temporaryFolder } from '../support/folder.ts';

test('books in the output folder are outputs, by whatever way it is named', async () => {
	const folder = await temporaryFolder();
	const out = join(folder, 'out');
	await mkdir(join(out, 'deep'), { recursive: true });
	await symlink(out, join(folder, 'link'));
	expect(isOutput(join(out, 'book.zh.pdf'), out)).toBe(true);
	expect(isOutput(join(out, 'book.zh.epub'), join(folder, 'link'))).toBe(true);
	for (const name of ['onix.xml', 'catalog.json', 'SHA256SUMS', 'index.html', 'book.zh.cover.png'])
		expect(isOutput(join(out, name), out)).toBe(true);
	expect(isOutput(join(out, 'map.svg'), out)).toBe(false);
	expect(isOutput(join(out, 'cover.png'), out)).toBe(false);
	expect(isOutput(join(out, 'deep/book.zh.pdf'), out)).toBe(false);
	expect(isOutput(join(folder, 'book.zh.pdf'), out)).toBe(false);
	// It is made by the first build that succeeds.
	expect(isOutput(join(folder, 'book.zh.pdf'), join(folder, 'missing'))).toBe(false);
});
