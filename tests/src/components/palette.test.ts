import * as d3 from "d3";
import {expect, test} from "vitest";
import {defaultSegments} from "../../../data-loaders/config/segment-map.ts";

/** Machado, Oliveira and Fernandes (2009), severity 1: linear RGB as somebody without the cone sees it. */
const deficiencies: Record<string, number[][]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toGamma = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);

function simulate(colour: string, matrix: number[][]): d3.LabColor {
  const {r, g, b} = d3.rgb(colour);
  const linear = [r, g, b].map((value) => toLinear(value / 255));
  const seen = matrix.map((row) => d3.sum(row, (weight, i) => weight * linear[i]!));
  const [red, green, blue] = seen.map((value) => 255 * toGamma(Math.min(1, Math.max(0, value)))) as [
    number,
    number,
    number,
  ];
  return d3.lab(d3.rgb(red, green, blue));
}

const distance = (a: d3.LabColor, b: d3.LabColor) => Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
const ten = defaultSegments.map(({key, colour}) => ({key, colour}));

test.each(Object.entries(deficiencies))("good and bad segments stay apart with %s", (_, matrix) => {
  const strong = ten.slice(0, 5);
  const weak = ten.slice(5, 9);
  for (const good of strong)
    for (const bad of weak)
      expect(
        distance(simulate(good.colour, matrix), simulate(bad.colour, matrix)),
        `${good.key} and ${bad.key}`,
      ).toBeGreaterThan(20);
});

test.each(Object.entries(deficiencies))("neighbours in a chart stay apart with %s", (_, matrix) => {
  ten.slice(1).forEach((state, i) => {
    const before = ten[i]!;
    expect(
      distance(simulate(before.colour, matrix), simulate(state.colour, matrix)),
      `${before.key} and ${state.key}`,
    ).toBeGreaterThan(8); // each stands beside its name, too
  });
});
