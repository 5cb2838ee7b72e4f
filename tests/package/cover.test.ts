import { expect, test } from 'vitest';
import { coverImage, coverSection } from '../../scripts/package/cover.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { picture } from './edition.ts';

test('the first bytes tell the type', () => {
	expect(coverImage(picture)).toMatchObject({ mediaType: 'image/png', file: { path: 'images/cover.png' } });
	const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
	expect(coverImage(jpeg)).toMatchObject({ mediaType: 'image/jpeg', file: { path: 'images/cover.jpg' } });
	expect(() => coverImage(new TextEncoder().encode('<svg/>'))).toThrow('neither PNG nor JPEG');
	expect(() => coverImage(new Uint8Array())).toThrow('neither PNG nor JPEG');
});

test('the page shows the picture under the name of the book', () => {
	expect(toXhtml([coverSection(coverImage(picture), 'A & B')])).toBe(
		'<section class="cover" epub:type="cover"><img src="images/cover.png" alt="A &#x26; B" role="doc-cover" /></section>',
	);
});
