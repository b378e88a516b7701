import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enChurn} from "./en-churn.ts";

/** What the page of churn says. */
export const trChurn = (f: Format): Pick<Messages, keyof ReturnType<typeof enChurn>> => {
  const percentOf = (share: number) => withCase(f.percent(share), "possessive");
  return {
    churnPageTitle: "Kayıp",
    retentionHeadline: (days, churn) =>
      `${days} gündür alışveriş yapmayanların ${percentOf(churn)} sonraki 90 günde de geri dönmüyor.`,
    retentionPlain: "Bir sessizlikten sonra kimin döndüğünü söylemek için veri henüz kısa.",
    retentionReturned: (days, share) =>
      `Siparişlerin ${percentOf(share)} ${days} gün içinde bir yenisini getiriyor; o gün hâlâ sessiz olan, yazılması gereken müşteri.`,

    churnTitle: (first, low, last, high) =>
      `90 gün daha dönmeyenler: ${first} gün sessizlikten sonra ${f.percent(low)}, ${last} günden sonra ${f.percent(high)}`,
    churnNone: "Sessizlik ve kayıp",
    churnSubtitle: "Sonraki 90 günde sipariş vermeyenlerin payı, o güne kadar siparişsiz geçen güne göre",
    churnNote:
      "İki sipariş arasındaki her boşluk ve son siparişten sonraki açık boşluk, verinin bitişinden en az 90 gün önce ulaştığı her gün için bir kez sayılır.",
    churnDays: "Siparişsiz gün",
    churnGaps: "Ulaşan boşluk",
    churnSilent: "90 gün daha sessiz",

    conditions: {
      unsubscribe: {name: "E-posta listesinden çıktı", after: "e-posta listesinden çıkanların"},
      complaint: {name: "Şikâyet etti", after: "şikâyet edenlerin"},
      return: {name: "İade etti", after: "iade edenlerin"},
      late_delivery: {name: "Teslimat gecikti", after: "teslimatı gecikenlerin"},
      very_late_delivery: {name: "Teslimat beş günden çok gecikti", after: "teslimatı beş günden çok gecikenlerin"},
      no_visit: {name: "30 gündür siteye girmedi", after: "30 gündür siteye girmeyenlerin"},
    },
    conditionTitle: (after, churn, base) =>
      `${capital(after)} ${percentOf(churn)} 90 gün dönmüyor; o kadar süredir sessiz olan herkeste ${f.percent(base)}`,
    conditionSentence: (after, churn, base) =>
      `${capital(after)} ${percentOf(churn)} sonraki 90 günde sipariş vermiyor; o kadar süredir sessiz olan herkeste bu pay ${f.percent(base)}.`,
    conditionUsual: "Bunların hiçbiri müşteriyi sessizliğin kendisinden daha çok uzaklaştırmıyor",
    conditionNone: "Müşteriler neden sonra uzaklaşıyor",
    conditionSubtitle: "Sonraki 90 günde sipariş vermeyenlerin payı; boş daire: o kadar süredir sessiz olan herkes",
    conditionColumn: "Ne oldu",
    conditionShare: "Dönmeyenlerin payı",
    conditionBeside: (base, lift, gaps) => `olağan ${base} · ${lift} katı · ${f.integer(gaps)} durum`,
    conditionGaps: "Durum",
    conditionSilent: "90 gün sessiz",
    conditionInterval: "%95 güven aralığı",
    conditionBase: "Olağan",
    conditionMedian: "O güne kadar medyan sessiz gün",
    conditionNote:
      "Durum: iki sipariş arasındaki ya da son siparişten sonraki açık boşluk; olay, verinin bitişinden en az 90 gün önce bu boşlukta yaşanmıştır; her boşluk bir kez sayılır. Olağan: o güne kadar aynı süre ve aynı sayıda siparişten (1, 2, 3, 4 ve üstü) sonra sessiz kalan bütün boşluklar. Olağan, %95 güven aralığının (Wilson) altındaysa renkli. Önce olan her zaman neden değildir.",
    lift: "Kat (lift)",

    behaviours: {
      quiet: "Son siparişi 60 günden eski",
      single_order: "Tek siparişi var",
      one_category: "İki veya daha çok sipariş, hepsi tek kategoriden",
      coupon_first: "İlk siparişi kuponlu",
      unsubscribe: "E-posta listesinden çıktı",
      complaint: "Şikâyet etti",
      return: "İade etti",
      late_delivery: "Teslimatı gecikti",
      very_late_delivery: "Teslimatı beş günden çok gecikti",
      no_visit: "30 gündür siteye girmedi",
    },
    behaviourTitle: (behaviour, lost, alike) =>
      `“${behaviour}”: kaybedilenlerde ${f.percent(lost)}, benzer müşterilerden kalanlarda ${f.percent(alike)}`,
    behaviourUsual: "Kaybedilenler, benzer müşterilerden kalanlardan farklı davranmamış",
    behaviourNone: "Kaybedilenlerin ortak yanı",
    behaviourSubtitle:
      "Önceki yıl bir davranışı gösterenlerin payı: son 90 günde kaybedilenlerde ve benzer müşterilerden kalanlarda",
    behaviourColumn: "Davranış",
    behaviourLost: "Kaybedilen",
    behaviourKept: "Kalan",
    behaviourAlike: "Benzer kalanlar",
    behaviourNote: (lost, kept) =>
      `90 gün öncesine kadarki yılda siparişi olanlardan ${f.integer(lost)} müşteri o günden beri sipariş vermedi, ${f.integer(kept)} müşteri verdi. Çok sipariş veren çok iade eder, çok şikâyet eder, çok bekler; bu yüzden kaybedilenler benzerleriyle karşılaştırılır: o yıl aynı sayıda sipariş, son siparişten beri aynı süre.`,
    behaviourTwin: "Sayılar, kaybedilen ve kalan herkes içinde",
    behaviourTwinCaption: "Davranışı gösteren müşteriler, bilindiği müşteriler içinde",
    partOf: (part, whole) => `${f.integer(part)} / ${f.integer(whole)}`,

    winBackTitle: (customers, silent) =>
      `Uzun süredir sessiz ${f.integer(silent)} müşteriden bu ay geri dönen: ${f.integer(customers)}`,
    winBackNone: "Uzun sessizlikten sonra kim dönüyor",
    winBackSubtitle:
      "En düşük yakınlık puanının gün sınırından uzun süre siparişsiz kalıp yeniden sipariş veren müşteriler",
    winBackUsual: "olağan",
    winBackNote: "Olağan: önceki altı ayın ortalaması. Çağrıldıkları için mi, kendiliklerinden mi döndükleri bilinmez.",
    winBackMonth: "Ay",
    winBackSilent: "Uzun süredir sessiz",
    winBackCustomers: "Geri dönen",
    winBackRate: "Pay",
    winBackRevenue: "O siparişin cirosu",
  };
};

/** With a capital letter, as a sentence begins: İade, not Iade. */
function capital(words: string): string {
  return (words[0] === "i" ? "İ" : words[0]!.toUpperCase()) + words.slice(1);
}
