import { expect, test } from 'vitest';
import { boxTables } from '../../scripts/package/table-boxes.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { section } from './section.ts';

test('every table stands in a box with a name that the keyboard reaches', () => {
	const table = '<table><tbody><tr><td>A</td></tr></tbody></table>';
	const tree = section(`<blockquote>${table}</blockquote><p>B</p>${table}`);
	boxTables(tree, '表格');
	const boxed = `<div class="table-box" role="group" aria-label="表格" tabindex="0">${table}</div>`;
	expect(toXhtml(tree.children)).toBe(`<blockquote>${boxed}</blockquote><p>B</p>${boxed}`);
});
