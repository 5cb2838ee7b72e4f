import { access, copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

/** A manuscript whose pieces stand in it several times. */
export interface Copies {
	readonly dir: string;
	readonly languages: readonly string[];
	/** Paths of the pieces of the first copy, in reading order. */
	readonly pieces: readonly string[];
}

/**
 * Writes a manuscript anew with all its pieces `times` over: first as they are, then as further parts and pieces
 * under new paths of the same depth, so that their images stay where they look for them. Contributors, images and
 * the rest of book.yaml are shared.
 * @param to a folder that is emptied first
 */
export async function multiply(from: string, to: string, times: number): Promise<Copies> {
	const document = parseDocument(await readFile(join(from, 'book.yaml'), 'utf8'));
	const contents = document.get('contents');
	if (document.errors.length > 0 || !isSeq(contents)) throw new Error('book.yaml has no list of contents.');
	const { languages, contents: entries } = document.toJS() as {
		languages: string[];
		contents: (string | { pieces: string[] })[];
	};
	await rm(to, { recursive: true, force: true });
	await cp(from, to, { recursive: true });
	const pieces = entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.pieces));
	const titled = [...contents.items];
	for (let copy = 2; copy <= times; copy++) {
		for (const piece of pieces) await copyPiece(to, piece, languages, copy);
		for (const [index, entry] of entries.entries()) {
			if (typeof entry === 'string') {
				contents.add(document.createNode(pathOf(entry, copy)));
				continue;
			}
			const part = titled[index];
			if (!isMap(part)) throw new Error(`Entry ${index + 1} of contents is no part.`);
			const further = part.clone() as typeof part;
			const pieces = entry.pieces.map((one) => pathOf(one, copy));
			further.set('pieces', document.createNode(pieces));
			contents.add(further);
		}
	}
	// No line is folded: messages go on to name the lines that the editor wrote.
	await writeFile(join(to, 'book.yaml'), document.toString({ lineWidth: 0 }));
	return { dir: to, languages, pieces };
}

/** The file of a piece in one language. */
export async function pieceFile(dir: string, piece: string, lang: string): Promise<string> {
	for (const file of namesOf(piece, [lang])) {
		if (await isThere(join(dir, file))) return join(dir, file);
	}
	throw new Error(`The piece "${piece}" has no file in "${lang}".`);
}

async function copyPiece(dir: string, piece: string, languages: readonly string[], copy: number) {
	const again = namesOf(pathOf(piece, copy), languages);
	for (const [index, file] of namesOf(piece, languages).entries()) {
		const target = join(dir, again[index] ?? '');
		if (!(await isThere(join(dir, file)))) continue;
		await mkdir(dirname(target), { recursive: true });
		await copyFile(join(dir, file), target);
	}
}

function namesOf(piece: string, languages: readonly string[]): readonly string[] {
	return [...languages.map((lang) => `${piece}.${lang}.md`), `${piece}.md`];
}

function pathOf(piece: string, copy: number): string {
	const [first = '', ...rest] = piece.split('/');
	return [`${first}-copy-${copy}`, ...rest].join('/');
}

async function isThere(file: string): Promise<boolean> {
	return await access(file).then(
		() => true,
		() => false,
	);
}
