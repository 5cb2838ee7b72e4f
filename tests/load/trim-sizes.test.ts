import { expect, test } from 'vitest';
import { findTrim } from '../../scripts/load/trim-sizes.ts';

test.each([
	['A4', 210, 297],
	['a5', 148, 210],
	['B5', 176, 250],
	['JIS-B5', 182, 257],
	['jis b5', 182, 257],
	['16开', 185, 260],
	['大16开', 210, 285],
	['大32開', 140, 203],
	['Half-Letter', 139.7, 215.9],
	['6×9 in', 152.4, 228.6],
	['6x9in', 152.4, 228.6],
	['5.5 in × 8.5 in', 139.7, 215.9],
	['170×240 mm', 170, 240],
	['17 cm * 240 mm', 170, 240],
	['432×648 pt', 152.4, 228.6],
])('%s', (given, width, height) => {
	expect(findTrim(given)).toEqual({ width, height });
});

test.each([
	['A55', 'A5'],
	['lettre', 'letter'],
	['15开', '16开'],
	['170×240', undefined],
	['-6×9 in', undefined],
	['wide', undefined],
])('%s is no size', (given, meant) => {
	expect(findTrim(given)).toEqual({ meant });
});
