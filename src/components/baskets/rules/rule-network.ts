import {px} from "../../charts/svg.ts";
import type {Format} from "../../format.ts";
import {type Markup, markup} from "../../markup.ts";
import type {BasketRuleRow} from "../basket-rows.ts";
import {joinNames} from "../isolate.ts";
import {markNames} from "../mark-names.ts";
import {arrangeNetwork} from "./arrange-network.ts";
import type {Arrow} from "./network-arrow.ts";
import type {NetworkNode} from "./network-layout.ts";
import type {Pair} from "./pick-rules.ts";

interface Options {
  f: Format;
  width: number;
  /** The id of the element whose text is the picture's. */
  labelledBy: string;
  /** How wide a box may be: of a longer name it shows the beginning. */
  widest: number;
  nameOf: (item: string) => string;
  /** What the pointer reads over an arrow. */
  describe: (rule: BasketRuleRow) => string;
}

/** Pairs that may be drawn in colour, and the lift that the second and third need for it. */
const STRONG_PAIRS = 3;
const STRONG_LIFT = 3;

const BOX_HEIGHT = 28;
const MARGIN = 8;

/**
 * Things as boxes, rules as arrows, as wide as the confidence is high: the strongest pairs in colour and both ways, the others
 * the way that is taken more often.
 */
export function ruleNetwork(pairs: readonly Pair[], options: Options): Markup {
  const {f, width, labelledBy, widest, nameOf, describe} = options;
  const items = [...new Set(pairs.flatMap(({rule}) => [rule.antecedent, rule.consequent]))];
  const isStrongPair = (pair: Pair, i: number) => i === 0 || (i < STRONG_PAIRS && pair.rule.lift >= STRONG_LIFT);
  const strong = new Set(pairs.filter(isStrongPair).flatMap(({rule}) => [rule.antecedent, rule.consequent]));
  const ways = pairs.flatMap((pair, i) => {
    const isStrong = isStrongPair(pair, i);
    return (isStrong && pair.reverse ? [pair.rule, pair.reverse] : [pair.rule]).map((rule) => ({
      rule,
      isStrong,
      source: rule.antecedent,
      target: rule.consequent,
      lineWidth: 1 + 7 * rule.confidence,
    }));
  });
  const {
    nodes,
    height,
    arrows: routes,
  } = arrangeNetwork(
    items.map((id) => ({id, width: Math.min(widest, 20 + measureText(joinNames(nameOf(id)))), height: BOX_HEIGHT})),
    ways,
    {width: width - 2 * MARGIN, gap: 16},
  );
  const taken: NetworkNode[] = [...nodes];
  const arrows = ways.flatMap((way, i) => drawArrow(way, routes[i]));
  // Grey lies below colour, boxes above both.
  const [grey, coloured] = [arrows.filter((arrow) => !arrow.isStrong), arrows.filter((arrow) => arrow.isStrong)];
  return markup`<svg class="network" role="img" aria-labelledby="${labelledBy}" width="${width}" height="${px(height + 2 * MARGIN)}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${px(height + 2 * MARGIN)}">
${[...grey.reverse(), ...coloured].map(({drawing}) => drawing)}
${nodes.map(drawBox)}${coloured.map(({number}) => number)}
</svg>`;

  function drawBox({id, x, y, width: w}: NetworkNode): Markup {
    const name = markNames(nameOf(id), "tspan");
    const [left, top, base] = [x - w / 2, y - BOX_HEIGHT / 2, y + 4.5];
    const shown = w - 32;
    const text =
      w < widest
        ? markup`<text x="${px(x)}" y="${px(base)}" text-anchor="middle">${name}</text>`
        : // A name is cut by a frame alone: as text it stays what the shop calls it.
          markup`<svg x="${px(left + 10)}" y="${px(top)}" width="${px(shown)}" height="${BOX_HEIGHT}" style="--w:${px(shown)}px;--h:${BOX_HEIGHT}px"><text x="0" y="${px(base - top)}">${name}</text></svg><text x="${px(left + 10 + shown)}" y="${px(base)}">…</text>`;
    return markup`<g class="thing${strong.has(id) ? " strong" : ""}"><rect x="${px(left)}" y="${px(top)}" width="${px(w)}" height="${BOX_HEIGHT}" rx="2"/>${text}</g>
`;
  }

  function drawArrow({rule, isStrong, lineWidth}: (typeof ways)[number], arrow: Arrow | undefined) {
    if (!arrow) return [];
    const {from, bend, to, head, beside} = arrow;
    const drawing = markup`<g class="rule${isStrong ? " strong" : ""}"><title>${describe(rule)}</title><path d="M${px(from.x)},${px(from.y)}Q${px(bend.x)},${px(bend.y)} ${px(to.x)},${px(to.y)}" stroke-width="${px(lineWidth)}"/><polygon points="${head.map(({x, y}) => `${px(x)},${px(y)}`).join(" ")}"/></g>
`;
    const text = f.percent(rule.confidence);
    const boxes = beside.map((place) => ({id: "", ...place, width: 4 + measureText(text), height: 16}));
    const free =
      isStrong &&
      boxes.find(
        (box) =>
          Math.abs(box.x - width / 2 + MARGIN) < width / 2 - box.width / 2 &&
          Math.abs(box.y - height / 2) < height / 2 &&
          taken.every((other) => !touches(other, box)),
      );
    if (free) taken.push(free);
    const number =
      free && markup`<text class="share" x="${px(free.x)}" y="${px(free.y + 4.5)}" text-anchor="middle">${text}</text>`;
    return [{isStrong, drawing, number}];
  }
}

function touches(a: NetworkNode, b: NetworkNode): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

/** About how wide a text is at 13 px, rather too wide than too narrow. */
function measureText(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\p{Lu}MWmw%@]/u.test(sign) ? 9.8 : /[\p{Ll}\d]/u.test(sign) ? 7.3 : 6),
    0,
  );
}
