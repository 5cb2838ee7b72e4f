import type { Element, Root, Text } from 'hast';
import { expect, test } from 'vitest';
import { compileBook } from '../../scripts/compile/index.ts';
import type { Finding } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import type { Book, Piece } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { manuscripts } from '../support/world.ts';

const manuscript = await loadManuscript(manuscripts.digest, () => {});
if (!manuscript) throw new Error('The digest cannot be read.');
const book = compileBook(manuscript, ['zh', 'en'], () => {});
const pieces = [...book.pieces.values()].flatMap(({ zh, en }) => (zh && en ? [{ zh, en }] : []));

function findingsOf(book: Book): readonly Finding[] {
	const found: Finding[] = [];
	pairBook(book, ['zh', 'en'], { report: (...finding) => void found.push(finding) });
	return found;
}

/** What is found of one piece alone where the English of it has another body. */
function findingsWith(versions: { readonly zh: Piece; readonly en: Piece }, children: Root['children']) {
	const { zh, en } = versions;
	const changed = { zh, en: { ...en, body: { ...en.body, children } } };
	return findingsOf({ ...book, pieces: new Map([[en.path, changed]]) });
}

function lineOf(node: Root['children'][number] | undefined): number {
	return node?.position?.start.line ?? 0;
}

test('the digest pairs without a finding', () => {
	expect(findingsOf(book)).toEqual([]);
});

test('each block that is taken away is one finding, nearly always where it belongs', () => {
	let [right, all] = [0, 0];
	for (const versions of pieces) {
		const { children } = versions.en.body;
		const blocks = children.filter((child) => child.type === 'element');
		for (const [index, block] of blocks.entries()) {
			const found = findingsWith(
				versions,
				children.filter((child) => child !== block),
			);
			expect(found.map(([rule]) => rule)).toEqual(['alignment-missing']);
			const [, , place] = found[0] ?? [];
			const neighbour = blocks[index + 1] ?? blocks[index - 1];
			if (typeof place === 'object' && place.line === lineOf(neighbour)) right += 1;
			all += 1;
		}
	}
	expect(all).toBeGreaterThan(150);
	expect(right / all).toBeGreaterThan(0.93);
});

/** A paragraph cut behind one of its sentences; the second part says so by its column. */
function split(paragraph: Element): readonly [Element, Element] | undefined {
	const at = paragraph.children.findIndex((child) => child.type === 'text' && /[.?!]”? /.test(child.value));
	const text = paragraph.children[at] as Text | undefined;
	if (!text) return undefined;
	const ends = [...text.value.matchAll(/[.?!]”? /g)].map((end) => end.index + end[0].length);
	const end = ends[Math.floor(ends.length / 2)];
	const [before, behind] = [paragraph.children.slice(0, at), paragraph.children.slice(at + 1)];
	const start = { line: lineOf(paragraph), column: 1000 };
	return [
		{ ...paragraph, children: [...before, { ...text, value: text.value.slice(0, end) }] },
		{
			...paragraph,
			position: { start, end: start },
			children: [{ ...text, value: text.value.slice(end) }, ...behind],
		},
	];
}

test('each paragraph that is split in two is one finding, nearly always its second half', () => {
	let [right, all] = [0, 0];
	for (const versions of pieces) {
		const { children } = versions.en.body;
		for (const paragraph of children) {
			const halves = paragraph.type === 'element' && paragraph.tagName === 'p' ? split(paragraph) : undefined;
			if (!halves) continue;
			const found = findingsWith(
				versions,
				children.flatMap((child) => (child === paragraph ? halves : [child])),
			);
			expect(found.map(([rule]) => rule)).toEqual(['alignment-extra']);
			const [, , place] = found[0] ?? [];
			if (typeof place === 'object' && place.column === 1000) right += 1;
			all += 1;
		}
	}
	expect(all).toBeGreaterThan(100);
	expect(right / all).toBeGreaterThan(0.9);
});
