import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'fast',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/**/*.browser.test.ts'],
					isolate: false,
					// What hangs is ended; how long a machine takes that does other work too is no fault of the code.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					// Whole books through a real browser: one at a time, for the tests share two cores with it.
					name: 'browser',
					include: ['tests/**/*.browser.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false,
				},
			},
		],
	},
});
