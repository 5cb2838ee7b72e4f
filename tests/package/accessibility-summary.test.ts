import { beforeAll, expect, test } from 'vitest';
import type { House } from '../../scripts/model/index.ts';
import { accessibilitySummary } from '../../scripts/package/accessibility-summary.ts';
import { ownHouse } from '../support/edition.ts';

const nothing = {
	images: 0,
	undescribed: 0,
	formulas: 0,
	ruby: 0,
	pageBreaks: 0,
	roles: 0,
	headings: 0,
	headingGaps: 0,
};
const review = { by: 'Review Group', date: '2024-02-01', wcag: '2.2', level: 'AA' } as const;

let house: House;

beforeAll(async () => {
	house = await ownHouse();
});

test('a sentence for what holds, and that no one has reviewed the book', () => {
	const labels = house.labels.en ?? {};
	const plain = accessibilitySummary(nothing, [], { labels });
	expect(plain).toContain('no images besides the cover');
	expect(plain).toContain('no person has yet reviewed the book');
	expect(plain).not.toMatch(/described|MathML|WCAG|headings|pages/i);
	const rich = accessibilitySummary(
		{ ...nothing, images: 2, formulas: 1 },
		['alternativeText', 'pageNavigation'],
		{
			labels,
		},
	);
	expect(rich).toContain('described in words. Formulas');
	expect(rich).toContain('can go to any of its pages');
	expect(rich).not.toContain('no images');
});

test('what does not hold is said too', () => {
	const labels = house.labels.zh ?? {};
	const summary = accessibilitySummary({ ...nothing, images: 2, undescribed: 1 }, [], { labels });
	expect(summary).toContain('部分图片没有文字说明。以上说明由内容推得');
	expect(summary).not.toContain('都配有');
});

test('a review by people is told with who, when and what', () => {
	const { en = {}, zh = {} } = house.labels;
	expect(accessibilitySummary(nothing, [], { labels: en, review })).toMatch(
		/Review Group reviewed the book on 2024-02-01 .* WCAG 2\.2 at level AA\.$/,
	);
	const chinese = accessibilitySummary(nothing, [], { labels: zh, review: { ...review, by: '审校组' } });
	expect(chinese).toContain('审校组于2024-02-01审查本书');
	expect(chinese).not.toMatch(/[{}]|未经/);
});

test('a house without the words says nothing', () => {
	expect(accessibilitySummary(nothing, [], { labels: {} })).toBeUndefined();
});

test('both languages of the house have every sentence', () => {
	const sentences = (lang: string) =>
		Object.keys(house.labels[lang] ?? {}).filter((key) => /^accessibility|^sentence/.test(key));
	expect(sentences('zh')).toEqual(sentences('en'));
	expect(sentences('zh').length).toBeGreaterThan(9);
});
