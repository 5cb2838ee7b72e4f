import { expect, test } from 'vitest';
import { filledLabel, label, wordingFor } from '../../scripts/package/labels.ts';
import { edition, houseOf } from '../support/edition.ts';

test('a label that a language lacks shows its key', () => {
	expect(label({ a: '甲' }, 'a')).toBe('甲');
	expect(label({}, 'b')).toBe('b');
});

test('values take the places of their names, and nothing else', () => {
	const labels = { source: '《{title}》（{date}）{other}' };
	expect(filledLabel(labels, 'source', { title: '$& {date}', date: '2024' })).toBe(
		'《$& {date}》（2024）{other}',
	);
});

test('a text is spoken of in its language, where the edition or the house has words in it', () => {
	const [chinese, english, french] = [{ a: '甲' }, { a: 'A' }, { a: 'Â' }];
	const book = edition({ languages: ['zh', 'en'], labels: chinese, otherLabels: english });
	const house = { ...houseOf({}), labels: { zh: {}, en: {}, fr: french } };
	const spoken = (lang: string) => wordingFor(lang, book, house);
	expect(spoken('zh')).toEqual({ lang: 'zh', labels: chinese });
	expect(spoken('en')).toEqual({ lang: 'en', labels: english });
	expect(spoken('fr')).toEqual({ lang: 'fr', labels: french });
	expect(spoken('de')).toEqual({ lang: 'zh', labels: chinese });
});
