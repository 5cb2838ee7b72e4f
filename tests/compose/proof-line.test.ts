import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/index.ts';
import { proofLine } from '../../scripts/compose/proof-line.ts';
import { book, entry, markup, ownHouse, piece } from '../support/edition.ts';
import { editionIn } from '../support/edition-choice.ts';

const proof = { revision: '1a2b3c4', date: '2024-05-02', isChanged: true };
const house = await ownHouse();

test('a proof says in its language what it is held against', () => {
	const line = (lang: string, isChanged: boolean) =>
		proofLine({ ...proof, isChanged }, house.labels[lang] ?? {}, lang).text;
	expect(line('en', true)).toBe('Changes since 1a2b3c4 (May 2, 2024)');
	expect(line('en', false)).toBe('Nothing has changed since 1a2b3c4 (May 2, 2024)');
	expect(line('zh', true)).toContain('1a2b3c4（2024年5月2日）以来的改动');
	expect(line('zh', false)).toContain('没有改动');
});

test.each([
	['zh', editionIn('zh'), ['zh']],
	['both', { id: 'both', languages: ['zh', 'en'], layout: 'facing', sync: 'heading' } as const, ['zh', 'en']],
])('its title page says so in each of its languages: %s', async (_, choice, languages) => {
	const pieces = ['zh', 'en'].map((lang) => piece('a', lang));
	const source = book({ contents: [entry('a')], pieces });
	const report = () => {};
	const made = await compose(source, house, { choice, report, proof });
	expect(Object.keys(made.proof ?? {})).toEqual(languages);
	const page = (units: typeof made.units) =>
		markup(units.find(({ kind }) => kind === 'title-page')?.body ?? []);
	for (const line of Object.values(made.proof ?? {})) expect(page(made.units)).toContain(line.text);
	const usual = await compose(source, house, { choice, report });
	expect(usual.proof).toBeUndefined();
	expect(page(usual.units)).not.toContain('proof');
});
