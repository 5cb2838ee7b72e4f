import { expect, test } from 'vitest';
import { profileFault } from '../../scripts/load/icc-profile.ts';
import { iccProfile } from '../support/icc.ts';

test('a profile of a printer fits', () => {
	expect(profileFault(iccProfile(), 'cmyk')).toBeUndefined();
	expect(profileFault(iccProfile({ version: 4 }), 'gray')).toBeUndefined();
	expect(profileFault(iccProfile({ space: 'GRAY' }), 'gray')).toBeUndefined();
	expect(profileFault(iccProfile({ space: 'RGB ' }), 'rgb')).toBeUndefined();
});

test.each([
	['another space', { space: 'RGB ' }, 'it describes RGB colours, which do not fit "color: cmyk"'],
	['gray for four inks', { space: 'GRAY' }, 'it describes GRAY colours, which do not fit "color: cmyk"'],
	['a screen', { kind: 'mntr' }, 'it is a profile of class "mntr", not of a printer ("prtr")'],
	['a link', { kind: 'link' }, 'it is a profile of class "link", not of a printer ("prtr")'],
	['version 5', { version: 5 }, 'it is an ICC profile of version 5, not 2 or 4'],
	['a size too large', { size: 900 }, 'it is cut off: 160 of 900 bytes are there'],
	['a size too small', { size: 150 }, 'it has 10 bytes behind its end'],
	['a tag outside', { tagAt: 150 }, 'it is damaged: a tag lies outside the file'],
])('%s', (_, traits, fault) => {
	expect(profileFault(iccProfile(traits), 'cmyk')).toBe(fault);
});

test('a profile of a screen fits no book, in RGB neither', () => {
	expect(profileFault(iccProfile({ space: 'RGB ', kind: 'mntr' }), 'rgb')).toBe(
		'it is a profile of class "mntr", not of a printer ("prtr")',
	);
});

test('what is no profile', () => {
	const unmarked = iccProfile();
	unmarked[36] = 0;
	for (const bytes of [
		new Uint8Array(0),
		new Uint8Array(131),
		unmarked,
		Buffer.from('%PDF-1.7'.repeat(40)),
	]) {
		expect(profileFault(bytes, 'cmyk')).toBe('it is no ICC profile');
	}
	const countless = iccProfile();
	countless[128] = 0xff;
	expect(profileFault(countless, 'cmyk')).toBe('it is damaged: a tag lies outside the file');
});
