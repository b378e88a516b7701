import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enLevers} from "./en-levers.ts";

/** What the page of the three levers says. */
export const trLevers = (f: Format): Pick<Messages, keyof ReturnType<typeof enLevers>> => ({
  leversTitle: "Kaldıraçlar",
  leversHeadline: {
    basket_value: (segment, actual, target, gain) =>
      `${segment} sepet başına ${actual} harcıyor; ${target} olsa ${f.compactMoney(gain)} daha getirir.`,
    items_per_basket: (segment, actual, target, gain) =>
      `${segment} sepette ${actual} adet alıyor; ${target} olsa ${f.compactMoney(gain)} daha getirir.`,
    frequency: (segment, actual, target, gain) =>
      `${segment} müşteri başına ${actual} sipariş veriyor; ${target} olsa ${f.compactMoney(gain)} daha getirir.`,
  },
  leversPlain: "Hedefinin altında kalan kaldıraç yok.",
  leversTarget: (segment) =>
    segment === null
      ? "Hedef, mağazanın kendi hedefi."
      : `Hedef, bu konuda bir üstteki segmentin, ${withCase(segment, "genitive")} bugün ulaştığı değer.`,
  leversLead:
    "Net ciro = müşteri × müşteri başına sipariş × sipariş başına değer: bir kampanya sepet tutarını, ürün sayısını ya da sıklığı yükseltir.",
  leversTooFew: "Pencerede alışveriş yapan yok.",

  leverTitle: (basket, items, frequency) =>
    [
      basket !== null && `Sipariş başına ${f.money(basket)}`,
      items !== null && `sepette ${items} adet`,
      `müşteri başına ${f.decimal(frequency)} sipariş`,
    ]
      .filter(Boolean)
      .join(", "),
  leverNone: "Üç kaldıraç",
  leverSubtitle: (months) => `Son ${months} ayda alışveriş yapanların ortalamaları; ulaşılmayan hedef okun ardında`,
  leverGross: "Brüt sepet",
  leverNames: {
    basket_value: "Net sepet tutarı",
    items_per_basket: "Sepetteki adet",
    frequency: "Müşteri başına sipariş",
  },
  leverNote:
    "Brüt: iptal ve iadelerden önce. Hedef: yapılandırmada verilmişse mağazanınki (levers.targets), yoksa bir üstteki segmentin değeri: daha güçlü olup daha iyisini yapanların en yakını. Daha iyisi yoksa hedef de yoktur.",
  leverTwin: "Kategorilere göre",

  gainTitle: (lever, gain) =>
    `En değerlisi ${{basket_value: "sepet tutarı", items_per_basket: "sepetteki adet", frequency: "alışveriş sıklığı"}[lever]}: bütün segmentlerde ${f.compactMoney(gain)}`,
  gainNone: "Farklar kapansa ne getirir",
  gainSubtitle: "Yalnız bir kaldıraç hedefe ulaşsa pencerede gelecek ek net ciro",
  gainReached: "Bütün kaldıraçlar hedefinde.",
  gainLever: "Segment ve kaldıraç",
  gainMoney: "Net ciro",
  gainNote:
    "Ek siparişin bugünkü bir sipariş, ek adedin bugünkü bir adet kadar ettiği varsayılır. Farklı kaldıraçların kazancı toplanmaz.",

  returnTitle: (orders, value) =>
    `Siparişlerin ${withCase(f.percent(orders), "possessive")} iade gördü${value === null ? "" : `; tutarın ${withCase(f.percent(value), "possessive")} geri döndü`}`,
  returnNone: "Ne geri dönüyor",
  returnNothing: "Bilinen iade yok.",
  returnSubtitle: "Pencerede gelen iadeler, penceredeki sipariş, adet ve brüt ciroya göre",
  returnRates: {return_rate_orders: "Sipariş", return_rate_units: "Adet", return_rate_value: "Tutar"},
  returnNote: "İade kendi gününde sayılır; ait olduğu sipariş pencereden eski olabilir.",
});
