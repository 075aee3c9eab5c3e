/** What a screen reader is given, as it meets it; parts of pages may grow, but not lose or reorder what is here. */
import { currentCard, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { card, cardAt, figure, topic } from '../plan.ts';

const trains = card('freight-trains');
const trade = topic(trains.topic);
const title = trains.title.zh;
const target = figure('freight-trains-target-2021');
const { evidence } = target;
const sentence = evidence && 'sentence' in evidence ? evidence.sentence : '';

test('a deck is a region of numbered groups, each an article, with two buttons', async ({ page }) => {
	await openDeck(page, `/topics/${trade.id}`);
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "${trade.name.zh}" [level=1]
    - button "关注${trade.name.zh}"
    - region "${trade.name.zh}的卡片":
      - switch "列表"
      - group "第 1 张，共 ${trade.cards.length} 张":
        - article:
          - heading "${card(cardAt(trade, 0)).title.zh}" [level=2]
      - button "上一张"
      - button "下一张"
  `);
});

test('a card reads as kind, headline, number, chart, text, evidence and what can be done', async ({ page }) => {
	await openDeck(page, `/topics/${trade.id}/${trains.id}`);
	await expect(currentCard(page)).toMatchAriaSnapshot(`
    - article:
      - paragraph: /目标/
      - heading "${title}" [level=2]
      - link /1500/:
        - /url: /plan#${sentence}
      - figure:
        - paragraph
        - paragraph: /${target.shown.zh}/
      - paragraph
      - list:
        - listitem:
          - link "看原文":
            - /url: /plan#${sentence}
        - listitem:
          - link /原文第 \\d+ 句/
        - listitem:
          - link "这个数字不对？"
      - button "分享"
  `);
});

test('a search reads as its field, its counts and its groups of results', async ({ page }) => {
	await page.goto(`/search?q=${encodeURIComponent('中欧班列')}`);
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "搜索" [level=1]
    - search:
      - searchbox "搜卡片、数字和原文": 中欧班列
      - button "清除"
    - status
    - region /卡片 \\d+/:
      - heading /卡片/ [level=2]
      - list:
        - listitem:
          - link /${trade.name.zh} ${title}/
    - region /数字 \\d+/:
      - list:
        - listitem:
          - link /1399列/
    - region /原文 \\d+/:
      - list:
        - listitem:
          - link /原文第 22 句/
  `);
});
