/** Where a line may end: behind a sentence or a clause, or before a space. */
const end = /[。．！？；：，、]|[.!?;:,](?=\s)|\s/gu;

/**
 * A text in one line of at most so many characters, cut where its first sentence ends, or else with an ellipsis behind
 * the last clause or word that finds room.
 */
export function cutLine(text: string, longest: number): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	// What ends sooner is an abbreviation.
	const sentence = /^.{12,}?(?:[。！？]|[.!?](?=\s))/u.exec(line)?.[0] ?? line;
	if ([...sentence].length <= longest) return sentence.replace(/[。．.]$/u, '');
	// What the line may end before can itself be what finds no room any more.
	const room = [...line].slice(0, longest);
	const last = [...room.join('').matchAll(end)].at(-1);
	const clause = room.join('').slice(0, last?.index ?? 0);
	// A long run without a place to end at is cut wherever the room ends.
	const cut = [...clause].length >= longest / 2 ? clause : room.slice(0, -1).join('');
	return `${cut}…`;
}
