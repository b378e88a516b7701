import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enFrequency} from "./en-frequency.ts";

/** What the page of frequency says. */
export const trFrequency = (f: Format): Pick<Messages, keyof ReturnType<typeof enFrequency>> => {
  const percentOf = (share: number) => withCase(f.percent(share), "possessive");
  return {
    frequencyTitle: "Sıklık",
    frequencyHeadline: (once) => `Son on iki ayın müşterilerinin ${percentOf(once)} bir kez sipariş verdi.`,
    frequencyPlain: "Müşterilerin ne sıklıkta geldiğini söylemek için sipariş henüz az.",
    retentionSecond: (conversion, median) =>
      `Müşterilerin ${percentOf(conversion)} bugüne kadar ikinci siparişini verdi${median === null ? "" : `; bütün müşterilerin yarısı bunu ${f.integer(median)} gün içinde yapıyor`}.`,

    countsTitle: (once, often) =>
      often === null
        ? `Bir yılda bir kez sipariş verenler: ${f.percent(once)}`
        : `Bir yılda bir kez sipariş verenler ${f.percent(once)}, üç ve daha çok kez verenler ${f.percent(often)}`,
    countsNone: "Müşteriler ne sıklıkta sipariş veriyor",
    countsSubtitle: "Son 365 gündeki sipariş sayısına göre müşteriler",
    countsNote: (customers) => `Son 365 günde siparişi olan ${f.integer(customers)} müşteri.`,
    countsTwin: "Başka süreler, ziyaretler ve açılan iletiler",
    countsTwinCaption: "Olay sayısına göre müşteriler; + ve üstü",
    countsEvents: "Kez",
    countsColumn: (event, span) =>
      `${{order: "Sipariş", visit: "Ziyaretli gün", open: "İleti açılan gün"}[event]}, ${span === 0 ? "bugüne kadar" : `${span} gün`}`,

    ladderTitle: (first, last, share, isOpen) =>
      last === 1
        ? `İlk siparişten sonra yeniden sipariş verenler: ${f.percent(first)}`
        : `Yeniden sipariş verenler ilk siparişten sonra ${f.percent(first)}, ${last}. siparişten${isOpen ? " ve ötesinden" : ""} sonra ${f.percent(share)}`,
    ladderNone: "Siparişten siparişe",
    ladderSubtitle: "Bir siparişe ulaşan müşteriler, sonrakini verenlerin payı ve arada geçen gün",
    ladderStep: "Adım",
    ladderReached: "Ulaşan",
    ladderConversion: "Yeniden sipariş",
    ladderMedian: "Medyan gün, hepsi",
    ladderMedianCompleted: "Dönenlerde",
    ladderInterval: (low, high) => `(${f.integer(low)}–${f.integer(high)})`,
    ladderNote:
      "4+, dördüncüden başlayarak bütün siparişleri sayar. Hepsinin medyanı: henüz dönmeyen, görüldüğü süre kadar sayılır (Kaplan–Meier); parantezde %95 güven aralığı. Dönenlerde: yalnız kapanan boşluklar, bu yüzden gerçekte olduğundan kısadır.",

    lagTitle: (days) => `Siparişlerin yarısı ${f.integer(days)} gün içinde bir yenisini getiriyor`,
    lagNever: (share, days) => `Siparişlerin ${percentOf(share)} ${f.integer(days)} gün içinde bir yenisini getiriyor`,
    lagNone: "Siparişler arasındaki gün",
    lagSubtitle: "Önceki siparişten sonra geçen haftaya göre yeni siparişler",
    lagNote: (shares) =>
      `Yenisi gelenler: ${shares.map(([days, share]) => `${days} günde ${f.percent(share)}`).join(", ")}. Henüz yenisi gelmeyen sipariş, görüldüğü süre kadar sayılır.`,
    lagDays: "Gün",
    lagOrders: "Yeni sipariş",
    lagCame: "Görülen yeni siparişlerin",
    lagShare: "Bütün siparişlerin",

    withinDays: (days) => `${days} gün içinde`,
    stepsTitle: (days, first, last) =>
      `${days} gün içinde yenisi gelenler: ilk siparişte ${f.percent(first)}, dördüncü ve sonrasında ${f.percent(last)}`,
    stepsNone: "Her siparişten sonrakine",
    stepsSubtitle: "Kaçıncı sipariş olduğuna ve geçen güne göre yenisi gelen siparişlerin payı",
    stepsNote: "Renkli: ilk sipariş. Henüz yenisi gelmeyen sipariş, görüldüğü süre kadar sayılır (Kaplan–Meier).",

    secondSubtitle: "En az 90 günlük ilk siparişler: ikincisi gelenlerin payı ve arada geçen medyan gün",
    secondWords: {
      first_value: {
        title: (best, high, worst, low) =>
          `90 gün içinde ikinci sipariş: ilk siparişi ${best} olanlarda ${f.percent(high)}, ${worst} olanlarda ${f.percent(low)}`,
        flat: (low, high) =>
          `İkinci sipariş, ilkinin tutarına pek bağlı değil: 90 günde ${f.percent(low)} ile ${f.percent(high)} arası`,
        none: "İlk siparişin tutarına göre ikinci sipariş",
        column: "İlk sipariş",
      },
      first_category: {
        title: (best, high, worst, low) =>
          `90 gün içinde ikinci sipariş: ${best} ile başlayanlarda ${f.percent(high)}, ${worst} ile başlayanlarda ${f.percent(low)}`,
        flat: (low, high) =>
          `İkinci sipariş, ilkinde ne alındığına pek bağlı değil: 90 günde ${f.percent(low)} ile ${f.percent(high)} arası`,
        none: "İlk siparişte ne alındığına göre ikinci sipariş",
        column: "İlk siparişin kategorisi",
      },
    },
    secondFifth: (fifth, lowest) =>
      `${["en düşük", "ikinci", "orta", "dördüncü", "en yüksek"][fifth - 1]} beşte birlik${lowest === null ? "" : ` (en az ${lowest})`}`,
    secondNote:
      "Gizlilik sınırından az müşterinin payı ve onu ele verecek paylar gösterilmez. Medyan, ikinci siparişi olmayanları görüldükleri süre kadar sayar (Kaplan–Meier); parantezde %95 güven aralığı.",
    dayCount: (days) => `${f.integer(days)} gün`,
    categoryLagTitle: (fast, days, slow, more) =>
      `Sonraki siparişe kadar geçen gün: ${fast} sonrasında ${f.integer(days)}, ${slow} sonrasında ${f.integer(more)}`,
    categoryLagNone: "Kategoriye göre sonraki siparişe kadar geçen gün",
    categoryLagSubtitle:
      "Önceki siparişin ağırlıklı kategorisine göre sonraki siparişe kadar medyan gün; sonraki siparişte ne olduğu önemsiz",
    categoryLagTwin: "Bütün kategoriler",
    categoryLagColumn: "Siparişin kategorisi",
    categoryLagNote:
      "Yalnız ilk değil bütün siparişler üzerinden Kaplan–Meier medyanları. Bir ürünün ne kadar sonra yeniden alındığı başka bir sorudur ve kendi sayfası vardır.",
  };
};
