import type { Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

export type WriteHtml = (children: readonly RootContent[]) => string;

/** A writer of finished HTML that is well-formed XML too, so that it may stand in a page as in an EPUB. */
export function createWriteHtml(): WriteHtml {
	const processor = unified()
		.use(rehypeStringify, { closeSelfClosing: true, closeEmptyElements: true })
		.freeze();
	return (children) => {
		const root: Root = { type: 'root', children: [...children] };
		return processor.stringify(root);
	};
}
