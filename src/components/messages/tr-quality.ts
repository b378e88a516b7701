import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enQuality} from "./en-quality.ts";

/** What the quality page says. */
export const trQuality = (f: Format): Pick<Messages, keyof ReturnType<typeof enQuality>> => ({
  qualityTitle: "Veri kalitesi",
  qualityGradeOf: (grade) => `Kalite ${grade}`,
  qualityHeadline: (grade, reason) =>
    `${{A: "Veriye güvenilir: kalite\u00a0A.", B: "Veriye bir çekinceyle güvenilir: kalite\u00a0B.", C: "Rakamları dikkatle okuyun: kalite\u00a0C.", D: "Rakamlara güvenilmez: kalite\u00a0D."}[grade]}${reason ? ` ${reason}.` : ""}`,
  qualityLead: (d) =>
    `${f.integer(d.sources)} kaynaktan ${f.integer(d.records)} kayıt geldi. ${
      d.malformed + d.orphans + d.range === 0
        ? "Bozuk, boşa işaret eden ya da inanılmaz değer taşıyan yok."
        : `${f.integer(d.malformed)} kayıt bozuk ya da yinelenen, ${f.integer(d.orphans)} kayıt boşa işaret ediyor, ${f.integer(d.range)} kayıt doğru olamaz.`
    }`,
  qualityNewest: (month, grade) => `${f.month(month)} tek başına kalite\u00a0${grade}.`,

  qualityReasons: {
    stray: () => `hepsinden çok sonraki bir gün verinin son gününü kaydırıyor`,
    rejected: ({value}) => `${f.percent(value)} bozuk ya da yinelenen`,
    range: ({value, field}) => `${f.percent(value)} doğru olamaz${field ? ` (${field})` : ""}`,
    orphan: ({value, field}) => `${f.percent(value)} bilinmeyen bir ${field || "kayıt"} gösteriyor`,
    repeated: ({value}) => `${f.percent(value)} başka bir satırın aynısı`,
    needed: ({value, field}) => `${f.percent(value)} için ${field || "müşteri ya da ürün"} yok`,
    stale: ({days}) => `son ${f.integer(days)} gündür hiç kayıt gelmedi`,
    silent: ({value}) => `${f.integer(value)} gün hiç kayıt gelmedi`,
    thin: ({value}) => `her zamankinden ${f.percent(value)} az`,
  },
  qualityFields: {
    customer_id: "müşteri",
    order_id: "sipariş",
    product_id: "ürün",
    campaign_id: "kampanya",
    message_id: "mesaj",
    offer_id: "teklif",
  },

  qualitySourcesTitle: (good, all) =>
    good === all
      ? all === 1
        ? "Tek kaynak yerinde"
        : `${f.integer(all)} kaynağın hepsi yerinde`
      : good === 0
        ? "Hiçbir kaynak tam yerinde değil"
        : `${f.integer(all)} kaynaktan ${f.integer(good)} tanesi yerinde`,
  qualitySourcesSubtitle: "Önce notuna, sonra büyüklüğüne göre kaynaklar; kayıt sayıları",
  qualitySource: "Kaynak",
  qualityGrade: "Not",
  qualityRecords: "Kayıt",
  qualityNewestDay: "En yeni gün",
  qualityBehind: "Gecikme (gün)",
  qualityMalformed: "Bozuk",
  qualityDuplicates: "Atılan yinelenen",
  qualityRepeated: "İki kez geçen",
  qualityOrphans: "Boşa işaret eden",
  qualityRange: "Doğru olamaz",
  qualityReason: "Notu düşüren",
  qualityAdapter: (kind, files) => (files > 1 ? `${kind}, ${f.integer(files)} dosya` : kind),

  qualityFeedsTitle: (broken) =>
    broken.length === 0
      ? "Hiçbir kaynakta kesinti yok"
      : broken.length === 1
        ? `${broken[0]!.source}: ${f.month(broken[0]!.month)} içinde kesinti`
        : `${f.integer(broken.length)} ayda kesinti ya da seyrelme var`,
  qualityFeedsSubtitle: (n) =>
    `Kaynak başına kabul edilen kayıt, ${n} ay, her biri sıfırdan başlayan kendi ölçeğinde; kırmızı: olağandan çok günü sessiz geçen ya da olağanın çok altında kalan aylar`,
  qualityFeedAlt: (source, low, high) => `${source}: ayda en az ${f.integer(low)}, en çok ${f.integer(high)} kayıt.`,

  qualityProblemsTitle: (leftOut) =>
    leftOut === 0 ? "Dışarıda bırakılan kayıt yok" : `${f.integer(leftOut)} kayıt dışarıda bırakıldı`,
  qualityProblemsSubtitle: "Neyin neden dışarıda kaldığı; altında, kusuruna karşın alınanlar",
  qualityNoProblems: "Hiçbir sorun bulunmadı.",
  qualityRejectsHint:
    "Dışarıda kalan her kayıt, dosyası, satırı ve değeriyle özel klasörün rejects/ bölümünde, kaynak başına bir CSV içinde durur. Hiçbir zaman yayımlanmaz.",
  qualityWhat: "Ne",
  qualityRule: "Kural ya da alan",
  qualityRows: "Satır",
  qualityMeasures: {
    rejected: "Bozuk",
    duplicate: "Yinelenen, atıldı",
    declared: "İsteyerek dışarıda",
    range: "Doğru olamaz",
    later: "Son günden sonra",
    orphan: "Boşa işaret ediyor",
    needed: "Gereken alan boş",
    repeated: "Başka satırın aynısı",
  },
  qualityRuleName: (rule) => {
    const [, field, name] = /^(?:(\w+): )?(.*)$/.exec(rule)!;
    const known =
      ruleNames[name!] ?? name!.replace(/^invalid .*$/, "geçersiz değer").replace(/^not one of /, "şunlardan değil: ");
    return field ? `${field}: ${known}` : known;
  },

  qualityEmptyTitle: (n) => (n === 0 ? "Gelen bütün alanlar dolu" : `Gelen ${f.integer(n)} alanda boşluk var`),
  qualityEmptySubtitle: "Gelen alanlar, kabul edilen kayıtlar içinde boş oldukları paya göre",
  qualityField: "Alan",
  qualityEmpty: "Boş",
  qualityMoreFields: (n) => `${f.integer(n)} alan daha`,

  qualityEntriesTitle: (faulty, all) =>
    all === 0
      ? "Hiçbir kaynak giriş noktasını söylemiyor"
      : faulty === 0
        ? `${f.integer(all)} giriş noktasının hiçbirinde sorun yok`
        : `${f.integer(all)} giriş noktasının ${f.integer(faulty)} tanesinde sorun var`,
  qualityEntriesSubtitle:
    "Bir kaynağın dosyaları ve kaydın girildiği kanal; küçük kanallar birleştirilir, küçük sayılar gösterilmez",
  qualityEntry: "Giriş noktası",
  qualityFile: (n) => `${n}. dosya`,
  qualityEntryNames: {other: "diğer", unknown: "belirtilmemiş"},
  qualityCleanEntries: (n) => `Sorunsuz ${f.integer(n)} giriş noktası`,

  qualityTrendTitle: (now, before) =>
    before === null
      ? "İlk çalıştırma: henüz karşılaştırılacak bir öncesi yok"
      : `Kayıtların sorunlu payı ${f.percent(now)}; önceki çalıştırmada ${f.percent(before)}`,
  qualityTrendSubtitle: "Girdisi değişen çalıştırmalar, en yenisi üstte; aynı girdiyle yinelenen sayılmaz",
  qualityTrendAlt: (runs, low, high) =>
    `${f.integer(runs)} çalıştırmada sorunlu kayıt payı: en az ${f.percent(low)}, en çok ${f.percent(high)}.`,
  qualityFaulty: "Sorun",
  qualityRun: "Çalıştırma",
  qualityRunName: (run, day) => `${f.integer(run)} · ${f.date(day)} gününe kadar`,

  qualityRulesTitle: "Not nasıl veriliyor",
  qualityRulesSubtitle: "Her notun en büyük değeri; sonuncunun ötesi D. En kötü ölçüt belirler",
  qualityCriterion: "Ölçüt",
  qualityUpTo: (grade) => `${grade} ≤`,
  qualityTimes: (n) => `${f.integer(n)} kat`,
  qualityCriteria: {
    stray: "Hepsinden çok sonraki siparişler",
    rejected: "Bozuk ya da yinelenen kayıt",
    range: "Doğru olamayacak değer",
    orphan: "Boşa işaret eden anahtar",
    repeated: "Anahtarsız, iki kez geçen satır",
    needed: "Müşterisi ya da ürünü eksik",
    stale: "Gecikme ÷ olağan sessizlik",
    silent: "Olağanın ötesinde sessiz gün",
    thin: "Olağan hacimden eksik kalan",
  },
  qualityRulesNote:
    "Satışın hesaplanmadığı kaynaklar ortak notu en çok B’ye indirir; bir iki satır hiçbir notu B’nin altına indirmez. Sessizlik ve seyrelme bir yıl boyunca sayılır.",
});

/** The data layer's own rules; reasons that a shop declares are in its own words. */
const ruleNames: Record<string, string> = {
  "missing value": "değer yok",
  "cannot be computed": "hesaplanamıyor",
  "a refund cannot be negative": "iade tutarı eksi olamaz",
  "a cost cannot be negative": "maliyet eksi olamaz",
  "not a year of birth": "doğum yılı değil",
  "steps begin at 1": "adımlar 1’den başlar",
  "not a currency code": "para birimi kodu değil",
  "a rate is positive": "kur artı olmalı",
  "day out of range (1900 to 2199)": "gün aralık dışında (1900–2199)",
  "time out of range (1900 to 2199)": "zaman aralık dışında (1900–2199)",
  "quantity not positive": "adet artı değil",
  "amount negative": "tutar eksi",
  "discount above amount": "indirim tutardan büyük",
  "discount negative": "indirim eksi",
  "before the order": "siparişten önce",
  "age beyond belief": "inanılmaz yaş",
  "price negative": "fiyat eksi",
  "arrived before shipped": "gönderilmeden varmış",
  "promised before shipped": "gönderilmeden önceye söz verilmiş",
  "closed before opened": "açılmadan kapanmış",
  "answered before opened": "açılmadan yanıtlanmış",
  "ends before it begins": "başlamadan bitmiş",
  "value negative": "değer eksi",
  "threshold negative": "eşik eksi",
  "fee negative": "ücret eksi",
  "target negative": "hedef eksi",
  "long after the last day": "son günden çok sonra",
  "far before all others": "hepsinden çok önce",
  "far after all others": "hepsinden çok sonra",
};
