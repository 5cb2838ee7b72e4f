import { expect, test } from 'vitest';
import { formatDate, toMoment } from '../../scripts/compose/dates.ts';

test.each([
	['2024', 'zh', '2024年'],
	['2024-01', 'zh', '2024年1月'],
	['2024-01-09', 'zh', '2024年1月9日'],
	['2024', 'en', '2024'],
	['2024-01', 'en', 'January 2024'],
	['2024-12-31', 'en', 'December 31, 2024'],
])('%s in %s', (date, lang, shown) => {
	expect(formatDate(date, lang)).toBe(shown);
});

test.each([
	['2024', '2024-01-01T00:00:00.000Z'],
	['2024-03', '2024-03-01T00:00:00.000Z'],
	['2024-12-31', '2024-12-31T00:00:00.000Z'],
	['0099', '0099-01-01T00:00:00.000Z'],
	['2024-02-01T10:20:30Z', '2024-02-01T10:20:30.000Z'],
])('%s begins at a moment that no time zone moves', (date, moment) => {
	expect(toMoment(date).toISOString()).toBe(moment);
});
