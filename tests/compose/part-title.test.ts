import { expect, test } from 'vitest';
import { splitPartInline, splitPartTitle } from '../../scripts/compose/part-title.ts';
import { inline } from '../support/edition.ts';

test.each([
	['第一章 生成式人工智能的风险', '第一章', '生成式人工智能的风险'],
	['第一章　全角空格', '第一章', '全角空格'],
	['第一章：导论', '第一章', '导论'],
	['第十二章导论', '第十二章', '导论'],
	['第二部分 治理', '第二部分', '治理'],
	['第3部 治理', '第3部', '治理'],
	['第二编·总论', '第二编', '总论'],
	['Chapter 1 Risks', 'Chapter 1', 'Risks'],
	['Chapter 12: Risks', 'Chapter 12', 'Risks'],
	['Part II — Governance', 'Part II', 'Governance'],
	['Part 2 - Governance', 'Part 2', 'Governance'],
	['PART IV. Law', 'PART IV', 'Law'],
	['Section 3: 2024 in review', 'Section 3', '2024 in review'],
])('%s', (title, number, name) => {
	expect(splitPartTitle(title)).toEqual({ number, name });
});

test.each([
	'导论',
	'第一章',
	'第三部门的作用',
	'第三方部署与责任',
	'第一编辑部观察',
	'第一次章程会议',
	'Chapter 1',
	'Chapters of a life',
	'Part of the answer',
	'Particular cases',
	'Parting 1 word',
])('%s has no number', (title) => {
	expect(splitPartTitle(title)).toEqual({ name: title });
});

test('a number is parted from the foreign runs in the name', () => {
	const title = inline('第一章 <span lang="en">AI &amp; Law</span> 与治理');
	const { number, name } = splitPartInline(title);
	expect(number).toMatchObject({ text: '第一章', html: '第一章', lang: 'zh' });
	expect(name.text).toBe('AI & Law 与治理');
	expect(name.html).toBe('<span lang="en">AI &amp; Law</span> 与治理');
	expect(name.children).toMatchObject([
		{ type: 'text', value: '' },
		{ type: 'element', tagName: 'span' },
		{ type: 'text', value: ' 与治理' },
	]);
});

test('a title stays whole where its number is a foreign run', () => {
	const title = inline('<span lang="en">Part 2</span>: 治理');
	expect(splitPartInline(title)).toEqual({ name: title });
});

test('a title stays whole where the gap behind its number is in the foreign run', () => {
	const title = inline('第一章<span lang="en"> AI</span>');
	expect(splitPartInline(title)).toEqual({ name: title });
});

test('a title without a number is all name', () => {
	const title = inline('导论');
	expect(splitPartInline(title)).toEqual({ name: title });
});
