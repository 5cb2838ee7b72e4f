import type { Edition, Metadata } from '../model/index.ts';
import type { Findings } from './content-findings.ts';

interface SummaryOptions {
	readonly labels: Edition['labels'];
	readonly review?: Metadata['review'];
}

/**
 * The summary in words of the house, a sentence for each thing that holds (EPUB Accessibility 1.1, 4.2.3). It says too
 * what does not hold, and whether people have reviewed the book. A label that a language lacks says nothing.
 */
export function accessibilitySummary(
	{ images, undescribed, formulas }: Findings,
	features: readonly string[],
	{ labels, review }: SummaryOptions,
): string | undefined {
	const has = (feature: string) => features.includes(feature);
	const sentences = [
		'accessibility-summary',
		has('structuralNavigation') ? 'accessibility-headings' : undefined,
		images === 0 ? 'accessibility-no-images' : undefined,
		has('alternativeText') ? 'accessibility-images' : undefined,
		undescribed > 0 ? 'accessibility-images-undescribed' : undefined,
		formulas > 0 ? 'accessibility-formulas' : undefined,
		has('rubyAnnotations') ? 'accessibility-ruby' : undefined,
		has('pageNavigation') ? 'accessibility-pages' : undefined,
		review ? 'accessibility-reviewed' : 'accessibility-not-reviewed',
	].flatMap((key) => (key === undefined ? [] : (labels[key] ?? [])));
	const values: Readonly<Record<string, string>> = review
		? { by: review.by, date: review.date, wcag: review.wcag, level: review.level }
		: {};
	const text = sentences
		.join(labels['sentence-separator'] ?? ' ')
		.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
	return text === '' ? undefined : text;
}
