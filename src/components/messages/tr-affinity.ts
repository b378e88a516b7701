import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enAffinity} from "./en-affinity.ts";

/** What the page of affinity and cross-sell says. */
export const trAffinity = (f: Format): Pick<Messages, keyof ReturnType<typeof enAffinity>> => {
  const times = (affinity: number) => `herkesin ${f.decimal(affinity)} katı sıklıkta`;
  return {
    affinityPage: "Eğilim ve çapraz satış",
    affinityHeadline: (segment, customers, item, confidence) =>
      `${withCase(segment, "locative")} ${f.integer(customers)} müşteri henüz ${item} almıyor; oysa onlarla aynı şeyleri alanların ${withCase(f.percent(confidence), "possessive")} alıyor.`,
    affinityPlain: "Kime ne önerileceğini söyleyen bir kural henüz yok.",
    affinityStrongest: (segment, item, affinity) =>
      `En güçlü eğilim: ${segment}, ${item} kategorisini ${times(affinity)} alıyor.`,
    affinityWeakest: (segment, item, affinity) => `En zayıfı: ${segment}, ${item} kategorisini ${times(affinity)}.`,

    affinityTitle: (segment, item, affinity) => `${segment}, ${item} kategorisini ${times(affinity)} alıyor`,
    affinityEven: "Hiçbir segmentin bir kategoriye rastlantıyı aşan eğilimi yok",
    affinityNone: "Hangi segment neye eğilimli",
    affinityTooFew: "Bir segmentte yeterince alıcısı olan kategori yok ya da mağaza kategori vermiyor.",
    affinitySubtitle: (months) =>
      `Segmentin son ${months} ayda alışveriş yapanlarında kategoriyi alanların payı, bütün alıcılardaki paya bölünmüş; 1 herkes kadar demek`,
    affinityCell: (buyers, share, base) =>
      `${f.integer(buyers)} alıcı: segmentte ${f.percent(share)}, herkeste ${f.percent(base)}`,
    affinitySaid: (strong, weak) =>
      [
        strong && `en çok ${strong[0]}: herkesin ${f.decimal(strong[1])} katı`,
        weak && `en az ${weak[0]}: herkesin ${f.decimal(weak[1])} katı`,
      ]
        .filter(Boolean)
        .join("; "),
    affinityNote:
      "Çok sipariş veren her şeyden çok alır: bir sütunun içinde karşılaştırın. Sözle yazılanlar en az onda bir ve iki standart hatadan çok farklı olanlardır. · gizlendi: alıcı sayısı az.",

    crossTitle: (segment, customers, item) => `${segment}: ${f.integer(customers)} müşteriye ${item} önerin`,
    crossNone: "Sırada ne önermeli",
    crossTooFew: "Müşteriler üzerinden yeterince kişiye dayanan bir kural henüz yok.",
    crossSubtitle: (months) =>
      `Her segmentte en çok satması beklenen öneri: son ${months} ayda almadıkları, ama aynı şeyleri alanların aldığı`,
    crossOffer: "Öneri",
    crossBecause: "Çünkü bunu aldılar",
    crossConfidence: "Beklenen",
    crossNote:
      "Beklenen: aynı şeyi alan bütün müşterilerde bunu da alanların payı; her müşteri için en iyi kural. Bütün siparişlere bakar, bu yüzden tek bir kampanya için üst sınırdır; önerinin kendisinin ne kattığını kontrol grubu söyler. Çünkü: bu kuralların en yaygını.",
    crossExport: "Bu müşterilerin listesi: npm run data -- --audience cross-sell=DOSYA.",
    crossTwin: "Bütün öneriler, segment başına en çok yirmi",
  };
};
