import type { Layout, Parallel } from '../../model/index.ts';

/** Where text and translation stand in units that run beside each other. */
export function placesOf(layout: Layout): Readonly<Record<'first' | 'second', Parallel['place']>> {
	return layout === 'columns'
		? { first: 'first-column', second: 'second-column' }
		: { first: 'verso', second: 'recto' };
}
