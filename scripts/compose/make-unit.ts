import type { Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import type { Slots } from './template.ts';
import type { TemplateData } from './template-data.ts';

/**
 * A unit with its body from a template. One that shows the same as in the build before is the very same object:
 * who derived something from it, its pages for instance, may go by that, and nobody may change it.
 */
export function makeUnit(
	{ render, memo }: Pick<Context, 'render' | 'memo'>,
	unit: Omit<Unit, 'body'>,
	template: string,
	data: TemplateData,
	slots?: Slots,
): Unit {
	const body = render(template, data, slots);
	const { title, otherTitle, runningHeads, notes, headings = [], ...plain } = unit;
	const lists = [notes, headings].map((list) => (list.length > 0 ? [list] : []));
	const titles = [title, ...(otherTitle ? [otherTitle] : [])];
	const parts = [...titles, ...Object.values(runningHeads ?? {}), ...lists.flat(), body];
	const shape = [titles.length, Object.keys(runningHeads ?? {}), ...lists.map((list) => list.length)];
	const key = JSON.stringify([plain, shape, parts.map(memo.nameOf)]);
	return memo.recall('units', key, () => ({ ...unit, body }));
}
