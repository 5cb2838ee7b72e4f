import { expect, test } from 'vitest';
import { compileText } from './sample.ts';

test('the box of a task is text', () => {
	const { html, found } = compileText('- [ ] 开\n- [x] 关');
	expect(found).toEqual([]);
	expect(html).toContain('<span class="task-box">[\u00a0]</span> 开');
	expect(html).toContain('<span class="task-box">[x]</span> 关');
	expect(html).not.toContain('<input');
});

test('the field of a form is not printed', () => {
	const { html, rules } = compileText('文 <input type="text" value="x"> 字');
	expect(html).toBe('<p lang="zh">文  字</p>');
	expect(rules).toEqual(['html-removed 1:3', 'html-removed 1:3']);
});
