import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { characterAt, isWide } from './characters.ts';

/**
 * Ends a bare web address before Chinese text: GFM takes everything up to the next space, so that
 * `https://example.com，详见下文` would be one address.
 */
export function remarkTrimAutolinks() {
	return (tree: Root, file: VFile): void => {
		const source = String(file);
		visit(tree, 'link', (link, index, parent) => {
			if (!parent || index === undefined || !isBare(link, source)) return;
			const [label] = link.children;
			if (label?.type !== 'text') return;
			const cut = firstWide(label.value);
			if (cut <= 0) return;
			const rest = splitLink(link, label, cut);
			parent.children.splice(index + 1, 0, rest);
			return index + 2;
		});
	};
}

function isBare(link: Link, source: string): boolean {
	const start = link.position?.start.offset;
	const first = start === undefined ? '' : source[start];
	return link.children.length === 1 && first !== '<' && first !== '[' && first !== '!';
}

function firstWide(text: string): number {
	for (let index = 0; index < text.length; index += 1) {
		if (isWide(characterAt(text, index))) return index;
	}
	return -1;
}

function splitLink(link: Link, label: Text, cut: number): PhrasingContent {
	const rest: Text = { type: 'text', value: label.value.slice(cut) };
	const tail = link.url.length - rest.value.length;
	link.url = link.url.endsWith(rest.value) ? link.url.slice(0, tail) : link.url;
	label.value = label.value.slice(0, cut);
	if (link.position?.start.offset !== undefined) {
		const { start, end } = link.position;
		const border = { line: start.line, column: start.column + cut, offset: link.position.start.offset + cut };
		rest.position = { start: border, end };
		link.position = { start, end: border };
		label.position = { start, end: border };
	}
	return rest;
}
