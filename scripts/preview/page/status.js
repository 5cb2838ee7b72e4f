// @ts-check
/// <reference lib="dom" />

/**
 * What has happened: the line at the foot, which is read out, and the bar that tells of errors.
 * @param {object} options
 * @param {(id: string) => HTMLElement} options.part
 * @param {import('./words.js').Say} options.say
 * @param {(page: number) => void} options.goTo
 */
export function createStatus({ part, say, goTo }) {
	let changedPage = -1;
	let connected = true;

	/** @param {number} time in ms */
	const inWords = (time) =>
		time < 1000 ? say('time', { ms: Math.round(time) }) : say('long-time', { s: (time / 1000).toFixed(1) });

	/** @param {string} text */
	const announce = (text) => {
		part('status').textContent = text;
	};

	part('to-change').addEventListener('click', () => goTo(changedPage));

	return {
		announce,
		/** @param {import('./messages.d.ts').Condition} condition */
		showCondition: ({ findings, faulty, building, time }) => {
			part('pulse').classList.toggle('building', building);
			part('time').textContent = time > 0 ? inWords(time) : '';
			const count = findings.filter(({ severity }) => severity === 'error').length;
			part('notice').hidden = !faulty || !connected;
			const text = faulty ? say('faulty', { count }) : '';
			if (part('notice-text').textContent !== text) part('notice-text').textContent = text;
			const button = part('findings-button');
			button.dataset.severity = findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'none';
			if (count > 0) button.dataset.severity = 'error';
			part('findings-count').textContent = String(findings.length);
			button.setAttribute('aria-label', say('findings-count', { count: findings.length }));
			button.title = say('findings-count', { count: findings.length });
		},
		/**
		 * @param {readonly number[]} pages
		 * @param {import('./messages.d.ts').EditionView} edition
		 */
		showChange: (pages, edition) => {
			changedPage = pages[0] ?? 0;
			announce(say('changed', { count: pages.length }));
			const button = part('to-change');
			button.hidden = false;
			button.textContent = say('to-change', { label: edition.pages[changedPage]?.label ?? '' });
		},
		/** @param {boolean} there */
		showConnection: (there) => {
			if (there === connected) return;
			connected = there;
			document.body.classList.toggle('alone', !there);
			announce(there ? say('connected') : say('alone'));
		},
	};
}
