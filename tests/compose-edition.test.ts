import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseEditions } from '../scripts/choose-editions.ts';
import { composeEdition, composeForEpub } from '../scripts/compose-edition.ts';
import { readBook } from '../scripts/pipeline.ts';
import { temporaryFolder } from './support/folder.ts';
import { createWorld, manuscripts } from './support/world.ts';

const { world, report } = await createWorld();

/** The fixture book with a bilingual edition of each layout, called as it is. */
async function readBilingual() {
	const manuscript = join(await temporaryFolder(), 'book');
	await cp(manuscripts.fixture, manuscript, { recursive: true });
	const file = join(manuscript, 'book.yaml');
	const lines = ['facing', 'columns', 'blocks', 'pieces'].map(
		(layout) => `  ${layout}: { languages: [zh, en], layout: ${layout} }\n`,
	);
	await writeFile(file, (await readFile(file, 'utf8')) + lines.join(''));
	const book = await readBook({ manuscript }, world);
	if (!book) throw new Error('The book cannot be read.');
	return book;
}

test('text and translation that stand side by side follow each other in the EPUB, which is said once', async () => {
	const book = await readBilingual();
	const compose = async (id: string) => {
		const [choice] = chooseEditions(book.config, [id]);
		if (!choice) throw new Error(`There is no edition ${id}.`);
		const pages = await composeEdition(book, choice, world);
		return { pages, epub: await composeForEpub(book, choice, pages, world) };
	};
	for (const id of ['zh', 'blocks', 'pieces']) {
		const { pages, epub } = await compose(id);
		expect(epub).toBe(pages);
	}
	expect(report.list()).toEqual([]);
	for (const id of ['facing', 'columns', 'facing']) {
		const { pages, epub } = await compose(id);
		expect(pages.units.some((unit) => unit.parallel)).toBe(true);
		expect(epub.units.filter((unit) => unit.parallel)).toEqual([]);
		expect(epub).toMatchObject({ id, layout: 'blocks', languages: ['zh', 'en'] });
		expect(epub.metadata).toEqual(pages.metadata);
	}
	expect(report.list().map(({ rule, line, message }) => [rule, line, message])).toEqual([
		[
			'edition-epub-blocks',
			49,
			'In the EPUB "facing" each paragraph is followed by its translation: an EPUB has no pages that face each other.',
		],
		[
			'edition-epub-blocks',
			50,
			'In the EPUB "columns" each paragraph is followed by its translation: an EPUB has no columns side by side.',
		],
	]);
}, 20_000);
