import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { rehypeAnchors } from './anchors.ts';
import { rehypeBareImages } from './bare-images.ts';
import type { TextContext } from './context.ts';
import { rehypeFigures } from './figures.ts';
import { rehypeHeadings } from './headings.ts';
import { rehypeHyphenate } from './hyphenate.ts';
import { rehypeImages } from './images.ts';
import { rehypeJoinCjkLines } from './join-cjk-lines.ts';
import { rehypeLanguage } from './language.ts';
import { rehypeLinks } from './links.ts';
import { rehypeNotes } from './notes.ts';
import { rehypePlaceText } from './place-text.ts';
import { rehypeRawWhereNeeded } from './raw-html.ts';
import { rehypeReportRemovedHtml } from './removed-html.ts';
import { schema } from './sanitize-schema.ts';
import { rehypeSplitNotes } from './split-notes.ts';
import { rehypeTableCaptions } from './table-captions.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';
import { toHastOptions } from './to-hast.ts';
import { remarkTrimAutolinks } from './trim-autolinks.ts';
import { remarkUndefinedNotes } from './undefined-notes.ts';
import { rehypeUniqueIds } from './unique-ids.ts';
import { rehypeUnsafeLinks } from './unsafe-links.ts';
import { rehypeXmlCharacters } from './xml-characters.ts';
import { rehypeXmlSectionEnds } from './xml-section-ends.ts';

/** The three steps of a text; between the second and the third all texts of the book have their ids. */
export interface Processors {
	/** From Markdown to a tree; its notes go to the context. */
	readonly read: (source: string, context: TextContext) => HastRoot;
	/** Makes a tree safe and complete: HTML, images, tables, headings, ids. */
	readonly settle: (tree: HastRoot, context: TextContext) => HastRoot;
	/** Sets what needs the whole book, and what belongs to typesetting: links, languages, hyphens, lines, notes. */
	readonly finish: (tree: HastRoot, context: TextContext) => HastRoot;
}

/** Builds the processors once; every text of every language goes through the same ones, with its own context. */
export function createProcessors(): Processors {
	const reader = unified()
		.use(remarkParse)
		.use(remarkFrontmatter, ['yaml'])
		.use(remarkGfm)
		.use(remarkCjkFriendly)
		.use(remarkUndefinedNotes)
		.use(remarkTrimAutolinks)
		.use(remarkRehype, toHastOptions)
		.use(rehypePlaceText)
		.use(rehypeSplitNotes)
		.freeze();
	const settler = unified()
		.use(rehypeRawWhereNeeded)
		.use(rehypeUnsafeLinks)
		.use(rehypeReportRemovedHtml)
		.use(rehypeSanitize, schema)
		.use(rehypeXmlCharacters)
		.use(rehypeAnchors)
		.use(rehypeImages)
		.use(rehypeBareImages)
		.use(rehypeFigures)
		.use(rehypeTableCaptions)
		.use(rehypeTables)
		.use(rehypeHeadings)
		.use(rehypeUniqueIds)
		.freeze();
	const finisher = unified()
		.use(rehypeLinks)
		.use(rehypeLanguage)
		.use(rehypeHyphenate)
		.use(rehypeJoinCjkLines)
		.use(rehypeTaskLists)
		.use(rehypeNotes)
		.use(rehypeXmlSectionEnds)
		.freeze();
	return {
		read(source, context) {
			const file = fileOf(context, source);
			const tree: MdastRoot = reader.parse(file);
			return reader.runSync(tree, file) as HastRoot;
		},
		settle: (tree, context) => settler.runSync(tree, fileOf(context)) as HastRoot,
		finish: (tree, context) => finisher.runSync(tree, fileOf(context)) as HastRoot,
	};
}

function fileOf(context: TextContext, source = ''): VFile {
	return new VFile({ path: context.file, value: source, data: { context } });
}
