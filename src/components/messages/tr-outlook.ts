import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enOutlook} from "./en-outlook.ts";

/** What the monthly report says of why people moved, what is normal, what comes next and what to do. */
export const trOutlook = (f: Format): Pick<Messages, keyof ReturnType<typeof enOutlook>> => ({
  verdicts: {
    above: (range) => `Bu, aylık ${range} olan olağan aralığın üstünde.`,
    below: (range) => `Bu, aylık ${range} olan olağan aralığın altında.`,
    within: (range) => `Bu, aylık ${range} olan olağan aralığın içinde.`,
    too_short: (_, months) =>
      `Olağan aralık için öncesinde geçmişi tam on iki ay gerekir; şimdilik ${f.integer(months)} ay var.`,
    too_few: () => "Olağan aralık çizmek için ayda kayan müşteri çok az.",
    partial: () => "",
  },
  countRange: (from, to) => `${f.integer(from)}–${f.integer(to)}`,
  rangeBand: "olağan aralık",
  rangeColumn: "Olağan aralık",
  whySlid: (ageing, behaviour) =>
    behaviour === 0
      ? "Hiçbiri bu ay sipariş vermedi."
      : ageing === 0
        ? "Hepsi bu ay sipariş verdi, ama yerini koruyacak kadar değil."
        : `${withCase(f.integer(ageing), "possessive")} bu ay hiç sipariş vermedi; ${withCase(f.integer(behaviour), "possessive")} verdi, ama yerini koruyacak kadar değil.`,
  sourcesOfSentences: "Kaynak:",

  causesSubtitle: (from, to) =>
    `${f.monthName(to)} sonundaki durumu ${f.monthName(from)} sonundakinden farklı olan müşteriler; geçerli ilk nedene göre`,
  causesNone: "Bu ay durumu değişen yok",
  cause: "Neden",
  causeNames: {
    first_seen: "Mağazada yeni",
    entered: "Uzun aradan sonra sipariş verdi",
    left: "Pencerede siparişi kalmadı",
    restated: "Önceki bir ayın verisi düzeltildi",
    thresholds: "Yalnızca ölçek değişti",
    behaviour: "Bu ay sipariş verdi",
    ageing: "Sipariş vermeden zaman geçti",
  },
  causeTitles: {
    first_seen: (n, of) => `Yer değiştirenlerin çoğu yeni: ${f.integer(of)} kişide ${f.integer(n)}`,
    entered: (n, of) => `Yer değiştirenlerin çoğu geri dönen: ${f.integer(of)} kişide ${f.integer(n)}`,
    left: (n, of) => `Yer değiştirenlerin çoğunun pencerede siparişi kalmadı: ${f.integer(of)} kişide ${f.integer(n)}`,
    restated: (n, of) => `En çok, düzeltilen veri yer değiştirtti: ${f.integer(of)} kişide ${f.integer(n)}`,
    thresholds: (n, of) => `En çok, değişen ölçek yer değiştirtti: ${f.integer(of)} kişide ${f.integer(n)}`,
    behaviour: (n, of) =>
      `Yer değiştirenlerin çoğu sipariş vererek değiştirdi: ${f.integer(of)} kişide ${f.integer(n)}`,
    ageing: (n, of) => `En çok, siparişsiz geçen zaman yer değiştirtti: ${f.integer(of)} kişide ${f.integer(n)}`,
  },
  causesNotAssessed: "Önceki bir ayın düzeltilen verisi: değerlendirilmedi.",
  causesProof: (total, movers) =>
    `Nedenlerin toplamı yer değiştirenlere eşit ${total === movers ? "✓" : "✗"} ${f.integer(movers)} kişinin ${withCase(f.integer(total), "possessive")}`,

  edgesTitle: (move, n, isMore) => `En büyük fark: ${move}, her zamankinden ${f.integer(n)} ${isMore ? "fazla" : "az"}`,
  edgesNone: "Hareketleri karşılaştırmaya geçmiş yetmiyor",
  edgesSubtitle: "Ay içinde segmentler arası hareketler; önceki altı ayın ortalamasına göre",
  edgesMore: "Her zamankinden fazla",
  edgesFewer: "Her zamankinden az",
  edgeDetail: (count, usual) => `${f.integer(count)}, olağanı ${f.integer(usual)}`,

  projectionTitle: (label, now, expected, month) =>
    expected === now
      ? `${withCase(label, "genitive")} ${withCase(f.monthName(month), "dative")} kadar ${f.integer(now)} kişide kalması bekleniyor`
      : `${withCase(label, "genitive")} ${withCase(f.monthName(month), "dative")} kadar ${f.integer(now)} kişiden ${f.integer(expected)} kişiye ${expected > now ? "büyümesi" : "küçülmesi"} bekleniyor`,
  projectionSubtitle:
    "Ay sonunda segment başına müşteri: geçiş, son on iki aydaki gibi sürerse. Aralık beş seferin dördünde tutar",
  projectionNone: "Projeksiyona geçmiş yetmiyor",
  projectionWhyNone: "Geriye dönük penceresi tam görünümler arasında on iki aylık geçiş gerekir.",
  projectionNow: "Şimdi",
  projectionRange: "Aralık",
  projectionAsForetold: "Bu ay, beklentiye göre",
  projectionMet: (ends) => `beklendiği gibi (${ends})`,
  projectionMore: (ends) => `${ends} aralığından fazla`,
  projectionLess: (ends) => `${ends} aralığından az`,
  projectionCoverage: (share, n) =>
    `Şimdiye kadarki ${f.integer(n)} bir aylık beklentinin ${withCase(f.percent(share), "possessive")} aralığında kaldı; olması gereken %80.`,

  lifeCycleTitle: (name, change, now) =>
    change === 0
      ? `Yaşam döngüsü yerinde: ${name} ${f.integer(now)}`
      : `${name} ${f.integer(Math.abs(change))} kişi ${change > 0 ? "arttı" : "azaldı"}: ${f.integer(now)}`,
  lifeCyclePlain: "Müşteriler yaşam döngüsünün neresinde",
  lifeCycleSubtitle:
    "Yaşam döngüsü: şimdiye kadarki sipariş sayısına ve son siparişten beri geçen güne göre müşteriler",
  lifeCycleCame: "Gelen",
  lifeCycleLeft: "Giden",
  lifeCycleRevenue: "Net ciro, bu ay",
  lifeCycleMonths: (n) => `${n} ay`,
  lifeCycleNote: (d) =>
    `Son siparişten sonra ${d.activeDays} güne kadar aktif, ${d.lostDays} günden sonra kayıp; ${d.loyalOrders} siparişten başlayarak sadık.`,

  playbookTitle: (label, programme) =>
    `Önce ${label}: ${programme.charAt(0).toLocaleLowerCase("tr")}${programme.slice(1)}`,
  playbookPlain: "Ne yapmalı",
  playbookSubtitle: (windowMonths) =>
    `Segment başına ne yapmalı: program, kanal, teklif türü. Değer: son ${windowMonths} ayın net cirosu`,
  playbookValue: "Değer",
  playbookReach: "İletişim izni veren",
  reachChannels: {email: "e-posta", sms: "SMS", push: "bildirim", call: "telefon"},
  playbookReached: (people, share) => `${f.integer(people)} (${f.percent(share)})`,
  playbookProgramme: "Program",
  playbookChannel: "Kanal",
  playbookOffer: "Teklif",
  plays: {
    champions: {
      programme: "Teşekkür edin, sürece katın",
      channel: "kişiye özel e-posta, uygulama",
      offer: "erken erişim, hediye; indirim değil",
    },
    loyal: {programme: "Aldıkları çeşidi genişletin", channel: "e-posta, uygulama", offer: "çapraz satış, puan"},
    potential_loyalists: {
      programme: "Sonraki siparişi öne çekin",
      channel: "e-posta, anlık bildirim",
      offer: "sonraki siparişe süreli teklif",
    },
    new_customers: {
      programme: "İkinci siparişe götüren karşılama dizisi",
      channel: "e-posta",
      offer: "kullanım önerileri; ikinci siparişte ücretsiz teslimat",
    },
    promising: {
      programme: "30 gün içinde hatırlatın",
      channel: "e-posta, anlık bildirim",
      offer: "ilk siparişi tamamlayan ürünler",
    },
    need_attention: {
      programme: "İlgi sönmeden tazeleyin",
      channel: "e-posta, SMS",
      offer: "kendi kategorisinde süreli teklif",
    },
    about_to_sleep: {
      programme: "Hafif bir hatırlatma",
      channel: "e-posta, anlık bildirim",
      offer: "çok satanlar, yeniler",
    },
    at_risk: {programme: "Geri kazanma programı", channel: "SMS, ardından arama", offer: "güçlü, kişisel, son tarihli"},
    cant_lose: {
      programme: "Arayıp neyin ters gittiğini sorun",
      channel: "telefon, kişiye özel e-posta",
      offer: "önce sorunu giderin, sonra teklif",
    },
    hibernating: {programme: "Ucuz tek bir deneme, sonra bekleme", channel: "e-posta", offer: "outlet, sezon"},
  },
});
