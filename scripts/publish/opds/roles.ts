import type { Creator } from '../../model/index.ts';
import { plain } from '../plain.ts';
import { languageMap } from './language-map.ts';

/** Terms of the manifest's default context by MARC relator code; whoever does something else is a contributor. */
const terms: Readonly<Record<string, string>> = {
	art: 'artist',
	aut: 'author',
	clr: 'colorist',
	edt: 'editor',
	ill: 'illustrator',
	nrt: 'narrator',
	trl: 'translator',
};

/** Everyone under what they did, in order; a role that has no term of its own is said by its code. */
export function creatorsByRole(creators: readonly Creator[]) {
	const byTerm: Record<string, object[]> = {};
	for (const { name, lang, others, fileAs, orcid, role } of creators) {
		const term = terms[role];
		const list = byTerm[term ?? 'contributor'] ?? [];
		byTerm[term ?? 'contributor'] = list;
		list.push({
			name: languageMap(name, lang, others),
			sortAs: plain(fileAs),
			identifier: orcid === undefined ? undefined : `https://orcid.org/${orcid}`,
			role: term === undefined ? role : undefined,
		});
	}
	return byTerm;
}
