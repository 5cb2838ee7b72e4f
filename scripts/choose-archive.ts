import type { Archive, ArchiveLevel, Lang, Manuscript } from './model/index.ts';

/** What an archive edition in one language or two is made of: in PDF/A-3, the texts that stand behind it. */
export function chooseArchive(
	level: ArchiveLevel,
	languages: readonly Lang[],
	manuscripts: readonly Pick<Manuscript, 'sources' | 'files'>[],
): Archive {
	const sources = manuscripts.flatMap(({ sources, files }) => [
		...files,
		...[...sources.values()].flatMap((byLang) =>
			languages.flatMap((lang) => {
				const source = byLang[lang];
				return source ? [{ file: source.file, text: source.text }] : [];
			}),
		),
	]);
	return { level, sources: level === '3a' ? sources : [] };
}
