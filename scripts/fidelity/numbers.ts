import type { Reporter } from '../diagnostics/index.ts';
import type { Lang } from '../model/index.ts';
import type { BlockText } from './block-text.ts';
import { primaryOf } from './language.ts';
import { chineseFacts } from './numbers/chinese-facts.ts';
import { compareFacts, type Difference } from './numbers/compare-facts.ts';
import { englishFacts } from './numbers/english-facts.ts';
import type { Fact } from './numbers/fact.ts';
import { plainFacts } from './numbers/plain-facts.ts';
import { besideSource, where } from './say.ts';
import type { TextPair } from './text-pairs.ts';

/**
 * Reports numbers, dates and units that a text and its translation do not share (`translation-number`,
 * `translation-date`, `translation-unit`). Figures and plain words are compared by what they are worth, whatever they
 * are written in: 1.5 亿 is 150 million, 八成 is 80 percent, 20世纪90年代 are the 1990s. Small words, which prose needs
 * for much besides counting, are told only where the two contradict each other.
 */
export function checkNumbers(pair: TextPair, report: Reporter): void {
	const { source, target, beside } = pair;
	const said = {
		source: { facts: factsOf(source), beside: beside.source.flatMap(factsOf) },
		target: { facts: factsOf(target), beside: beside.target.flatMap(factsOf) },
	};
	if (said.source.facts.length === 0 && said.target.facts.length === 0) return;
	const isKnown = isRead(source.lang) && isRead(target.lang);
	for (const one of compareFacts(said.source, said.target, isKnown)) tell(one, pair, report);
}

function factsOf({ text, lang }: BlockText): readonly Fact[] {
	const primary = primaryOf(lang);
	if (primary === 'zh') return chineseFacts(text);
	return primary === 'en' ? englishFacts(text) : plainFacts(text);
}

function isRead(lang: Lang): boolean {
	return ['zh', 'en'].includes(primaryOf(lang));
}

function tell({ kind, source, target }: Difference, pair: TextPair, report: Reporter): void {
	const rule = `translation-${kind}` as const;
	const sourcePlace = pair.source.placeAt(source?.start ?? 0);
	const says = source && words(pair.source, source);
	const translates = target && words(pair.target, target);
	const place = pair.target.placeAt(target?.start ?? 0);
	if (says !== undefined && translates !== undefined) {
		report(rule, `"${translates}" stands for "${says}" (${where(sourcePlace)})`, place);
	} else if (says !== undefined) {
		report(rule, `"${says}" (${where(sourcePlace)}) is not in the translation`, place);
	} else report(rule, `"${translates}" is not in ${besideSource(pair.source)}`, place);
}

/** What a fact stands in, with its unit. */
function words({ text }: BlockText, { start, end, unit }: Fact): string {
	const { start: first = start, end: last = end } = unit ?? {};
	return text.slice(Math.min(start, first), Math.max(end, last)).trim();
}
