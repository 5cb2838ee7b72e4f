import { expect, test } from 'vitest';
import { boxTables } from '../../scripts/package/table-boxes.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { section } from './section.ts';

test('every table stands in a box with a name that the keyboard reaches', () => {
	const table = '<table><tbody><tr><td>A</td></tr></tbody></table>';
	const tree = section(`<blockquote>${table}</blockquote><p>B</p>${table}`);
	boxTables(tree, 'zh', () => ({ lang: 'zh', label: '表格' }));
	const boxed = `<div class="table-box" role="group" aria-label="表格" tabindex="0">${table}</div>`;
	expect(toXhtml(tree.children)).toBe(`<blockquote>${boxed}</blockquote><p>B</p>${boxed}`);
});

test('a box is named in the language of its table, else in that of the unit', () => {
	const table = (lang: string) => `<table lang="${lang}"><tbody><tr><td>A</td></tr></tbody></table>`;
	const tree = section(`${table('en')}<div lang="fr">${table('fr')}</div>`);
	boxTables(tree, 'zh', (lang) => (lang === 'en' ? { lang, label: 'Table' } : { lang: 'zh', label: '表格' }));
	const box = (rest: string, inner: string) => `<div class="table-box"${rest} tabindex="0">${inner}</div>`;
	expect(toXhtml(tree.children)).toBe(
		box(' lang="en" role="group" aria-label="Table"', table('en')) +
			`<div lang="fr">${box(' lang="zh" role="group" aria-label="表格"', table('fr'))}</div>`,
	);
});
