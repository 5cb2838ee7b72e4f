import { expect, test } from 'vitest';
import { bookWith, load, smallBook } from './helpers.ts';

test('book.yaml and a piece switch checks off and on', async () => {
	const { manuscript, found } = await load({
		...bookWith('checks: { translation-length: off, punctuation-chinese: on }'),
		'a.zh.md': '---\ntitle: 甲\nchecks: { alignment-extra: off }\n---\n\n正文。\n',
	});
	expect(found).toEqual([]);
	expect(manuscript?.config.checks).toEqual({ 'translation-length': false, 'punctuation-chinese': true });
	expect(manuscript?.sources.get('a')?.zh?.checks).toEqual({ 'alignment-extra': false });
});

test('a book that says nothing has no choices', async () => {
	const { manuscript } = await load(smallBook);
	expect(manuscript?.config).not.toHaveProperty('checks');
	expect(manuscript?.sources.get('a')?.zh).not.toHaveProperty('checks');
});

test.each([
	[
		'checks: { translation-lenght: off }',
		'5:11 config-unknown-key "translation-lenght" is no check',
		'Did you mean "translation-length"?',
	],
	['checks: { image-missing: off }', '5:11 config-unknown-key "image-missing" is no check', undefined],
	[
		'checks: { translation-length: never }',
		'5:31 config-invalid translation-length of checks must be on or off',
		undefined,
	],
	[
		'checks: [translation-length]',
		'5:9 config-invalid checks must hold names of checks with on or off, such as translation-length: off',
		undefined,
	],
])('%s', async (line, message, hint) => {
	const { found } = await load(bookWith(line));
	const said = found.map((one) => `${one.line}:${one.column} ${one.rule} ${one.message}`);
	expect(said).toEqual([message]);
	if (hint !== undefined) expect(found[0]?.hint).toBe(hint);
});
