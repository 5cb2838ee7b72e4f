import { beforeAll, expect, test } from 'vitest';
import { compileBook } from '../scripts/compile/index.ts';
import { compose } from '../scripts/compose/index.ts';
import { createReport } from '../scripts/diagnostics/index.ts';
import { cutFonts } from '../scripts/fonts/index.ts';
import { loadHouse, loadManuscript } from '../scripts/load/index.ts';
import type { Book, Edition } from '../scripts/model/index.ts';
import { toRequest, ways } from '../scripts/paginate/unit-request.ts';
import { pack } from './package/edition.ts';
import { editionIn } from './support/edition-choice.ts';
import { deepFreeze } from './support/session.ts';
import { manuscripts, root } from './support/world.ts';

// The builds of a session share their trees, so a stage that changed one would change the next build. Each test gives
// a stage values that are frozen: to write into one throws.
const house = await loadHouse(root);
const { add: report } = createReport();
let book: Book;
let edition: Edition;

beforeAll(async () => {
	const manuscript = await loadManuscript(manuscripts.fixture, report);
	if (!manuscript) throw new Error('The fixture book cannot be read.');
	book = deepFreeze(compileBook(deepFreeze(manuscript), ['zh', 'en'], report));
	edition = deepFreeze(await compose(book, house, { choice: editionIn('zh'), report }));
});

test('compiling and composing leave what they take as it was', () => {
	expect(Object.isFrozen(book.pieces.get('chapters/risks/values')?.zh?.body.children[0])).toBe(true);
	expect(edition.units).toHaveLength(15);
	expect(Object.isFrozen(edition.units[5]?.body.children[0])).toBe(true);
});

test('laying out does', () => {
	for (const unit of edition.units) {
		for (const way of ways) expect(toRequest(unit, way, 'p { break-inside: avoid; }').html).not.toBe('');
	}
});

test('cutting fonts and packing an EPUB do', async () => {
	const fonts = await cutFonts(edition, report);
	expect((await pack(edition, { fonts })).length).toBeGreaterThan(1000);
}, 60_000);
