import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfIccTags, readIccHeader, readIccTags } from '../../scripts/pdf/icc-header.ts';
import { srgbProfile } from '../../scripts/print/srgb-profile.ts';
import { iccProfile } from '../support/icc.ts';

test('a header says what the profile is for', () => {
	expect(readIccHeader(iccProfile({ version: 4, kind: 'mntr', space: 'RGB ' }))).toEqual({
		size: 160,
		version: 4,
		deviceClass: 'mntr',
		space: 'RGB ',
	});
});

test('bytes that lie inside a larger buffer are read alone', () => {
	const inner = Buffer.concat([Buffer.alloc(7), iccProfile(), Buffer.alloc(9)]).subarray(7, -9);
	expect(readIccHeader(inner)?.size).toBe(160);
	expect(readIccTags(inner)).toEqual([{ signature: 'desc', start: 144, end: 160 }]);
	expect(faultOfIccTags(inner)).toBeUndefined();
});

test('tags that share their data, and all the others, are found', () => {
	const profile = srgbProfile();
	const tags = readIccTags(profile);
	expect(tags.map(({ signature }) => signature)).toEqual([
		...['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
	]);
	expect(Math.max(...tags.map(({ end }) => end))).toBe(profile.length);
	expect(faultOfIccTags(profile)).toBeUndefined();
});

test('what is no profile has no header', () => {
	const unmarked = iccProfile();
	unmarked[36] = 0;
	for (const bytes of [new Uint8Array(), new Uint8Array(131), unmarked])
		expect(readIccHeader(bytes)).toBeUndefined();
});

test('tags that are missing, too many or outside are a fault', () => {
	const [none, many] = [iccProfile(), iccProfile()];
	none[131] = 0;
	many[128] = 0xff;
	expect([none, many].map(faultOfIccTags)).toEqual(['has no tags', 'has no tags']);
	expect(faultOfIccTags(iccProfile({ tagAt: 150 }))).toBe('lacks its tag desc');
});

test('any bytes behind a header are looked at without harm', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), (tail) => {
			const bytes = Buffer.concat([iccProfile().subarray(0, 128), tail]);
			expect(readIccTags(bytes).length).toBeLessThanOrEqual((tail.length - 4) / 12);
		}),
	);
});
