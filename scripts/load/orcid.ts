/**
 * The bare form of an ORCID iD, given bare or as its https address; nothing where it is none.
 * The last character checks the others by ISO 7064 MOD 11-2
 * (https://support.orcid.org/hc/en-us/articles/360006897674).
 */
export function bareOrcid(text: string): string | undefined {
	const id = /^(?:https?:\/\/orcid\.org\/)?((?:\d{4}-){3}\d{3}[\dX])\/?$/.exec(text.trim())?.[1];
	if (id === undefined) return undefined;
	const digits = id.replaceAll('-', '');
	let total = 0;
	for (const digit of digits.slice(0, -1)) total = ((total + Number(digit)) * 2) % 11;
	const check = (12 - total) % 11;
	return digits.endsWith(check === 10 ? 'X' : String(check)) ? id : undefined;
}
