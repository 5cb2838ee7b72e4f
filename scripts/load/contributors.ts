import type { Reporter } from '../diagnostics/index.ts';
import type {
	Contributor,
	ContributorId,
	Lang,
	Localized,
	LocalText,
	Memo,
	PieceSource,
} from '../model/index.ts';
import * as field from './fields.ts';
import { localize } from './localized.ts';
import { readFields, type SoundFields } from './read-fields.ts';
import type { YamlDocument } from './yaml-document.ts';

export const contributorsFile = 'contributors.yaml';

const contributorFields = field.fields({
	name: field.localizedText,
	bio: field.localizedText.optional(),
	affiliation: field.localizedText.optional(),
	sort: field.localizedText.optional(),
	orcid: field.orcid.optional(),
	role: field.role.optional(),
	kind: field.contributorKind.optional(),
});

type Given = SoundFields<typeof contributorFields>;

/** The entries of contributors.yaml, sound or not, before it is known who wrote what. */
export interface Registry {
	readonly document: YamlDocument;
	readonly entries: ReadonlyMap<ContributorId, Given>;
}

// An id becomes part of addresses inside the book, where only these characters are safe everywhere.
const idForm = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/;

/** Reads every entry of contributors.yaml and reports its faults. */
export function readRegistry(document: YamlDocument, report: Reporter): Registry {
	const entries = new Map<ContributorId, Given>();
	const value = document.value ?? {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		report(
			'config-invalid',
			`${contributorsFile} must hold an id with a name for each contributor`,
			document.place([]),
		);
		return { document, entries };
	}
	for (const id of Object.keys(value)) {
		if (!idForm.test(id)) {
			const message = `the id "${id}" must consist of letters a to z, digits and single hyphens, such as li-wei`;
			report('config-invalid', message, document.keyPlace([id]));
		}
		entries.set(id, readFields(contributorFields, document, [id], 'a contributor', report));
	}
	return { document, entries };
}

/**
 * Makes the contributors of the book, who have a text in every language. A missing translation is reported only
 * where the contributor has a piece in that language; a contributor without any piece is reported as unused.
 * One of whom nothing has changed since the build before is the very same object.
 */
export function makeContributors(
	{ document, entries }: Registry,
	sources: readonly PieceSource[],
	named: ReadonlySet<ContributorId>,
	languages: readonly Lang[],
	report: Reporter,
	memo: Memo,
): Map<ContributorId, Contributor> {
	const contributors = new Map<ContributorId, Contributor>();
	for (const [id, given] of entries) {
		if (!named.has(id)) report('contributor-unused', `"${id}" is named in no piece`, document.keyPlace([id]));
		if (given.name === undefined) continue;
		const needed = new Set(sources.filter(({ authors }) => authors.includes(id)).map(({ lang }) => lang));
		const options = { languages, document, report, needed };
		const name = localize(given.name, [id, 'name'], options);
		const affiliation = given.affiliation && localize(given.affiliation, [id, 'affiliation'], options);
		const bio = given.bio && localize(given.bio, [id, 'bio'], options);
		const sort = given.sort && sortKeys(given.sort, name, languages);
		const contributor: Contributor = {
			id,
			kind: given.kind ?? 'person',
			name,
			...(affiliation && { affiliation }),
			...(bio && { bio }),
			...(sort && { sort }),
			...(given.orcid && { orcid: given.orcid }),
			role: given.role ?? 'aut',
		};
		const same = memo.recall('contributor', JSON.stringify(contributor), () => contributor);
		contributors.set(id, same);
	}
	return contributors;
}

/**
 * Sort keys by language; none stands in for another. A plain key serves every language in which the name is in the
 * key's own script: `Neuwirth, Rostam J.` must not move 罗斯塔姆 in the Chinese order.
 */
function sortKeys(
	given: field.LocalizedText,
	name: Localized<LocalText>,
	languages: readonly Lang[],
): Localized<string> {
	const keys: Record<Lang, string> = {};
	for (const lang of languages) {
		const key =
			typeof given !== 'string'
				? given[lang]
				: isHan(given) === isHan(name[lang]?.text ?? '')
					? given
					: undefined;
		if (key !== undefined) keys[lang] = key;
	}
	return keys;
}

function isHan(text: string): boolean {
	return /\p{Script=Han}/u.test(text);
}
