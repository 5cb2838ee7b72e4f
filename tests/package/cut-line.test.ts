import { expect, test } from 'vitest';
import { cutLine } from '../../scripts/package/cut-line.ts';

test.each([
	['三个色块', 10, '三个色块'],
	['一句话说了这张图是什么样子的图。第二句话。', 20, '一句话说了这张图是什么样子的图'],
	['A staircase of four levels. Each is higher.', 40, 'A staircase of four levels'],
	['Dr. Li and five others\n at a table', 60, 'Dr. Li and five others at a table'],
	['阶梯图：左边是当前的系统，右边是将来的系统', 12, '阶梯图：左边是当前的系…'],
	['阶梯图的左边，是当前的系统，右边是将来的系统', 12, '阶梯图的左边…'],
	['A staircase of four levels that go up', 20, 'A staircase of four…'],
	['字'.repeat(30), 10, `${'字'.repeat(9)}…`],
	['𠀀'.repeat(30), 10, `${'𠀀'.repeat(9)}…`],
])('%s', (text, longest, line) => {
	expect(cutLine(text, longest)).toBe(line);
});
