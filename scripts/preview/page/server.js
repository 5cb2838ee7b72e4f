// @ts-check
/// <reference lib="dom" />

/** Questions to the server; addresses are below the page's own. */
export const server = {
	/** @returns {Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>} */
	wording: () => read('wording.json'),
	/** @param {readonly string[]} hashes @returns {Promise<Readonly<Record<string, import('./messages.d.ts').PageContent>>>} */
	pages: (hashes) => read(`pages/${hashes.join(',')}`),
	/** @param {string} edition @param {string} query @returns {Promise<import('./messages.d.ts').Found>} */
	search: (edition, query) => read(`search/${encodeURIComponent(edition)}?q=${encodeURIComponent(query)}`),
	/** @param {string} edition @param {string} id @returns {Promise<number | undefined>} page index */
	where: async (edition, id) => {
		const answer = await fetch(`where/${encodeURIComponent(edition)}?id=${encodeURIComponent(id)}`);
		return answer.ok ? (await answer.json()).page : undefined;
	},
	/** @param {string} name */
	styles: async (name) => await (await ask(`styles/${name}`)).text(),
	/**
	 * @param {(message: import('./messages.d.ts').Message) => void} hear
	 * @param {(there: boolean) => void} tell whether the server is there
	 */
	listen: (hear, tell) => {
		const events = new EventSource('events');
		events.onmessage = ({ data }) => hear(JSON.parse(data));
		events.onopen = () => tell(true);
		events.onerror = () => tell(false);
	},
};

/** @param {string} address */
async function ask(address) {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
	return answer;
}

/** @param {string} address */
async function read(address) {
	return await (await ask(address)).json();
}
