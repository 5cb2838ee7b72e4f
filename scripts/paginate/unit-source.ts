import { createHash } from 'node:crypto';
import type { Nodes } from 'hast';
import type { Unit } from '../model/index.ts';
import { fileOf } from './layout-unit.ts';

/** What a unit itself has to do with its pages, and with what is said of them. */
export interface UnitSource {
	readonly digest: string;
	/** Paths of the images that it shows. */
	readonly images: readonly string[];
}

/**
 * Reads the trees themselves: to write them as HTML first takes many times as long, and each way of laying a unit
 * out follows from them. Where a node stood in its file does not count.
 */
export function readUnitSource(unit: Unit): UnitSource {
	const parts: string[] = [];
	const images = new Set<string>();
	const walk = (node: Nodes): void => {
		if ('value' in node) parts.push(node.type, JSON.stringify(node.value));
		if (node.type === 'element') {
			const { tagName, properties } = node;
			parts.push(`<${tagName}`, JSON.stringify(properties));
			if (tagName === 'img' && typeof properties.src === 'string') images.add(properties.src);
		}
		if (!('children' in node)) return;
		for (const child of node.children) walk(child);
		parts.push('>');
	};
	parts.push(JSON.stringify([unit.lang, unit.title.text, fileOf(unit)]));
	walk(unit.body);
	for (const { id, number, children } of unit.notes) {
		parts.push(JSON.stringify([id, number]));
		for (const child of children) walk(child);
	}
	return { digest: createHash('sha256').update(parts.join('')).digest('hex'), images: [...images] };
}
