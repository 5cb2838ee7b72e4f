import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Page } from '../model/index.ts';

/**
 * Numbers the pages as they are printed: i, ii, iii, then 1, 2, 3, or 2, 3 where the text begins on a verso (ISO 32000-1,
 * 12.4.2).
 */
export function setPageLabels(pdf: PDFDocument, pages: readonly Page[]): void {
	const body = pages.findIndex((page) => page.matter !== 'front');
	const roman = body === 0 ? [] : [0, pdf.context.obj({ S: 'r' })];
	const first = Number(pages[body]?.label);
	const arabic = body < 0 ? [] : [body, pdf.context.obj({ S: 'D', ...(first > 1 ? { St: first } : {}) })];
	pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [...roman, ...arabic] }));
}
