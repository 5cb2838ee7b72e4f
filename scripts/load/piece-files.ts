import type { Lang, PiecePath } from '../model/index.ts';
import type { Inventory } from './inventory.ts';

/** The Markdown files of a manuscript by piece and language. */
export type PieceFiles = ReadonlyMap<PiecePath, ReadonlyMap<Lang, string>>;

/**
 * Finds what is a piece by its name: `<path>.<lang>.md`, and `<path>.md` too in a book of one language. Files in
 * languages that the book does not have are left alone. A refused link counts as a file: reading it says why.
 */
export function findPieceFiles(inventory: Inventory, languages: readonly Lang[]): PieceFiles {
	const found = new Map<PiecePath, Map<Lang, string>>();
	const add = (path: PiecePath, lang: Lang, file: string) => {
		const files = found.get(path) ?? new Map<Lang, string>();
		// The name with the language comes first; the other then counts as a piece that is not listed.
		if (files.has(lang)) found.set(`${path}.md`, new Map([[lang, file]]));
		else found.set(path, files.set(lang, file));
	};
	const names = [...inventory.files.keys(), ...inventory.refused.keys()].filter((file) =>
		file.endsWith('.md'),
	);
	const plain: string[] = [];
	for (const file of names) {
		const stem = file.slice(0, -'.md'.length);
		const lang = languages.find((one) => stem.endsWith(`.${one}`));
		if (lang !== undefined) add(stem.slice(0, -lang.length - 1), lang, file);
		else if (!/\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(stem) && !/(?:^|\/)readme$/i.test(stem))
			plain.push(file);
	}
	const [only, ...others] = languages;
	if (only !== undefined && others.length === 0) {
		for (const file of plain) add(file.slice(0, -'.md'.length), only, file);
	}
	return found;
}
