// Looks at a web page: whether anything stands out of it, and how well its text stands out from the ground.
(() => {
	const luminance = (color) => {
		const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
			const value = Number(part) / 255;
			return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ground = luminance(getComputedStyle(document.body).backgroundColor);
	const all = [...document.querySelectorAll('body *')];
	const contrasts = all.map((one) => {
		const ink = luminance(getComputedStyle(one).color);
		return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
	});
	const { clientWidth, scrollWidth } = document.documentElement;
	return {
		overflow: all
			.filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
			.map(({ tagName, className }) => `${tagName} ${className}`),
		width: scrollWidth,
		dark: ground < 0.5,
		contrast: Math.min(...contrasts),
	};
})();
