import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { compileBook } from '../../scripts/compile/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import type { Manuscript } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { manuscriptOf } from '../compile/sample.ts';

const files = { 'a.zh.md': '甲\n\n乙乙乙', 'a.en.md': 'A', 'b.zh.md': '丙', 'b.en.md': 'C' };

function createBuild() {
	const memo = createMemo();
	return (manuscript: Manuscript) => {
		const report = createReport();
		const book = compileBook(manuscript, ['zh', 'en'], report.add, { memo });
		const pairing = pairBook(book, ['zh', 'en'], { report: report.add, memo });
		memo.endBuild();
		return { pairing, found: report.list().map(({ file, rule }) => `${file} ${rule}`) };
	};
}

/** The manuscript with another text, all else the very same objects. */
function withText(manuscript: Manuscript, path: string, lang: string, text: string): Manuscript {
	const versions = manuscript.sources.get(path);
	const source = versions?.[lang];
	if (!source) throw new Error(`no ${path}`);
	const sources = new Map([...manuscript.sources, [path, { ...versions, [lang]: { ...source, text } }]]);
	return { ...manuscript, sources };
}

test('what has not changed has the very same pairs, and its findings are said again', () => {
	const build = createBuild();
	const manuscript = manuscriptOf({ files });
	const first = build(manuscript);
	expect(first.found).toEqual(['a.en.md alignment-missing']);
	const second = build(manuscript);
	expect(second.pairing).toBe(first.pairing);
	expect(second.found).toEqual(first.found);
	const third = build(withText(manuscript, 'b', 'en', 'C.\n\nD.'));
	expect(third.pairing.get('a')).toBe(first.pairing.get('a'));
	expect(third.pairing.get('b')).not.toBe(first.pairing.get('b'));
	expect(third.found).toEqual(['a.en.md alignment-missing', 'b.en.md alignment-extra']);
});

test('a piece that one language lacks is in no pairing', () => {
	const build = createBuild();
	const { 'b.en.md': _, ...rest } = files;
	expect([...build(manuscriptOf({ files: rest })).pairing.keys()]).toEqual(['a']);
});
