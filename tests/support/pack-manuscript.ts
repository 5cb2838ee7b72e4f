import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileBook } from '../../scripts/compile/index.ts';
import { compose } from '../../scripts/compose/index.ts';
import { createReport, type Diagnostic, noMemo } from '../../scripts/diagnostics/index.ts';
import { loadHouse, loadManuscript } from '../../scripts/load/index.ts';
import { packageEpub, storeRules } from '../../scripts/package/index.ts';
import { preparePictures } from '../../scripts/pictures/index.ts';
import { cover } from '../package/edition.ts';
import { noStore } from '../pictures/made.ts';
import { editionIn } from './edition-choice.ts';
import { root } from './world.ts';

/** The head of a book in Chinese alone whose pieces are named; more keys may follow. */
export function bookFile(pieces: readonly string[], more: readonly string[] = []): string {
	const head = [
		'title: { zh: 书 }',
		'slug: bad',
		'date: 2024-01',
		'languages: [zh]',
		'publishers: [{ zh: 社 }]',
	];
	const names = pieces.map((name) => `  - ${JSON.stringify(name)}`);
	return [...head, ...more, 'contents:', ...names, ''].join('\n');
}

export function piece(text: string, title = '篇'): string {
	return `---\ntitle: ${title}\n---\n\n${text}\n`;
}

/** Writes the files of a manuscript; where there is no contributors.yaml, an empty one is added. */
export async function writeManuscript(
	folder: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
	for (const [path, content] of Object.entries({ 'contributors.yaml': '{}\n', ...files })) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
}

export interface Packed {
	/** Missing where something was reported as an error. */
	readonly bytes?: Uint8Array;
	readonly found: readonly Diagnostic[];
}

/** The flow from a manuscript to the Chinese EPUB without browser and fonts. */
export async function packManuscript(folder: string): Promise<Packed> {
	const report = createReport();
	const manuscript = await loadManuscript(folder, report.add);
	const book = manuscript && compileBook(manuscript, ['zh'], report.add);
	if (!book || report.hasErrors()) return { found: report.list() };
	const house = await loadHouse(root);
	const edition = await compose(book, house, { choice: editionIn('zh'), report: report.add });
	const styles = house.styles.get('epub.css') ?? '';
	const { pictures: rules } = storeRules('generic');
	const pictures = await preparePictures(edition, {
		rules,
		store: noStore,
		memo: noMemo,
		report: report.add,
	});
	if (report.hasErrors()) return { found: report.list() };
	const options = { fonts: [], cover, pictures, house, styles, profile: 'generic' } as const;
	const { bytes } = await packageEpub(edition, options);
	return { bytes, found: report.list() };
}
