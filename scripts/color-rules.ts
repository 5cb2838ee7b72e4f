import type { BookColor } from './model/index.ts';

/** The named colours of a book as custom properties, `--color-NAME`; nothing where it names none. */
export function colorRules(colors: readonly BookColor[]): string {
	if (colors.length === 0) return '';
	const hex = (channel: number) => channel.toString(16).padStart(2, '0');
	const properties = colors.map(({ name, screen }) => `--color-${name}:#${screen.map(hex).join('')}`);
	return `:root{${properties.join(';')}}`;
}
