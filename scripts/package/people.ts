import type { Creator } from '../model/index.ts';

/** A person or body as the package document names it. */
export interface NamedPerson extends Creator {
	readonly element: 'dc:creator' | 'dc:contributor';
	readonly id: string;
	/** From 1 among those of the same element. */
	readonly place: number;
}

/**
 * Roles of those who worked on what others wrote (MARC relators: editor, editor of a compilation, translator,
 * redaktor, proofreader, reviewer, illustrator, photographer, designers of cover, book and type, consultant,
 * contributor). Who wrote something, be it an introduction or an afterword, is a creator.
 */
const secondaryRoles: ReadonlySet<string> = new Set([
	...['edt', 'edc', 'edm', 'trl', 'red', 'pfr', 'rev', 'ill', 'pht', 'cov', 'bkd', 'tyd', 'csl', 'ctb'],
]);

/**
 * Everyone who signs a piece, in order: a creator, or a contributor where the role is a secondary one (EPUB 3.3,
 * 5.5.3.2.2 and 5.5.3.2.3), for shops show every creator as an author. Where all are editors, they are the creators.
 */
export function namedPeople(creators: readonly Creator[]): readonly NamedPerson[] {
	const hasPrimary = creators.some(({ role }) => !secondaryRoles.has(role));
	const counts = { 'dc:creator': 0, 'dc:contributor': 0 };
	return creators.map((one) => {
		const element = hasPrimary && secondaryRoles.has(one.role) ? 'dc:contributor' : 'dc:creator';
		counts[element] += 1;
		return { ...one, element, id: `${element.slice(3)}-${counts[element]}`, place: counts[element] };
	});
}
