import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enValue} from "./en-value.ts";
import {either} from "./turkish-lists.ts";

const methods: Record<string, string> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  "gamma-gamma": "Gamma–Gamma",
  "same-rate": "eskisi kadar sık",
  "last-months": "önceki aylardaki kadar",
  linear: "doğrusal regresyon",
};

const warnings: Record<string, string> = {
  "not-converged": "arama sonuçlanmadı",
  "dropout-not-identified": "veride temelli ayrılan görünmüyor",
  "purchase-rates-not-identified": "sıklıkların farkı ayırt edilemiyor",
  "values-not-identified": "değerlerin farkı ayırt edilemiyor",
  "at-boundary": "aramanın sınırına dayandı",
  "few-repeat-customers": "yeniden alan az",
  "no-repeat-purchases": "yeniden alan yok",
  "mean-value-not-finite": "ortalama değerin sınırı yok",
};

/** What the pages of customer value and of its backtest say. */
export const trValue = (f: Format): Pick<Messages, keyof ReturnType<typeof enValue>> => {
  const percentOf = (share: number) => withCase(f.percent(share), "possessive");
  const off = (error: number) =>
    Math.abs(error) < 0.0005 ? "tam isabet" : `${f.percent(Math.abs(error))} ${error > 0 ? "fazla" : "eksik"}`;
  return {
    clvTitle: "Müşteri değeri",
    clvHeadline: (buyers, money) =>
      `Bugünkü ${f.integer(buyers)} müşteriden on iki ayda ${f.compactMoney(money)} net ciro beklenir.`,
    clvHeadlinePlain: (buyers, money) =>
      `${f.integer(buyers)} müşteri bugüne kadar kişi başına ${f.money(money)} getirdi; ne getireceği henüz söylenemiyor.`,
    clvNobody: "Henüz alışveriş yapan yok.",
    clvNoModel: "Hiçbir model kurulamadı.",
    clvTooFew: "Müşteri sayısı, gizlilik sınırının gösterilmesine izin verdiğinden az.",
    clvWhyNoModel: (repeaters) =>
      repeaters < 100
        ? `Model, yeniden alışveriş yapanlardan öğrenir; henüz ${repeaters === 0 ? "hiç yok" : `yalnız ${f.integer(repeaters)} kişi var`}. Yüzün altında öngörü yapılmaz.`
        : "Hiçbir alışveriş modeli bu veriye uymuyor; bu yüzden öngörü yok.",
    clvNoDropout:
      "Bu veride temelli ayrılan görünmüyor: sessiz kalan, yalnızca seyrek alan biri olabilir. Bu yüzden burada kimseye kayıp denmiyor; sessizlerin değeri de olduğundan yüksek sayılır.",
    clvNoDropoutLink: "Sessizliğin kayıp olduğu gün",
    clvDeckInterval: (low, high) => `Beklentinin %95 güven aralığı ${f.compactMoney(low)} – ${f.compactMoney(high)}.`,
    clvDeckOnly: "Yeni müşteriler bunun üstüne gelir.",
    clvDeckUntested: "Bunu geçmiş aylarda sınamak için veri kısa.",
    clvDeckTested: (method, months, purchases, revenue) =>
      `Son ${f.integer(months)} tam ayda sınandığında ${method} alışverişi ${off(purchases)}${revenue === null ? "" : `, ciroyu ${off(revenue)}`} bekledi.`,
    clvDeckLink: "Sınama",

    clvSegmentTitle: (segment, share) => `${segment}: gelecek on iki ayda beklenenin ${percentOf(share)}`,
    clvSegmentNone: "Segmentlere göre değer",
    clvSegmentSubtitle: (rate) =>
      `Bugüne kadarki net ciro ve gelecek alışverişlerin bugünkü değeri (her ay bekleme için ${f.percent(rate)} eksik)`,
    clvToDate: "Bugüne kadar",
    clvPerCustomer: "Kişi başına",
    clvAlive: "Büyük olasılıkla aktif",
    clvMonths: (months) => `Gelecek ${months} ay`,
    clvNextPerCustomer: "Gelecek 12 ay, kişi başına",
    clvInterval: "%95 aralık",
    clvIntervalNote:
      "Aralık, beklentinin ne kadar iyi bilindiğini söyler, çünkü parametreler tahmindir (delta yöntemi); sonra olanlar, bir mevsim ya da kriz, çok daha geniş dağılır.",
    clvAliveNote: (isBgNbd) =>
      `Büyük olasılıkla aktif: temelli ayrılmamış olma olasılığı en az yarım.${isBgNbd ? " Bu model, yalnız bir kez alanı aktif sayar." : ""}`,

    clvSegmentsNote: "Gelecek 12 ay: gelecek alışverişlerden beklenenin bugünkü değeri.",

    decileTitle: (share) => `Cironun ${percentOf(share)} müşterilerin onda birinden geliyor`,
    decileNone: "Ciro ne kadar eşitsiz dağılıyor",
    decileSubtitle:
      "Son on iki ayın net cirosundan pay, müşterilerin onda birlik dilimlerine göre; ilk dilim en çok getirenler",
    decileColumn: "Dilim",
    decileTogether: "Birikimli",
    decileGini: (gini) =>
      `Gini katsayısı ${f.decimal(gini, 2)}: herkes eşit değerdeyse 0, bütün değer bir kişideyse 1’e yakın.`,

    cohortValueTitle: (newest, next, oldest, before) =>
      `On iki ayda kişi başına beklenen: ${f.month(newest)} kohortundan ${f.compactMoney(next)}, ${f.month(oldest)} kohortundan hâlâ ${f.compactMoney(before)}`,
    cohortValueTitlePlain: (newest, now, oldest, before) =>
      `Bugüne kadar kişi başına: ${f.month(oldest)} kohortu ${f.compactMoney(before)}, ${f.month(newest)} kohortu ${f.compactMoney(now)}`,
    cohortValueNone: "Kohortlara göre değer",
    cohortValueSubtitle: "İlk siparişin ayına göre kişi başına net ciro: gri bugüne kadar, renkli gelecek on iki ay",
    cohortValueSubtitlePlain: "İlk siparişin ayına göre kişi başına bugüne kadarki net ciro",
    cohortValueNote: "Verinin ilk kohortunda, veriden önce alışverişe başlamış olanlar da var.",

    bridgeTitle: (most, mostOrders, least, leastOrders) =>
      `Kişi başına sipariş: ${most} ${f.decimal(mostOrders)}, ${least} ${f.decimal(leastOrders)}`,
    bridgeNone: "Ciro nelerden oluşuyor",
    bridgeSubtitle: (months) => `Son ${f.integer(months)} ayda müşteri × kişi başına sipariş × siparişin değeri`,
    bridgeOrders: "kişi başına sipariş",
    bridgeOrderValue: "siparişin değeri",
    bridgeMargin: "kâr marjı",
    bridgeContribution: "kalan marj",
    bridgeNoMargin: "Net ciro üzerinden: yapılandırmada kâr marjı yok (value.margin).",
    bridgeNote: "Kâr marjı yapılandırmadaki orandır, herkes için aynı.",

    slidingTitle: (alive, there, all, money) =>
      `${either(there)}: ${f.integer(all)} kişiden ${withCase(f.integer(alive), "possessive")} muhtemelen ayrılmadı${money === null ? "" : `; onlardan hâlâ ${f.compactMoney(money)} beklenir`}`,
    slidingNone: "Kayıyor ama ayrılmadı",
    slidingSubtitle: (there) =>
      `Kayanlar ve ${either(there, "locative")} olan herkes, temelli ayrılmamış olma olasılığına göre; gelecek 6 ayda beklenen alışveriş ve değeri`,
    slidingUnknownTitle: (there, all, money) =>
      `${either(there)}: ${f.integer(all)} müşteri${money === null ? "" : `den 6 ayda ${f.compactMoney(money)} beklenir`}`,
    slidingUnknownSubtitle: "Beklenen net ciro; kimin ayrılmış olabileceğini veri söylemiyor",
    slidingUnknown: (all, purchases) =>
      `${purchases === null ? "" : `Bu ${f.integer(all)} kişi kendi ritmiyle önümüzdeki altı ayda ${f.integer(purchases)} kez alışveriş yapar. `}En uzun süredir sessiz olan önce gelir: son siparişten bu yana geçen güne göre sıralayın.`,
    slidingBand: "Ayrılmamış olma olasılığı",
    slidingBands: (band) =>
      [
        `${f.percent(0.8)} ve üstü`,
        `${f.percent(0.5)} – ${f.percent(0.8)}`,
        `${f.percent(0.2)} – ${f.percent(0.5)}`,
        `${withCase(f.percent(0.2), "genitive")} altı`,
      ][band - 1]!,
    slidingSlid: (month) => `${f.monthName(month)} ayında kayan`,
    slidingThere: "Şu an orada",
    slidingPurchases: "Alışveriş",
    slidingWorth: "Net ciro",
    slidingNote: "Önce üst satırlara yazmalı: sessizler, ama büyük olasılıkla hâlâ müşteri.",
    slidingLink: (month) => `${f.month(month)} kaymaları`,

    channelTitle: (cheap, low, dear, high) =>
      `Yeni bir müşterinin maliyeti: ${cheap} ${f.money(low)}, ${dear} ${f.money(high)}`,
    channelTitlePlain: (channel, money) => `En çok getiren kanal ${channel}: kişi başına ${f.money(money)}`,
    channelNone: "Müşteri kazanmanın maliyeti ve getirisi",
    channelNoneSubtitle: "Kazanım kanalına göre",
    channelSubtitle: (from, to) =>
      `İlk siparişi ${f.month(from)} ile ${f.month(to)} arasında olan müşteriler, kazanım kanalına göre`,
    channelColumn: "Kanal",
    channelName: (channel) => ({other: "diğer", unknown: "bilinmiyor"})[channel] ?? channel.replaceAll("_", " "),
    channelSpend: "Harcama",
    channelCost: "Müşteri maliyeti",
    channelToDate: "Bugüne kadar getirdiği",
    channelPredicted: "Gelecek 12 ay",
    channelPayback: "Geri ödeme",
    channelMonth: (month) => (month === 0 ? "ilk ay" : `${f.integer(month)} ay sonra`),
    channelNotYet: (month) => `${f.integer(month + 1)} ayda henüz değil`,
    channelNote: (margin) =>
      `${margin === null ? "Geri ödeme net ciro üzerinden, çünkü yapılandırmada kâr marjı yok (value.margin)" : `Geri ödeme ${f.percent(margin)} kâr marjıyla`}: ortalama müşteri, kazanılmasının maliyetini getirmiş. Kanalın harcaması, oradan gelen herkese bölünür; kimin zaten geleceğini söylemez.`,

    methodName: (method) => methods[method] ?? method,
    backtestTitle: "Geriye dönük sınama",
    backtestHeadline: (months, actual, expected) =>
      `Son ${f.integer(months)} tam ayda bilinen müşteriler ${f.integer(actual)} kez alışveriş yaptı; bu ayları görmemiş model ${f.integer(expected)} bekliyordu.`,
    backtestTooShort: (months, there) =>
      `${f.integer(months)} ayı ayırıp sınamak için ${f.integer(2 * months)} tam ay gerekir; eldeki ${f.integer(there)}.`,
    backtestReason: (method, reason, months) =>
      ({
        backtest: `Müşterilerin değerini ${method} söylüyor: bu ${f.integer(months)} ay için, daha önce kaç kez alındığına göre, en az yanılan o.`,
        likelihood: `Sınama olmadığından müşterilerin değerini, bu veriyi en olası kılan ${method} söylüyor.`,
        configured: `Müşterilerin değerini, yapılandırmada istendiği gibi ${method} söylüyor.`,
        only: `Müşterilerin değerini, veriye uyan tek model olan ${method} söylüyor.`,
      })[reason] ?? "",
    backtestNaive: (own, naive) =>
      `Alışverişlerin ${percentOf(own)} kadar yanıldı; “eskisi kadar sık” diyen ${percentOf(naive)} kadar yanılırdı.`,
    backtestLink: "Müşterilerin değeri",

    trackingTitle: (error) =>
      Math.abs(error) < 0.1
        ? "Model, görmediği aylarda da gidişi tutturuyor"
        : error > 0
          ? "Model, olandan fazlasını bekliyor"
          : "Olan, modelin beklediğinden fazla",
    trackingNone: "Hafta hafta",
    trackingSubtitle: "Ayrılan aylardan önce müşteri olanların yeniden alışverişleri, birikimli",
    trackingActual: "gerçekleşen",
    trackingExpected: "beklenen",
    trackingHeld: "Sınama ayları",
    trackingYes: "evet",
    trackingWeek: "Hafta başı",
    trackingNote: (method) =>
      `Kesikli: gölgeli aylardan öncesine uydurulan ${method}. Burada aynı gün gelen herkesten, sonra ne yaptığına bakmadan aynısını bekler; başlıkta ise herkesin geçmişini bilir. Bu yüzden ikisinin hatası farklıdır.`,
    weeklyTitle: (week) => `Tahmin en çok ${week} haftasında şaştı`,
    weeklySubtitle: "Haftalık yeniden alışveriş",
    weeklyNote: "Hiçbir model mevsimi ya da kampanyayı bilmez; burada göze çarpan onlardır.",

    calibrationTitle: (error) => `Daha önce kaç kez alındığına göre ayrılınca tahmin ${f.percent(error)} şaşıyor`,
    calibrationNone: "Daha önce kaç kez aldıklarına göre",
    calibrationSubtitle:
      "Sınama aylarında kişi başına alışveriş, önceki yeniden alışveriş sayısına göre; sütun gerçekleşen, çizgi beklenen",
    calibrationClass: "Önceki yeniden alışveriş",

    scoreTitle: (method, error) =>
      `Tek tek müşteride en yakını ${method}: ortalama ${f.decimal(error, 2)} alışveriş yanılıyor`,
    scoreNone: "Modeller ve geçmeleri gerekenler",
    scoreSubtitle: "Sınama aylarının öngörüleri; seçilen model kalın",
    scoreMethod: "Yöntem",
    scoreTotal: "Alışveriş",
    scoreClasses: "Sınıflara göre",
    scoreEach: "MAE",
    scoreRevenueTotal: "Ciro",
    scoreRevenueEach: "MAE",
    scoreNote:
      "Alışveriş ve ciro: toplamın hatası. Sınıflara göre: grafikteki bütün sınıfların hatası, gerçekleşen alışverişe oranla. MAE: müşteri başına ortalama mutlak hata; herkes için 0 diyeni kayırır, bu yüzden seçim sınıflara göre yapılır.",

    modelTable: "Modeller ve parametreleri",
    modelTableCaption: "En çok olabilirlik ile parametreler, süreler hafta",
    modelPeriod: "Veri",
    modelAll: "tümü",
    modelBefore: "öncesi",
    modelParameter: "Parametre",
    modelEstimate: "Tahmin",
    modelError: "Standart hata",
    modelLikelihood: "Log olabilirlik",
    modelWarning: (code) => warnings[code] ?? code,
    modelStatus: (status) => (status === "too_few" ? "yeniden alan yüzden az" : "en büyük değer bulunamadı"),
  };
};
