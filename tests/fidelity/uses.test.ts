import { expect, test } from 'vitest';
import { checkPairsInSteps } from '../../scripts/fidelity/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { asset, compile, type Parts } from '../compile/sample.ts';
import { said } from './support.ts';

/** What all checks on pairs say of links, images and notes. */
function compare(source: string, target: string, parts: Partial<Parts> = {}): readonly string[] {
	const { book } = compile({
		assets: [asset('a.zh.png'), asset('a.en.png'), asset('b.png')],
		...parts,
		files: { 'x.zh.md': source, 'x.en.md': target, ...parts.files },
	});
	const pairing = pairBook(book, ['zh', 'en']);
	return said((report) => {
		const steps = checkPairsInSteps(book, pairing, ['zh', 'en'], { report });
		while (!steps.next().done);
	});
}

const others = { 'y.zh.md': '## 起点\n\n文\n\n## 终点\n', 'y.en.md': '## Start\n\ntext\n\n## End\n' };

test.each([
	['[规范](https://a.org/zh/spec/)', '[spec](http://www.a.org/en/spec)'],
	['[页](https://zh.wikipedia.org/wiki/人工智能)', '[page](https://en.wikipedia.org/wiki/AI)'],
	['[文](https://a.org/report-zh.pdf)', '[file](https://a.org/report-en.pdf)'],
	['[信](mailto:a@b.org)', '<a@b.org>'],
	['[前文](y.md#起点)', '[earlier](y.en.md#start)'],
	['[前文](y.md)', '[earlier](y.md)'],
	['[一](https://a.org)\n\n文', 'text\n\n[one](https://a.org)'],
	['![甲](a.zh.png)', '![a](a.en.png)'],
	['行中 ![甲](a.zh.png)', '![a](b.png) within'],
	['文[^a]。\n\n[^a]: 注', 'text.[^1]\n\n[^1]: note'],
])('%s = %s', (source, target) => {
	expect(compare(source, target, { files: others })).toEqual([]);
});

test('a link on one side', () => {
	expect(compare('见[甲](https://a.org/x)。', 'See a.')).toEqual([
		'1:1 translation-link the link to https://a.org/x (x.zh.md:1) is not in the translation',
	]);
	expect(compare('见甲。', 'See [a](https://a.org/x).')).toEqual([
		'1:5 translation-link the link to https://a.org/x is not in the text that it translates (x.zh.md:1)',
	]);
	expect(compare('见[甲](https://a.org/x)。', 'See [a](https://a.org/y).')).toHaveLength(2);
});

test('a link that leads to another heading', () => {
	const found = compare('见[前文](y.md#起点)。', 'See [above](y.md#end).', { files: others });
	expect(found).toEqual([
		'1:1 translation-link the link to "y#起点" (x.zh.md:1) is not in the translation',
		'1:5 translation-link the link to "y#终点" is not in the text that it translates (x.zh.md:1)',
	]);
});

test('an image on one side of a pair', () => {
	expect(compare('文 ![甲](a.zh.png) 文', 'text')).toEqual([
		'1:1 translation-image the image a.zh.png (x.zh.md:1) is not in the translation',
	]);
	expect(compare('文 ![甲](a.zh.png) 文', 'text ![a](a.en.png) and ![b](b.png)')).toEqual([
		'1:25 translation-image the image b.png is not in the text that it translates (x.zh.md:1)',
	]);
});

test('a note that is called elsewhere', () => {
	const source = '甲。[^a]\n\n乙。\n\n[^a]: 注';
	expect(compare(source, 'One.\n\nTwo.[^a]\n\n[^a]: note')).toEqual([
		'1:1 translation-note the note [^a] is called here in the source (x.zh.md:1), but not in the translation',
	]);
	expect(compare(source, 'One.[^a]\n\nTwo.[^a]\n\n[^a]: note')).toEqual([
		'3:5 translation-note the note [^a] is called here, but not in the text that it translates (x.zh.md:3)',
	]);
});
