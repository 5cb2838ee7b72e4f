import { expect, test } from 'vitest';
import { languageCode, scriptCode } from '../../../scripts/publish/onix/language.ts';

test.each([
	['zh', 'chi', 'Hans'],
	['zh-Hant', 'chi', 'Hant'],
	['zh-TW', 'chi', 'Hant'],
	['en-GB', 'eng', 'Latn'],
	['de', 'ger', 'Latn'],
	['nld', 'dut', 'Latn'],
	['ja', 'jpn', 'Jpan'],
	['yue', 'yue', 'Hant'],
	['grc', 'grc', undefined],
	['qaa', 'und', undefined],
])('%s is %s', (tag, language, script) => {
	expect(languageCode(tag)).toBe(language);
	if (script !== undefined) expect(scriptCode(tag)).toBe(script);
});
