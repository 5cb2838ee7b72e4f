import { eachElement } from './elements.ts';
import type { UnitFile } from './units.ts';

/**
 * The order in which a reader meets the targets of the NCX, from 1 and without gaps, the same for the same target
 * (DAISY 2005-1, playOrder).
 * @param targets addresses of files and of elements in them
 * @param toc the contents, and the index of the first file behind them
 */
export function playOrder(
	targets: readonly string[],
	files: readonly UnitFile[],
	toc: { readonly file: string; readonly at: number },
): ReadonlyMap<string, number> {
	const wanted = new Set(targets);
	const order = new Map<string, number>();
	const meet = (target: string) => {
		if (wanted.has(target) && !order.has(target)) order.set(target, order.size + 1);
	};
	const meetContents = () => {
		for (const target of wanted) if (target.split('#')[0] === toc.file) meet(target);
	};
	for (const [index, { file, section }] of files.entries()) {
		if (index === toc.at) meetContents();
		meet(file);
		eachElement(section, ({ properties: { id } }) => {
			if (typeof id === 'string') meet(`${file}#${id}`);
		});
	}
	meetContents();
	return order;
}
