import { expect, test } from 'vitest';
import { hyphenateWords } from '../../scripts/compile/hyphenate.ts';
import { createHyphenators } from '../../scripts/compile/hyphenators.ts';
import { compile, compileText, localText, toHtml } from './sample.ts';

function show(text: string, lang: string): string {
	const hyphenator = createHyphenators()(lang);
	return hyphenator ? hyphenateWords(text, hyphenator).replaceAll('\u00ad', '~') : text;
}

test.each([
	['organization governance', 'or~ga~ni~za~tion gov~er~nance'],
	['International', 'In~ter~na~tional'],
	['organization’s “responsibility”', 'or~ga~ni~za~tion’s “re~spon~si~bil~ity”'],
	['about above', 'about above'],
	['OpenAI ChatGPT UNESCO', 'OpenAI ChatGPT UNESCO'],
	['organization2 2organization', 'organization2 2organization'],
	['example.organization/governance', 'example.organization/governance'],
	['name@organization.governance', 'name@organization.governance'],
	['safety-oriented governance-led', 'safety-oriented governance-led'],
	['or\u00adganization', 'or~ganization'],
	['Governance.', 'Gov~er~nance.'],
])('English: %s', (text, expected) => {
	expect(show(text, 'en')).toBe(expected);
});

test('at least two letters stay before and three after', () => {
	for (const word of ['ideology', 'activity', 'quickly', 'certainly', 'aviation', 'society', 'banana']) {
		const syllables = show(word, 'en').split('~');
		if (syllables.length === 1) continue;
		expect(syllables[0]?.length).toBeGreaterThanOrEqual(2);
		expect(syllables.at(-1)?.length).toBeGreaterThanOrEqual(3);
	}
	expect(show('banana', 'en')).toBe('ba~nana');
});

test('each language has its own patterns, and some have none', () => {
	expect(show('Verantwortung', 'de-AT')).toBe('Ver~ant~wor~tung');
	expect(show('gouvernement', 'fr')).toBe('gou~ver~ne~ment');
	expect(show('organisation', 'en-GB')).not.toBe(show('organisation', 'en-US'));
	for (const lang of ['zh', 'ko', 'x-none', '']) expect(createHyphenators()(lang)).toBeUndefined();
});

test('running text is hyphenated, code, links, headings and head cells are not', () => {
	const word = 'governance';
	const { html } = compileText(
		`# ${word}\n\n${word} \`${word}\` [${word}](https://a.org) **${word}**\n\n> ${word}\n\n- ${word}\n\n| ${word} |\n|---|\n| ${word} |\n\n\`\`\`\n${word}\n\`\`\``,
		'en',
	);
	const split = 'gov~er~nance';
	expect(html).toContain(`<h2 id="en-a-h1" lang="en">${word}</h2>`);
	expect(html).toContain(
		`${split} <code>${word}</code> <a href="https://a.org">${word}</a> <strong>${split}</strong>`,
	);
	expect(html).toContain(`<p lang="en">${split}</p>\n</blockquote>`);
	expect(html).toContain(`<li lang="en">${split}</li>`);
	expect(html).toContain(`>${word}</th>`);
	expect(html).toContain(`>${split}</td>`);
	expect(html).toContain(`<code>${word}\n</code>`);
});

test('foreign runs are hyphenated in their own language', () => {
	expect(compileText('读 governance 的').html).toContain('<span lang="en">gov~er~nance</span>');
	expect(compileText('the <i lang="fr">gouvernement</i> governance', 'en').html).toContain('gou~ver~ne~ment');
});

test('notes and biographies are hyphenated, titles and names are not, and plain texts never', () => {
	const contributor = {
		id: 'x',
		kind: 'person' as const,
		role: 'aut',
		name: { en: localText('Governance Responsibility', 'en') },
		bio: { en: localText('Works on governance.', 'en') },
	};
	const { book, piece } = compile({
		files: { 'a.en.md': 'x[^1]\n\n[^1]: governance' },
		languages: ['en'],
		contributors: new Map([['x', contributor]]),
	});
	const person = book.contributors.get('x');
	expect(person?.bio?.en?.html).toBe('Works on gov\u00ader\u00adnance.');
	expect(person?.bio?.en?.text).toBe('Works on governance.');
	expect(person?.name.en?.html).toBe('Governance Responsibility');
	expect(toHtml(piece('a.en.md').notes[0]?.children ?? [])).toContain('gov~er~nance');
});

test('a word without end takes no time', () => {
	const start = performance.now();
	compileText('a'.repeat(200_000), 'en');
	expect(performance.now() - start).toBeLessThan(3000);
});
