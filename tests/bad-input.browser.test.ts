import { expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { complaints } from './package/read-epub.ts';
import { temporaryFolder } from './support/folder.ts';
import { bookFile, piece, writeManuscript } from './support/pack-manuscript.ts';
import { createWorld } from './support/world.ts';

test('a paragraph of 2 MB stops at the limit of time, and is an EPUB all the same', async () => {
	const manuscript = await temporaryFolder();
	await writeManuscript(manuscript, {
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece('长段文字。'.repeat(140_000)),
	});
	const { world, report, session } = await createWorld();
	try {
		const limited = { ...world, unitLimit: 3000 };
		const { artifacts } = await build({ manuscript, formats: ['epub'] }, limited);
		expect(await complaints(artifacts[0]?.bytes ?? new Uint8Array())).toEqual([]);
		expect(report.list().map(({ rule }) => rule)).toEqual(['epub-page-list-missing']);
		const start = performance.now();
		expect((await build({ manuscript, formats: ['screen'] }, limited)).artifacts).toEqual([]);
		expect(report.list().map(({ rule }) => rule)).toContain('unit-timeout');
		expect(performance.now() - start).toBeLessThan(30_000);
	} finally {
		await session.close();
	}
});
