import type {Basis} from "../baskets/basket-rows.ts";
import {liftDigits} from "../baskets/lift-digits.ts";
import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enBaskets} from "./en-baskets.ts";

/** What the pages about baskets say. */
export const trBaskets = (f: Format): Pick<Messages, keyof ReturnType<typeof enBaskets>> => {
  const times = (lift: number) => `${f.decimal(lift, liftDigits(lift))} katı`;
  const both = (names: readonly string[]) => names.map((name) => `“${name}”`).join(" ile ");
  const some = (n: number) => withCase(f.integer(n), "possessive");
  const of = (basis: Basis, n: number) => `${f.integer(n)} ${basis === "orders" ? "sipariş" : "müşteri"}`;
  return {
    basketLevels: {
      product: "Ürünler",
      subcategory: "Alt kategoriler",
      category: "Kategoriler",
      department: "Bölümler",
    },
    basketBases: {customers: "Müşteri, bütün siparişleriyle", orders: "Tek tek sipariş"},
    basketsNone: (basis) =>
      basis === "orders"
        ? "Bu mağazanın hiçbir siparişinde ürün belirtilmemiş."
        : "Bu mağazanın hiçbir siparişinde ürünle birlikte müşteri belirtilmemiş.",
    basketsSingle: "Mağaza tek bir ürün satmış: yanında alınabilecek başka bir şey yok.",
    basketsFew: (basis, several, all, least) =>
      `${of(basis, all)} içinde birden fazla ürün alınan: ${f.integer(several)}. Bir kural için en az ${f.integer(least)} gerekiyor.`,
    basketsChance: (basis, least) =>
      `En az ${of(basis, least)} içinde, rastlantıdan daha sık birlikte alınan iki şey yok.`,
    basketsChange:
      "Ne işe yarar: daha uzun bir geçmiş; ürünlerin kategoriye göre de sayılması için products.category; ya da yapılandırmada daha düşük baskets.minCount ve baskets.minSupport (privacy.minCustomers altına inmez). Az kişiye dayanan kural çabucak rastlantı olur.",

    rulesTitle: "Birlikte alınanlar",
    rulesPlain: "Birlikte alınanlara ilişkin bir kural bulunamadı.",
    ruleSentence: ({basis, antecedent, consequent, share, lift}) => {
      const names = both(antecedent);
      const usual = `olağanın ${times(lift)}`;
      if (basis === "customers")
        return share.of === 1
          ? `${names} alan bütün müşteriler ayrıca “${consequent}” alıyor: ${usual}.`
          : `${names} alan her ${f.integer(share.of)} müşteriden ${some(share.n)} ayrıca “${consequent}” alıyor: ${usual}.`;
      return share.of === 1
        ? `${names} içeren bütün siparişlerde “${consequent}” da var: ${usual}.`
        : `${names} içeren her ${f.integer(share.of)} siparişten ${some(share.n)} ayrıca “${consequent}” içeriyor: ${usual}.`;
    },
    rulesUsual: "Olağan: hepsi içindeki pay.",
    ruleListCustomers: "Bunu alan şunu da alıyor",
    ruleListOrders: "Aynı siparişte birlikte",
    ruleListSubtitle: (basis, level) =>
      `En güçlü kurallar, ${basis === "orders" ? "siparişler" : "bütün siparişleriyle müşteriler"} üzerinden · ${level}`,
    ruleDetail: (basis, count, all) => `${of(basis, all)} içinde ${f.integer(count)}`,
    ruleReverse: (share) => `tersine ${f.percent(share)}`,

    networkTitle: (a, b, lift) => `“${a}” ile “${b}” aynı siparişte: rastlantının ${times(lift)}`,
    networkSubtitle: (level) =>
      `Siparişlerdeki en güçlü kurallar · ${level} · ok alınandan yanında alınana gider, kalınlığı bunu yapanların payı`,
    networkNote: "Renkli: en güçlüler, iki yönde ve paylarıyla. Gri: onları izleyenler, daha sık gidilen yönde.",
    networkRule: (count, confidence, lift) =>
      `${f.integer(count)} sipariş, ${f.percent(confidence)}, olağanın ${times(lift)}`,

    explorerTitle: (n) => (n === 1 ? "Bulunan tek kural" : `${f.integer(n)} kuralın hepsi`),
    explorerSubtitle: "Her düzeyin en güçlü kuralları; gereksiz olanlar istenmedikçe gösterilmez",
    explorerTop: (basis, level) => `${level} · ${basis}`,
    explorerNote:
      "Destek ve leverage: binde. p: sınanan bütün kurallara göre düzeltilmiş. Gereksiz: iki üründen biri tek başına aynısını söylüyor.",
    explorerFilters: "Hangi kurallar",
    explorerBasis: "Neyin içinde",
    explorerLevel: "Düzey",
    explorerSize: "Alınan",
    explorerSizes: {any: "Bir ya da iki", one: "Bir", two: "İki"},
    explorerText: "Adında geçen",
    explorerRedundant: "Gereksizler de",
    explorerCount: "## kuraldan # tanesi",
    explorerMore: "Hepsini göster",
    explorerEmpty:
      "Böyle bir kural yok. Adı ya da düzeyi değiştirin, ötekinin içinde arayın ya da gereksiz kuralları da gösterin.",
    explorerSort: "Sırala",
    ruleColumn: "Kural",
    ruleMeasures: {
      count: "Birlikte",
      confidence: "Güven",
      lift: "Lift",
      support: "Destek, ‰",
      leverage: "Leverage, ‰",
      conviction: "Conviction",
      zhang: "Zhang",
      adjusted_p_value: "p",
    },

    notationSummary: "Ölçüler ne demek, başka nasıl yazılır",
    notationCaption: "Bir kuralın ölçüleri: burada ve CRM eğitimlerinde",
    notationColumns: ["Ölçü", "Burada: X → Y, X alan Y de alıyor", "CRM eğitimlerinde"],
    notationRows: [
      ["Destek", "X ve Y alanların hepsi içindeki payı", "Destek = P(X ve Y) = X ve Y alan / tüm müşteriler"],
      [
        "Güven",
        "X ve Y alan / X alan; yazılışı P(Y | X)",
        "Güven = P(X/Y) = X ve Y alan / Y alan: koşul, çizginin arkasındaki Y",
      ],
      ["Olağan", "Y alanların hepsi içindeki payı", "P(Result) = sonucu alan / tüm müşteriler"],
      ["Lift", "güven / Y alanların hepsi içindeki payı; 1: rastlantı kadar", "Lift = Güven / P(Result)"],
      ["İki ürün", "X₁ + X₂ → Y", "(X+Y) → Z: burada X ile Y alınan, Z sonuç"],
      ["Leverage", "destek − X alanların payı · Y alanların payı", "–"],
      ["Conviction", "Y almayanların payı / X alanlar içinde Y almayanların payı; ∞: almayan yok", "–"],
      ["Zhang", "leverage / olabileceği en büyük değer, −1 ile 1 arası", "–"],
      [
        "p",
        "bu kadarının rastlantıyla birlikte alınma olasılığı: Fisher’in kesin sınaması, Benjamini ve Hochberg düzeltmesiyle",
        "–",
      ],
    ],
    notationExample:
      "Yedi sepetin – abc, ab, abd, be, ac, ce, abde – dördünde a ile b var, bunların ikisinde d de var; d hepsi içinde iki sepette. Burada a + b → d: destek 2/7, güven 2/4, lift 2/4 / 2/7 = 1,75. Orada (a+b) → d: Destek P(a ve b ve d) 2/7, Güven P(d / a ve b) 2/4, P(Result) 2/7, lift aynı.",

    sequencesTitle: "Sonra ne alınıyor",
    sequencesPlain: "Neden sonra neyin alındığına ilişkin bir sıra bulunamadı.",
    sequenceSentence: ({before, after, share, lift, medianDays}) =>
      `“${before}” alan ${share.of === 1 ? "bütün müşteriler" : `her ${f.integer(share.of)} müşteriden ${some(share.n)}`} sonraki bir siparişte “${after}” aldı: rastlantının ${times(lift)}; yarısı ${f.integer(medianDays)} gün içinde.`,
    sequencesLead:
      "Rastlantı: aynı müşterilerin sonraki siparişlerinin zaten getireceği kadar. Günler ne zaman yazılacağını söyler: çoğu kendiliğinden almadan, ama hemen ertesi gün de değil.",
    sequencesSingle: "Mağaza tek bir ürün satmış: ardından alınabilecek başka bir şey yok.",
    sequencesFew: (repeat, all, least) =>
      `${f.integer(all)} müşteri içinde birden fazla sipariş veren: ${f.integer(repeat)}. Bir sıra için en az ${f.integer(least)} gerekiyor.`,
    sequencesChance: (least) =>
      `En az ${f.integer(least)} müşterinin, siparişlerin zaten getireceğinden belirgin biçimde daha sık, birbiri ardına aldığı iki şey yok.`,
    sequencesChange:
      "Ne işe yarar: daha uzun bir geçmiş; ürünlerin kategoriye göre de sayılması için products.category; ya da yapılandırmada daha düşük baskets.minCount (privacy.minCustomers altına inmez).",
    sequencesLevel: "Düzey",
    sequenceListTitle: "En güçlü sıralar",
    sequenceListSubtitle: (level) => `Bir şeyi alıp sonraki bir siparişte ötekini alan müşteriler · ${level}`,
    sequenceDetail: (count, all) => `${f.integer(all)} müşteriden ${f.integer(count)}`,
    timingTitle: (before, after, share) =>
      `“${before}” alıp sonra “${after}” alanların ${withCase(f.percent(share), "possessive")} bunu 30 gün içinde yapıyor`,
    timingSubtitle: "İkincisini sonradan alan müşteriler: 30, 60 ve 90 gün içindekilerin payı, bir de medyan",
    timingKeys: ["30 gün içinde", "31–60", "61–90", "daha sonra"],
    timingMedian: (days) => `medyan ${f.integer(days)} gün`,
    timingNote:
      "Birincinin bulunduğu ilk siparişten, ötekinin bulunduğu sonraki ilk siparişe kadar geçen gün. Henüz almamış olanlar bu paylarda yok.",
    sequenceColumns: {
      sequence: "Sıra",
      count: "Müşteri",
      confidence: "Öncekini alanlarda",
      lift: "Lift",
      median: "Medyan gün",
      within: "# gün içinde",
    },
  };
};
