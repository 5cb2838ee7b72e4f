import { expect, test } from 'vitest';
import { fillHoles, hole, holesOf } from '../../scripts/print/holes.ts';

const kinds = ['object', 'stream', 'page', 'annotation'] as const;

test('each hole is filled by its kind and number, and what stands between stays', () => {
	const text = `<<${kinds.map((kind, nth) => `/${kind} ${hole(kind, nth)}`).join(' ')} /F ${hole('font', 'Serif-4')}>>`;
	const filled = fillHoles(text, (kind, which) => `(${kind} ${which})`);
	expect(filled).toBe(
		'<</object (object 0) /stream (stream 1) /page (page 2) /annotation (annotation 3) /F (font Serif-4)>>',
	);
	expect(holesOf(text).map(([kind]) => kind)).toEqual([...kinds, 'font']);
});

test('what fills a hole is taken as it is', () => {
	expect(fillHoles(hole('object', 1), () => '$& @o2;')).toBe('$& @o2;');
});

test('a hole of no kind is an error', () => {
	expect(() => fillHoles('@z1;', () => '')).toThrow();
});
