import type { Edition } from '../model/index.ts';

/**
 * What is to be known of the accessibility of the PDF, in words of the house, and that nobody has reviewed it where
 * book.yaml names no review. A label that a language lacks says nothing.
 */
export function pdfSummary({ labels, metadata }: Pick<Edition, 'labels' | 'metadata'>): string | undefined {
	const keys = ['accessibility-summary-pdf', ...(metadata.review ? [] : ['accessibility-not-reviewed-pdf'])];
	const text = keys.flatMap((key) => labels[key] ?? []).join(labels['sentence-separator'] ?? ' ');
	return text === '' ? undefined : text;
}
