import type { FontFace, FontSet } from '../model/index.ts';
import type { MemoryFile } from './memory-epub.ts';

/** The font files, each once though faces may share it. */
export function fontFiles(fonts: FontSet): readonly MemoryFile[] {
	const files = new Map(fonts.map((face) => [face.file, face.bytes]));
	return [...files].map(([file, bytes]) => ({ path: `fonts/${file}`, bytes, compress: true }));
}

/** The `@font-face` rules of a style sheet that lies beside the folder `fonts`. */
export function fontRules(fonts: FontSet): string {
	return fonts.map(rule).join('');
}

function rule({ family, weight, style, unicodeRange, file }: FontFace): string {
	const declarations = [
		`font-family: "${family}"`,
		`font-weight: ${weight}`,
		`font-style: ${style}`,
		...(unicodeRange ? [`unicode-range: ${unicodeRange}`] : []),
		`src: url("fonts/${file}")`,
	];
	return `@font-face {\n${declarations.map((line) => `\t${line};\n`).join('')}}\n`;
}
