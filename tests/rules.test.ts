import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { checkTranslations } from '../scripts/check-translations.ts';
import { compileBook } from '../scripts/compile/index.ts';
import {
	createReport,
	type Diagnostic,
	formatDiagnostic,
	noMemo,
	rules,
} from '../scripts/diagnostics/index.ts';
import { loadManuscript } from '../scripts/load/index.ts';

// A folder rules/<id>/ holds what is laid over the fixture book, `remove.txt` with a file to take away on each
// line, and `expected.txt`: the whole report of `diglot check`.
const book = fileURLToPath(new URL('fixtures/book', import.meta.url));
const folder = fileURLToPath(new URL('rules', import.meta.url));
const folders = (await readdir(folder)).sort();

/** Rules for which a manuscript to be checked is not enough, and the file of the test that proves each. */
const provedElsewhere: Readonly<Record<string, string>> = {
	'character-missing': 'fonts/index.test.ts',
	'edition-empty': 'pipeline.test.ts',
	'unit-words-lost': 'paginate/layout-unit.test.ts',
	'unit-notes-moved': 'paginate/page-breaks.browser.test.ts',
	'unit-loosened': 'paginate/page-breaks.browser.test.ts',
	'unit-overflow': 'paginate/layout-unit.test.ts',
	'unit-not-level': 'paginate/layout-pair.test.ts',
	'page-text-block': 'paginate/page-look.test.ts',
	'page-gutter': 'paginate/gutter.test.ts',
	'unit-timeout': 'paginate/page-breaks.browser.test.ts',
	'image-still': 'pictures/index.test.ts',
	'image-scaled': 'pictures/index.test.ts',
	'image-converted': 'pictures/index.test.ts',
	'epub-size': 'check/index.test.ts',
	'labels-missing': 'compose/index.test.ts',
	'resource-refused': 'pipeline.browser.test.ts',
	'cover-spine': 'print/cover/index.test.ts',
	'cover-overflow': 'print/cover/index.test.ts',
	'cover-spine-text': 'print/cover/index.test.ts',
	'cache-damaged': 'cache/store.test.ts',
	'cache-unwritable': 'cache/store.test.ts',
	'print-profile': 'inks/index.test.ts',
	'print-ink': 'inks/check-inks.test.ts',
	'print-image-ink': 'print/heavy-images.test.ts',
	'pdf-font': 'check/index.test.ts',
	'pdf-link': 'check/index.test.ts',
	'pdf-pages': 'check/index.test.ts',
	'press-damaged': 'check/press/index.test.ts',
	'press-encrypted': 'check/press/index.test.ts',
	'press-version': 'check/press/index.test.ts',
	'press-file-id': 'check/press/index.test.ts',
	'press-identity': 'check/press/index.test.ts',
	'press-metadata': 'check/press/index.test.ts',
	'press-trapped': 'check/press/index.test.ts',
	'press-boxes': 'check/press/index.test.ts',
	'press-pages': 'check/press/index.test.ts',
	'press-annotation': 'check/press/index.test.ts',
	'press-action': 'check/press/index.test.ts',
	'press-font': 'check/press/index.test.ts',
	'press-object': 'check/press/index.test.ts',
	'press-external': 'check/press/index.test.ts',
	'press-transfer': 'check/press/index.test.ts',
	'press-intent': 'check/press/index.test.ts',
	'press-profile': 'check/press/index.test.ts',
	'press-color': 'check/press/index.test.ts',
	'press-gray': 'check/press/index.test.ts',
	'press-ink': 'check/press/index.test.ts',
	'print-hairline': 'check/press/index.test.ts',
	'press-bleed': 'check/press/bleed.test.ts',
	'print-resolution': 'pictures/resolution.test.ts',
	'print-resolution-low': 'pictures/resolution.test.ts',
	'edition-epub-blocks': 'compose-edition.test.ts',
	'redline-unchanged': 'redline.browser.test.ts',
	'redline-removed': 'redline.browser.test.ts',
	'redline-unreadable': 'redline.browser.test.ts',
	'epub-page-list-missing': 'pipeline.browser.test.ts',
};

test('the fixture book is without fault', async () => {
	expect(await check(book)).toEqual([]);
});

test.each(folders)('%s', async (id) => {
	const laid = await layOver(id);
	const found = await check(laid);
	expect(found.map(({ rule }) => rule)).toContain(id);
	const expected = await readFile(join(folder, id, 'expected.txt'), 'utf8');
	expect(asText(found).replaceAll(laid, 'MANUSCRIPT')).toBe(expected);
});

test('every rule is proved by a folder or a named test', () => {
	const proved = [...folders, ...Object.keys(provedElsewhere)].sort();
	expect(proved).toEqual(Object.keys(rules).sort());
});

test.each(Object.entries(provedElsewhere))('%s is proved in %s', async (id, name) => {
	expect(await readFile(new URL(name, import.meta.url), 'utf8')).toMatch(new RegExp(`\\b${id}\\b`));
});

async function layOver(id: string): Promise<string> {
	const target = await mkdtemp(join(tmpdir(), 'diglot-rule-'));
	onTestFinished(() => rm(target, { recursive: true }));
	await cp(book, target, { recursive: true });
	const removed = await readFile(join(folder, id, 'remove.txt'), 'utf8').catch(() => '');
	for (const file of removed.split('\n').filter((line) => line !== '')) await rm(join(target, file));
	const ours = new Set(['expected.txt', 'remove.txt'].map((name) => join(folder, id, name)));
	await cp(join(folder, id), target, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (source) => !ours.has(source),
	});
	return target;
}

async function check(dir: string): Promise<readonly Diagnostic[]> {
	const report = createReport();
	const manuscript = await loadManuscript(dir, report.add);
	if (!manuscript) return report.list();
	const book = compileBook(manuscript, manuscript.config.languages, report.add);
	if (!report.hasErrors()) {
		const world = {
			report: report.add,
			memo: noMemo,
			time: async <T>(_stage: string, work: () => T | Promise<T>) => await work(),
			pause: () => undefined,
		};
		await checkTranslations(book, { manuscript, folder: dir }, world);
	}
	return report.list();
}

function asText(found: readonly Diagnostic[]): string {
	return found.map((one) => `${formatDiagnostic(one)}\n`).join('');
}
