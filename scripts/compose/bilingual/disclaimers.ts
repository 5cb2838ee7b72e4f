import type { Sync, Unit } from '../../model/index.ts';
import type { Context } from '../context.ts';
import type { Contexts } from '../contexts.ts';
import { type DisclaimerParagraph, disclaimerIn, disclaimerUnits } from '../front-units.ts';
import { placesOf } from './places.ts';

/** The disclaimer in both languages: a page for each, or paragraph by paragraph on one. */
export function bilingualDisclaimers(contexts: Contexts, sync: Sync): readonly Unit[] {
	const { first, second, both, layout } = contexts;
	const sides = [ownDisclaimer(first), ownDisclaimer(second)] as const;
	const [ones, twos] = sides;
	if (layout === 'blocks') return disclaimerUnits(both, interleaved(ones, twos));
	const isAlone = ones.length === 0 || twos.length === 0;
	if (layout === 'pieces' || (layout === 'columns' && isAlone)) {
		const { alone } = contexts;
		return [...disclaimerUnits(alone.first, ones), ...disclaimerUnits(alone.second, twos)];
	}
	const isLevel = (index: number) =>
		index < Math.min(ones.length, twos.length) &&
		(layout === 'columns' || sync === 'block' || (sync === 'heading' && index === 0));
	const group = `${(ones.length > 0 ? first : second).lang}-disclaimer`;
	const places = placesOf(layout);
	return (['first', 'second'] as const).flatMap((side, index) => {
		const paragraphs = (sides[index] ?? []).map((one, at) =>
			isLevel(at) ? { ...one, sync: `s${at + 1}` } : one,
		);
		return disclaimerUnits(contexts[side], paragraphs, { parallel: { group, place: places[side] } });
	});
}

/** Without what stands in for a translation: it would only repeat the other side. */
function ownDisclaimer(context: Context): readonly DisclaimerParagraph[] {
	return disclaimerIn(context).filter(({ texts }) => texts.every(({ lang, text }) => text.lang === lang));
}

function interleaved(
	ones: readonly DisclaimerParagraph[],
	twos: readonly DisclaimerParagraph[],
): readonly DisclaimerParagraph[] {
	const length = Math.max(ones.length, twos.length);
	return Array.from({ length }, (_, index) => ({
		texts: [...(ones[index]?.texts ?? []), ...(twos[index]?.texts ?? [])],
	}));
}
