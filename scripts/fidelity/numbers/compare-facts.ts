import type { Fact } from './fact.ts';

/** What two texts say otherwise: at least one of the two is there. */
export interface Difference {
	readonly kind: 'number' | 'date' | 'unit';
	readonly source?: Fact;
	readonly target?: Fact;
}

/** What a text says, and what stands in the blocks beside it. */
export interface Said {
	readonly facts: readonly Fact[];
	readonly beside: readonly Fact[];
}

/**
 * Holds what two texts say by numbers against each other. Where `isKnown` is false the words of one of the languages
 * are not known, and a number may hide in one: only figures that contradict each other are told.
 */
export function compareFacts(source: Said, target: Said, isKnown: boolean): readonly Difference[] {
	const unanswered = {
		source: findUnanswered(source.facts, target),
		target: findUnanswered(target.facts, source),
	};
	return [
		...pairUp(unanswered.source, unanswered.target, isKnown),
		...labels(source.facts, target.facts),
		...units(source.facts, target.facts),
	];
}

function findUnanswered(facts: readonly Fact[], { facts: others, beside }: Said): readonly Fact[] {
	const asking = facts.filter((fact) => fact.strength !== 'hint');
	if (asking.length === 0) return asking;
	const given = new Set([...others, ...beside].flatMap((fact) => fact.gives));
	const seen = new Set<string>();
	return asking.filter((fact) => {
		if (fact.asks.some((key) => given.has(key))) return false;
		// A text that says it twice is told once.
		const [key = ''] = fact.asks;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** What stands in place of what, facts of a kind first; what is left over is told where it is firm. */
function pairUp(sources: readonly Fact[], targets: readonly Fact[], isKnown: boolean): readonly Difference[] {
	const dates = zip(sources.filter(isDate), targets.filter(isDate));
	const numbers = zip(sources.filter(isNumber), targets.filter(isNumber));
	const rest = zip([...dates.sources, ...numbers.sources], [...dates.targets, ...numbers.targets]);
	const alone: readonly Difference[] = isKnown
		? [
				...rest.sources.filter(isFirm).map((source): Difference => ({ kind: kindOf(source), source })),
				...rest.targets.filter(isFirm).map((target): Difference => ({ kind: kindOf(target), target })),
			]
		: [];
	return [...dates.pairs, ...numbers.pairs, ...rest.pairs, ...alone];
}

interface Zipped {
	readonly pairs: readonly Difference[];
	readonly sources: readonly Fact[];
	readonly targets: readonly Fact[];
}

function zip(sources: readonly Fact[], targets: readonly Fact[]): Zipped {
	const count = Math.min(sources.length, targets.length);
	const pairs = sources.slice(0, count).flatMap((source, index) => {
		const target = targets[index];
		return target ? [{ kind: kindOf(source), source, target }] : [];
	});
	return { pairs, sources: sources.slice(count), targets: targets.slice(count) };
}

function isDate(fact: Fact): boolean {
	return fact.isDate;
}

function isNumber(fact: Fact): boolean {
	return !fact.isDate;
}

function isFirm(fact: Fact): boolean {
	return fact.strength === 'firm';
}

function kindOf(fact: Fact): 'number' | 'date' {
	return fact.isDate ? 'date' : 'number';
}

/** GPT-4 and GPT-3: the same name with another number, which the other text has not. */
function labels(sources: readonly Fact[], targets: readonly Fact[]): readonly Difference[] {
	const named = (facts: readonly Fact[]) => facts.filter((fact) => fact.label !== undefined);
	const open = { source: missingIn(named(sources), targets), target: missingIn(named(targets), sources) };
	return open.source.flatMap((source) => {
		const target = open.target.find((one) => one.label === source.label);
		return target ? [{ kind: 'number' as const, source, target }] : [];
	});
}

function missingIn(facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
	if (facts.length === 0) return facts;
	const given = new Set(others.flatMap((fact) => fact.gives));
	return facts.filter((fact) => !fact.gives.some((key) => given.has(key)));
}

/** Numbers that both have, of different units in each; what has none may share that of a neighbour. */
function units(sources: readonly Fact[], targets: readonly Fact[]): readonly Difference[] {
	const [ours, theirs] = [sources.filter(isMeasured), targets.filter(isMeasured)];
	if (ours.length === 0 || theirs.length === 0) return [];
	const agrees = (one: Fact, others: readonly Fact[]) =>
		others.some((other) => other.strength !== 'hint' && isSame(one, other) && shareUnit(one, other));
	const open = theirs.filter((target) => !agrees(target, sources));
	return ours.flatMap((source) => {
		const target = open.find((one) => isSame(source, one));
		return target && !agrees(source, targets) ? [{ kind: 'unit' as const, source, target }] : [];
	});
}

function isMeasured({ unit, strength }: Fact): boolean {
	return unit !== undefined && strength !== 'hint';
}

function shareUnit({ unit: ours }: Fact, { unit: theirs }: Fact): boolean {
	return !ours || !theirs || theirs.units.some((unit) => ours.units.includes(unit));
}

function isSame(one: Fact, other: Fact): boolean {
	return one.asks.some((key) => other.asks.includes(key));
}
