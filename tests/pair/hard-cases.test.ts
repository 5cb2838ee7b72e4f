import { describe, expect, test } from 'vitest';
import { pairTexts } from './sample.ts';

/** A paragraph of some length that says nothing of its own. */
function zh(characters: number, word = '制度'): string {
	return `${word.repeat(Math.ceil(characters / word.length)).slice(0, characters)}。`;
}

function en(characters: number, word = 'institution'): string {
	return `${`${word} `.repeat(Math.ceil((characters * 3) / (word.length + 1))).trim()}.`;
}

test('a paragraph split in two gives one finding, at its second half', () => {
	for (const [first, second] of [
		[50, 50],
		[20, 80],
		[80, 20],
	] as const) {
		const { rules, found } = pairTexts(
			`${zh(40)}\n\n${zh(100, '监管')}\n\n${zh(60)}`,
			`${en(40)}\n\n${en(first, 'regulation')}\n\n${en(second, 'oversight')}\n\n${en(60)}`,
		);
		expect(rules).toEqual(['a.en.md:5 alignment-extra']);
		expect(found[0]?.message).toContain('would stand behind the paragraph "监管');
		expect(found[0]?.message).toContain('(a.zh.md:3)');
	}
});

test('two paragraphs joined into one give one finding, where the second belongs', () => {
	const { rules, found } = pairTexts(
		`${zh(40)}\n\n${zh(30, '监管')}\n\n${zh(70, '审查')}\n\n${zh(60)}`,
		`${en(40)}\n\n${en(100, 'regulation')}\n\n${en(60, 'end')}`,
	);
	expect(rules).toEqual(['a.en.md:5 alignment-missing']);
	expect(found[0]?.message).toMatch(
		/^the paragraph "审查.*\(a\.zh\.md:5\) is not translated; it belongs before the paragraph "end/,
	);
});

test('a list turned into prose is one finding', () => {
	const { rules, found, body } = pairTexts(
		`${zh(40)}\n\n- ${zh(20)}\n- ${zh(25)}\n- ${zh(15)}\n\n${zh(60)}`,
		`${en(40)}\n\n${en(60, 'prose')}\n\n${en(60)}`,
	);
	expect(rules).toEqual(['a.en.md:3 alignment-kind']);
	expect(found[0]?.message).toMatch(/^the paragraph "prose.* stands for the list ".* \(a\.zh\.md:3\)$/);
	expect(body[1]).toMatch(/^<list> = prose [^[]*$/);
});

test('a list that is missing is one finding, and so is one that is there twice', () => {
	const list = (item: (n: number) => string) => [10, 20, 30].map((n) => `- ${item(n)}`).join('\n');
	const missing = pairTexts(`${zh(40)}\n\n${list(zh)}\n\n${zh(60)}`, `${en(40)}\n\n${en(60)}`);
	expect(missing.rules).toEqual(['a.en.md:5 alignment-missing'.replace('5', '3')]);
	const extra = pairTexts(`${zh(40)}\n\n${zh(60)}`, `${en(40)}\n\n${list(en)}\n\n${en(60)}`);
	expect(extra.rules).toEqual(['a.en.md:3 alignment-extra']);
});

describe('tables', () => {
	const head = '| a | b |\n| - | - |\n';

	test('another row is one finding, at the row', () => {
		const rows = (...numbers: readonly number[]) => numbers.map((n) => `| ${n} | ${n * 7} |\n`).join('');
		const more = pairTexts(`${head}${rows(1, 2, 3)}`, `${head}${rows(1, 2, 25, 3)}`);
		expect(more.rules).toEqual(['a.en.md:5 alignment-extra']);
		expect(more.found[0]?.message).toContain('the table row "25 175" is not in the source');
		const fewer = pairTexts(`${head}${rows(1, 2, 3)}`, `${head}${rows(1, 3)}`);
		expect(fewer.rules).toEqual(['a.en.md:4 alignment-missing']);
		expect(fewer.found[0]?.message).toContain('before the table row "3 21"');
	});

	test('another column is one finding', () => {
		const { rules, found, body } = pairTexts(
			'| 年份 | 甲 | 乙 |\n| - | - | - |\n| 2021 | 5 | 66 |\n| 2022 | 8 | 77 |',
			'| Year | B |\n| - | - |\n| 2021 | 66 |\n| 2022 | 77 |',
		);
		expect(rules).toEqual(['a.en.md:1 alignment-missing']);
		expect(found[0]?.message).toContain('the column "甲" (a.zh.md:1) is not translated');
		expect(body[0]).toContain('2022 = 2022; 8 -; 77 = 77');
	});

	test('a caption that is missing is one finding', () => {
		const table = `${head}| 1 | 2 |`;
		expect(pairTexts(`${table}\n\n: 表`, table).rules).toEqual(['a.en.md:1 alignment-missing']);
	});
});

describe('notes', () => {
	test('pair by name where they are called in another order', () => {
		const { rules, notes } = pairTexts(
			'甲[^a]乙[^b]\n\n[^a]: 注甲\n[^b]: 注乙',
			'B[^b] A[^a]\n\n[^a]: note A\n[^b]: note B',
		);
		expect(rules).toEqual([]);
		expect(notes).toEqual(['<note> = <note> [注甲 = note A]', '<note> = <note> [注乙 = note B]']);
	});

	test('pair by name also where the name is a number and the order another', () => {
		const { notes } = pairTexts(
			'甲[^1]乙[^2]\n\n[^1]: 2021年的报告\n[^2]: OECD',
			'B[^2] A[^1]\n\n[^1]: A report of 2021\n[^2]: OECD',
		);
		expect(notes.map((pair) => pair.replace(/.*\[/, ''))).toEqual([
			'2021年的报告 = A report of 2021]',
			'OECD = OECD]',
		]);
	});

	test('pair by content where only one text was numbered anew', () => {
		const { rules, found, notes } = pairTexts(
			'甲[^1]乙[^2]丙[^3]\n\n[^1]: 新注\n[^2]: 见 Floridi 2019 年的论文\n[^3]: 见 https://oecd.ai/ 2021',
			'A B[^1] C[^2]\n\n[^1]: See the paper of Floridi, 2019\n[^2]: See https://oecd.ai/ 2021',
		);
		expect(rules).toEqual(['a.en.md:1 alignment-missing']);
		expect(found[0]?.message).toContain(
			'the note "新注" (a.zh.md:3) is not translated; it belongs in the paragraph "A B C"',
		);
		expect(notes[0]).toBe('<note> -');
	});

	test('pair by content where the names say nothing', () => {
		const { rules, notes } = pairTexts(
			'甲[^x]乙[^y]\n\n[^x]: 见 Floridi 2019\n[^y]: 见 OECD 2021',
			'B[^p] A[^q]\n\n[^p]: See OECD 2021\n[^q]: See Floridi 2019',
		);
		expect(rules).toEqual([]);
		expect(notes[0]).toContain('Floridi 2019 = See Floridi 2019');
	});

	test('go with the paragraph that calls them', () => {
		const { rules } = pairTexts(`${zh(50)}\n\n${zh(90)}[^a]\n\n[^a]: 注`, en(50));
		expect(rules).toEqual(['a.en.md:1 alignment-missing']);
		const other = pairTexts(`${zh(50)}[^a]\n\n[^a]: 注`, en(50));
		expect(other.rules).toEqual(['a.en.md:1 alignment-missing']);
	});
});

describe('headings', () => {
	test('of another level are one finding each, and do not move those inside', () => {
		const { rules, found } = pairTexts(
			`## 甲\n\n${zh(40)}\n\n### 乙\n\n#### 丙\n\n## 丁`,
			`## A\n\n${en(40)}\n\n## B\n\n### C\n\n## D`,
		);
		expect(rules).toEqual(['a.en.md:5 alignment-kind']);
		expect(found[0]?.message).toBe(
			'the heading "B" is of level 2; in the source, the heading "乙" (a.zh.md:5) is of level 3',
		);
	});

	test('a heading that is missing is one finding, though those inside rise', () => {
		const { rules } = pairTexts(
			`## 甲\n\n### 乙\n\n${zh(40)}\n\n### 丙\n\n${zh(70)}\n\n## 丁`,
			`### B\n\n${en(40)}\n\n### C\n\n${en(70)}\n\n## D`,
		);
		expect(rules).toEqual(['a.en.md:1 alignment-missing']);
	});

	test('a section that is missing is one finding', () => {
		const section = (title: string, ...texts: readonly string[]) => [`## ${title}`, ...texts].join('\n\n');
		const { rules, found } = pairTexts(
			[
				section('甲', zh(50), zh(90)),
				section('乙', zh(30), `- ${zh(10)}\n- ${zh(20)}`, zh(60)),
				section('丙', zh(40), zh(20)),
			].join('\n\n'),
			[section('A', en(50), en(90)), section('C', en(40), en(20))].join('\n\n'),
		);
		expect(rules).toEqual(['a.en.md:7 alignment-missing']);
		expect(found[0]?.message).toBe(
			'the heading "乙" (a.zh.md:7) and the 3 blocks behind it, as far as line 14, are not translated; they belong before the heading "C"',
		);
	});

	test('a heading set as a bold line is one finding', () => {
		const { rules } = pairTexts(
			`## 甲\n\n${zh(40)}\n\n## 乙乙\n\n${zh(70)}`,
			`## A\n\n${en(40)}\n\n**Second**\n\n${en(70)}`,
		);
		expect(rules).toEqual(['a.en.md:5 alignment-kind']);
	});
});

describe('anchors', () => {
	test('pair sections that stand in another order, with all that is in them', () => {
		const { rules, body } = pairTexts(
			`## 甲 {#a}\n\n${zh(10)}\n\n## 乙 {#b}\n\n- 乙一\n\n${zh(12)}`,
			`## B {#b}\n\n- B1\n\n${en(12)}\n\n## A {#a}\n\n${en(10)}`,
		);
		expect(rules).toEqual([]);
		expect(body.map((pair) => pair.replace(/ (?:institution ?)+/, ' … '))).toEqual([
			'甲 = A',
			expect.stringMatching(/^制度.* = … \.$/),
			'乙 = B',
			'<list> = <list> [<item> = <item> [乙一 = B1]]',
			expect.stringMatching(/^制度.* = … \.$/),
		]);
	});

	test('pair what holds them', () => {
		const { rules, body } = pairTexts(
			`${zh(40)}\n\n${zh(40)} {#x}\n\n${zh(40)}`,
			`${en(40)}\n\n- ${en(40)} {#x}\n- ${en(40)}\n\n${en(40)}`,
		);
		expect(rules).toEqual(['a.en.md:3 alignment-kind']);
		expect(body[1]).toMatch(/^制度.* = <list>$/);
	});

	test('one without a partner is one finding', () => {
		const { rules, found } = pairTexts(`${zh(40)} {#x}\n\n${zh(60)}`, `${en(40)} {#y}\n\n${en(60)} {#z}`);
		expect(rules).toEqual(['a.en.md:1 anchor-unpaired', 'a.en.md:3 anchor-unpaired']);
		expect(found[0]?.message).toContain('has {#y} where the source (a.zh.md:1) has {#x}');
	});
});

test('of several differences each is one finding', () => {
	const { rules } = pairTexts(
		`${zh(40)}\n\n${zh(90)}\n\n## 甲\n\n${zh(120)}\n\n${zh(20)}\n\n## 乙\n\n> ${zh(50)}\n\n${zh(70)}`,
		`${en(90)}\n\n## A\n\n${en(60)}\n\n${en(60)}\n\n${en(20)}\n\n## B\n\n${en(70)}`,
	);
	expect(rules).toEqual([
		'a.en.md:1 alignment-missing',
		'a.en.md:7 alignment-extra',
		'a.en.md:13 alignment-missing',
	]);
});
