import { expect, test } from 'vitest';
import { bookStyle } from '../scripts/ahead.ts';
import { colorRules } from '../scripts/color-rules.ts';
import { ownHouse, usualPress } from './support/edition.ts';

const place = { file: 'book.yaml', line: 1, column: 1 };
const colors = [
	{ name: 'accent', screen: [0x1f, 0x03, 0xff], inks: [1, 0, 0, 0], place },
	{ name: 'warm-2', screen: [0, 0, 0], place },
] as const;

test('named colours are custom properties', () => {
	expect(colorRules([])).toBe('');
	expect(colorRules(colors)).toBe(':root{--color-accent:#1f03ff;--color-warm-2:#000000}');
});

test('the typography is that of the house, and what book.yaml says stands behind it', async () => {
	const house = await ownHouse();
	const plain = house.styles.get('book.css') ?? '';
	expect(bookStyle(house, usualPress)).toBe(plain);
	const page = { gutter: 'auto', trim: { width: 148, height: 210 } } as const;
	expect(bookStyle(house, { page, colors })).toMatch(
		/^[\s\S]+\n:root\{--across:0\.7.*\}\n:root\{--color-accent:/,
	);
});

test('every property that the style sheets ask for is there', async () => {
	const { styles } = await ownHouse();
	const css = `${styles.get('book.css')}${styles.get('sheet.css')}`;
	const asked = [...css.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name);
	// Those of the page box come with the sheets.
	const given = [...css.matchAll(/^\t--([a-z-]+):/gm)].map(([, name]) => name);
	for (const name of ['across', 'down', 'head', 'foot', 'display', 'accent']) {
		expect(given).toContain(name);
		expect(asked).toContain(name);
	}
});
