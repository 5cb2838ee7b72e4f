import type { Tab } from '../model/index.ts';
import { columnRules } from './column-rules.ts';
import type { LayoutResult, PairResult } from './in-page.d.ts';
import type { LayoutContext } from './layout-unit.ts';
import { fillIn, type Layout, recallLayout, recallPages } from './resume.ts';
import type { UnitGroup } from './unit-groups.ts';
import { toRequest, type Way } from './unit-request.ts';

/** Lays one group out in one way, as often as it takes. */
export interface GroupPress {
	/** Takes the ids of calls whose paragraphs must not be split, unit by unit. */
	readonly lay: (keepWhole: readonly ReadonlySet<string>[]) => Promise<readonly Layout[]>;
	/** Pages that were laid out so far, unit by unit. */
	readonly laid: readonly number[];
}

export function createPress(group: UnitGroup, tab: Tab, way: Way, context: LayoutContext): GroupPress {
	const [first, second] = group;
	return second ? pairPress([first, second], tab, way, context) : unitPress(first, tab, way, context);
}

/** Each layout goes on from the last, the first from an earlier one. */
function unitPress(unit: UnitGroup[0], tab: Tab, way: Way, context: LayoutContext): GroupPress {
	const request = toRequest(unit, way, columnRules(context.css, unit.parallel));
	const previous = context.previous?.[0];
	let earlier = previous && way === 'footnotes' ? recallLayout(previous) : undefined;
	const laid = [0];
	const lay = async ([keepWhole = new Set()]: readonly ReadonlySet<string>[]) => {
		const memory = earlier?.memory && { earlier: earlier.memory };
		const argument = { ...request, keepWhole: [...keepWhole], ...memory };
		const result = (await tab.call('paginate', argument)) as LayoutResult;
		laid[0] = (laid[0] ?? 0) + result.laid;
		earlier = fillIn(result, earlier);
		return [earlier];
	};
	return { lay, laid };
}

/**
 * A text and its translation. Where one has not changed, its pages of an earlier layout are kept at first; whatever
 * is less than perfect then lays both out as if there had been none, so that the pages do not depend on what came
 * before.
 */
function pairPress(
	group: readonly [UnitGroup[0], UnitGroup[0]],
	tab: Tab,
	way: Way,
	context: LayoutContext,
): GroupPress {
	const css = columnRules(context.css, group[0].parallel);
	const requests = group.map((unit) => toRequest(unit, way, css));
	let previous = way === 'footnotes' ? group.map((_, index) => context.previous?.[index]) : [];
	const laid = [0, 0];
	const lay = async (keepWhole: readonly ReadonlySet<string>[]) => {
		const kept = group.map((_, index) => previous[index]?.flow ?? null);
		const units = requests.map(({ html, lang, notes }, index) => {
			return { html, lang, notes, keepWhole: [...(keepWhole[index] ?? [])] };
		});
		const rules = requests[0]?.css ?? css;
		const result = (await tab.call('paginatePair', { css: rules, units, kept })) as PairResult;
		const layouts = result.flows.map((flow, index) => {
			laid[index] = (laid[index] ?? 0) + flow.laid;
			const old = previous[index];
			return { ...fillIn(flow, old && recallPages(old)), isLevel: result.isLevel };
		});
		laid[0] = (laid[0] ?? 0) + result.inVain;
		previous = [];
		return layouts;
	};
	return { lay, laid };
}
