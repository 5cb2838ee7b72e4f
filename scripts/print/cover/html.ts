import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Page, Unit } from '../../model/index.ts';
import { element, raw } from '../markup.ts';
import { sheetsHtml, wholePage } from '../sheets.ts';

const stringifier = unified()
	.use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: false })
	.freeze();

export interface CoverContent {
	/** Back, spine and flaps. */
	readonly sheet: Unit;
	/** The cover page of the book. */
	readonly front: Page;
	readonly hasSpineText: boolean;
}

/** The sheet as HTML: its field, its panels, and the cover page on its front. */
export function coverHtml({ sheet, front, hasSpineText }: CoverContent): string {
	const names = ['cover-sheet-page', ...(hasSpineText ? [] : ['bare-spine'])];
	const root: Root = {
		type: 'root',
		children: [
			element('section', { className: names, lang: sheet.lang }, [
				element('div', { className: ['page', `${front.kind}-page`, 'front-ground'] }, []),
				...sheet.body.children,
				element('div', { className: ['sheet-front'] }, [
					raw(sheetsHtml([{ ...wholePage(front), side: 'recto', layer: 'text-layer' }])),
				]),
			]),
		],
	};
	return stringifier.stringify(root);
}
