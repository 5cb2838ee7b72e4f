import type { Edition, Lang } from '../model/index.ts';

/** A text, and its language where it is not the main one of the edition. */
export interface Summary {
	readonly text: string;
	readonly lang?: Lang;
}

/** The summary in each language of the edition. */
export function pdfSummaries({ languages, labels, otherLabels, metadata }: Edition): readonly Summary[] {
	const [, second] = languages;
	const main = pdfSummary({ labels, metadata });
	const other = otherLabels && pdfSummary({ labels: otherLabels, metadata });
	return [
		...(main === undefined ? [] : [{ text: main }]),
		...(other === undefined || second === undefined ? [] : [{ text: other, lang: second }]),
	];
}

/**
 * What is to be known of the accessibility of the PDF, in words of the house, and that nobody has reviewed it where
 * book.yaml names no review. A label that a language lacks says nothing.
 */
export function pdfSummary({ labels, metadata }: Pick<Edition, 'labels' | 'metadata'>): string | undefined {
	const keys = ['accessibility-summary-pdf', ...(metadata.review ? [] : ['accessibility-not-reviewed-pdf'])];
	const text = keys.flatMap((key) => labels[key] ?? []).join(labels['sentence-separator'] ?? ' ');
	return text === '' ? undefined : text;
}
