import type { Parents, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';

/** Parses the HTML that the author wrote; a tree without any is left as it is, for parsing all again is slow. */
export function rehypeRawWhereNeeded() {
	const parse = rehypeRaw();
	return (tree: Root, file: VFile): Root => (hasRaw(tree) ? parse(tree, file) : tree);
}

function hasRaw(parent: Parents): boolean {
	return parent.children.some((child) => child.type === 'raw' || (child.type === 'element' && hasRaw(child)));
}
