import { expect, test } from 'vitest';
import type { Part } from '../../scripts/print/part.ts';
import { isTransparent } from '../../scripts/print/transparency.ts';
import { printedPart } from './printed.ts';

const plain = await printedPart([{ glyphs: [1] }]);

/** A page that leads to this object over another. */
function leadingTo(text: string): Part {
	return {
		...plain,
		pages: plain.pages.map((page) => ({ ...page, resources: { ExtGState: { G1: '@o0;' } } })),
		objects: ['<</Next @s0;>>', text],
		streams: [{ entries: '/Resources <</X @o1;>> /Self @s0;', bytes: new Uint8Array() }],
	};
}

test.each([
	'<</ca .5>>',
	'<</CA 0.9 /LW 1>>',
	'<</ca 0>>',
	'<</SMask <</Type /Mask>>>>',
	'<</SMask @o3;>>',
	'<</BM /Multiply>>',
	'<</Group <</S /Transparency /I true>>>>',
])('%s lets something shine through', (text) => {
	expect(isTransparent({ part: leadingTo(text), page: 0 })).toBe(true);
});

test.each(['<</ca 1 /CA 1.0>>', '<</SMask /None>>', '<</BM /Normal /ca 1>>', '<</BM /Compatible>>'])(
	'%s lets nothing shine through',
	(text) => {
		expect(isTransparent({ part: leadingTo(text), page: 0 })).toBe(false);
	},
);

test('a page that is not there is not transparent', () => {
	expect(isTransparent({ part: leadingTo('<</ca .5>>'), page: 7 })).toBe(false);
});
