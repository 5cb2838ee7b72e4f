import type { ElementContent } from 'hast';

const invisible = /[\u00ad\u2060]/g;

/** What some nodes say: white space is one blank; pictures by their words; no note calls, no soft hyphens. */
export function plainText(nodes: readonly ElementContent[]): string {
	const words: string[] = [];
	collect(nodes, words);
	return words.join('').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

function collect(nodes: readonly ElementContent[], words: string[]): void {
	for (const node of nodes) {
		if (node.type === 'text') words.push(node.value);
		if (node.type !== 'element' || node.properties.dataNote !== undefined) continue;
		if (node.tagName === 'br') words.push(' ');
		else if (node.tagName === 'img') words.push(String(node.properties.alt ?? ''));
		else if (node.tagName === 'svg') words.push(String(node.properties.ariaLabel ?? ''));
		else collect(node.children, words);
	}
}
