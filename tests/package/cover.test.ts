import { expect, test } from 'vitest';
import { coverImage, coverSection } from '../../scripts/package/cover.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { cover, picture } from './edition.ts';

test('the ending follows the format', () => {
	expect(coverImage(cover)).toEqual({
		mediaType: 'image/png',
		file: { path: 'images/cover.png', bytes: picture, compress: false },
	});
	const jpeg = { mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8]) } as const;
	expect(coverImage(jpeg).file.path).toBe('images/cover.jpg');
});

test('the page shows the picture under the name of the book', () => {
	expect(toXhtml([coverSection(coverImage(cover), 'A & B')])).toBe(
		'<section class="cover" epub:type="cover"><img src="images/cover.png" alt="A &#x26; B" role="doc-cover" /></section>',
	);
});
