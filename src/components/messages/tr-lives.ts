import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enLives} from "./en-lives.ts";

const both = (parts: readonly string[]) =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} ve ${parts.at(-1)}`;

/** What the page of product life says. */
export const trLives = (f: Format): Pick<Messages, keyof ReturnType<typeof enLives>> => ({
  livesTitle: "Ürün ömrü",
  livesHeadline: (items) =>
    `${both(items.map(([name, days], i) => `${name} ${i === 0 ? "yaklaşık " : ""}${f.integer(days)} günde bir`))} yeniden alınıyor.`,
  livesNoRhythm: (level, name, days) =>
    `Düzenli aralıklarla alınan ${level === "category" ? "kategori" : "ürün"} yok; en çabuk yeniden alınan ${name}, medyan ${f.integer(days)} gün.`,
  livesPlain: "Bir şeyin ne kadar dayandığını söylemek için veri henüz kısa.",
  livesDue: (name, due, soon) =>
    `${name}: ${due === null ? "şu an zamanı gelenler sayı verilemeyecek kadar az" : `${f.integer(due)} müşterinin şu an zamanı`}${soon === null ? "." : `, ${f.integer(soon)} müşterinin 30 gün içinde.`}`,
  livesOthers: (level, n, isRest) =>
    `${isRest ? "Diğer" : "Bu"} ${f.integer(n)} ${level === "category" ? "kategori" : "ürün"} de yeniden alınıyor, ama belli bir zamanda değil: tarihe bakıp hatırlatmak yanlış kişiyi bulur.`,
  livesTooShort: "Henüz hiçbir ürün veya kategoride iki alışveriş arasında 30 kapanmış boşluk yok.",
  livesDays: (days) => `${f.integer(days)} gün`,
  basketItem: (level) => (level === "product" ? "Ürün" : "Kategori"),

  lifeTitle: (level, n, all) => {
    const what = level === "category" ? "kategoriden" : "üründen";
    return n === 0
      ? `${f.integer(all)} ${what} hiçbiri düzenli aralıklarla alınmıyor`
      : `${f.integer(all)} ${what} ${f.integer(n)} tanesi düzenli aralıklarla alınıyor`;
  },
  lifeNone: "Ne ne kadar dayanıyor",
  lifeSubtitle: "Yeniden alanlarda bir sonraki alışverişe kadar geçen gün: medyan ve %95 güven aralığı",
  lifeScale: "Tek ölçekte",
  lifeDays: "Gün",
  lifeOnTime: "Zamanında",
  lifeRepeat: "Yeniden alan",
  lifeUnknown: "bilinmiyor",
  lifeOverride: (median) => `mağazanın değeri${median === null ? "" : `, gözlenen ${f.integer(median)}`}`,
  lifeOwn: (days) => `${f.integer(days)} (mağazanın değeri)`,
  lifeNote:
    "Zamanında: ömrün %15 çevresinde kapanan boşlukların payı; rastgele alınan bir şeyde onda biri böyledir, onda üçü geçerse düzenli diyoruz. Yeniden alan: ürünü ikinci bir gün daha alan müşterilerin payı. Henüz kapanmayan boşluk görüldüğü süre kadar sayılır (Kaplan–Meier); kapanmış boşluk 30’dan azsa ömür bilinmez ve hiçbir şeyin zamanı gelmez.",
  lifeDetails: (level) => (level === "subcategory" ? "Alt kategoriler" : "En çok kişinin aldığı ürünler"),

  calendarTitle: (name, due, soon) =>
    `${name}: şu an ${f.integer(due)} kişi${soon === null ? "" : `, 30 gün içinde ${f.integer(soon)} kişi`}`,
  calendarNone: "Kimin ne zaman ihtiyacı olacak",
  calendarOthers: "Düzenli aralıklarla alınmayanlar",
  calendarSubtitle: "Satın alan müşteriler, zamanlarının ne zaman geldiğine göre: son alışveriş artı ürün ömrü",
  calendarNote:
    "Zamanı geldi: ömrün %15 öncesinden %15 sonrasına kadar. Bir ömürden fazla geciken büyük olasılıkla bırakmıştır. Müşteri, aldığı her kategoride bir kez sayılır.",
  duePeriods: {
    long_overdue: "Bir ömürden çok gecikti",
    overdue: "Gecikti",
    due: "Zamanı geldi",
    next_30: "30 gün içinde",
    next_60: "31–60",
    next_90: "61–90",
    later: "Daha sonra",
  },
  dotWithheld: "· gizlendi: kişi sayısı az.",
});
