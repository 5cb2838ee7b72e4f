import { expect, test } from 'vitest';
import { writtenIssn } from '../../scripts/load/issn.ts';

test.each([
	['0317-8471', '0317-8471'],
	['2434-561X', '2434-561X'],
	['2434-561x', '2434-561X'],
	['20493630', '2049-3630'],
	['2049-3631', undefined],
	['2049-363', undefined],
	['2049-36300', undefined],
	['X049-3630', undefined],
	['2049–3630', '2049-3630'],
])('%s', (given, written) => {
	expect(writtenIssn(given)).toBe(written);
});
