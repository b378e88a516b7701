import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enGaps} from "./en-gaps.ts";

/** What the page of sources and gaps says, and what any page says where a source is missing. */
export const trGaps = (f: Format): Pick<Messages, keyof ReturnType<typeof enGaps>> => ({
  gapsTitle: "Kaynaklar ve boşluklar",
  gapsHeadline: (d) =>
    d.first === null
      ? `${f.integer(d.reports)} raporun hepsinde gereken veri var.`
      : `${f.integer(d.reports)} raporun ${d.full === 0 ? "hiçbiri tam değil" : `${withCase(f.integer(d.full), "possessive")} tam`}. Sırada toplanacak veri: ${d.first}.`,
  gapsLead: (d) =>
    `Mağaza ${f.integer(d.sources)} kayıt türünün ${f.integer(d.present)} tanesini veriyor. İçlerindeki ${f.integer(d.filled)} alanın ${withCase(f.integer(d.used), "possessive")} bir rapora giriyor.`,

  gapsReportsTitle: "Raporlar ve eksikleri",
  gapsReportsSubtitle: "Tam: kullandığı her veri var. Kısmi: doğru, ama daha azını söyler. Yok: konusu olan veri yok.",
  gapsReport: "Rapor",
  gapsQuestion: "Sorusu ve yaradığı karar",
  gapsStatus: "Durum",
  gapsLacks: "Eksiği",
  gapsStatuses: {full: "Tam", degraded: "Kısmi", absent: "Yok"},
  gapsLacksNothing: "yok",

  gapsNextTitle: "Sırada ne toplamalı",
  gapsNextSubtitle: "Önce en çok raporu tamamlayan, sonra en çok raporu zenginleştiren",
  gapsNextNone: "Var olan raporlar için hiçbir eksik yok.",
  gapsCompletes: (titles) => `Tamamladığı: ${titles.join(", ")}`,
  gapsImproves: (titles) => `Zenginleştirdiği: ${titles.join(", ")}`,
  gapsAnyOf: (n) => (n === 1 ? "Verilecek alan" : "Şu alanlardan biri yeter"),

  gapsSourcesTitle: "Kayıt türleri",
  gapsSourcesSubtitle: (n) => `Veri katmanının bildiği ${n} tür; gelenler, kabul edilen kayıt sayısıyla`,
  gapsSource: "Kayıt türü",
  gapsRecords: "Kayıt",
  gapsFields: "Alan",
  gapsBrings: "Ne kazandırır",
  gapsUsedBy: "Kullanan",
  gapsNotDelivered: "gelmiyor",
  gapsFieldsOf: (filled, all) => `${f.integer(filled)} / ${f.integer(all)}`,
  gapsNobody: "henüz hiçbir rapor",

  gapsUsageTitle: "Hangi alan hangi rapora giriyor",
  gapsUsageSubtitle:
    "Sorguların kendisinden bulundu: değeri yayımlanan bir rakama ulaşan ya da hangi kaydın sayılacağını belirleyen alan kullanılmış sayılır",
  gapsField: "Alan",
  gapsDelivered: "Geliyor",
  gapsYes: "evet",
  gapsNo: "hayır",
  gapsRequired: "zorunlu",
  gapsOtherTable: "hiçbir raporun göstermediği bir tablo",
  gapsFieldsUsed: (used, all) => `${f.integer(all)} alandan ${f.integer(used)} kullanılıyor`,

  gapsUnusedTitle: (n) =>
    n === 0 ? "Gelen her alan kullanılıyor" : `Gelen ${f.integer(n)} alan hiçbir rapora girmiyor`,
  gapsUnusedSubtitle: "Toplamanın bedeli var: ya bir işe yarasınlar ya da müşteriye ve çalışana boşuna sorulmasınlar",

  missingTitle: (what) => `Veride yok: ${what}`,
  missingMore: "Kaynaklar ve boşluklar",

  needs: {
    buyers: {
      name: "siparişi kimin verdiği",
      without: "Hiçbir sipariş müşteriyi söylemiyor; bu yüzden kimse aydan aya izlenemiyor.",
      brings:
        "Siparişlerde müşteri numarası olsaydı segmentleri, aralarındaki geçişleri ve risk altındaki ciroyu görürdünüz.",
    },
    order_times: {
      name: "sipariş zamanı",
      without: "Hiçbir siparişin zamanı yok.",
      brings: "Sipariş zamanı olsaydı ayları, yakınlığı ve mevsimleri görürdünüz.",
    },
    cancellations: {
      name: "iptaller",
      without: "İptal edilen siparişler satılmış sayılıyor.",
      brings: "İptaller olsaydı elde kalan ciroyu görür, gerçekleşmemiş bir siparişe dayanan segment kalmazdı.",
    },
    returns: {
      name: "iadeler",
      without: "Net cirodan iade edilen mallar düşülmüyor.",
      brings: "İadeler olsaydı brüt yerine net ciroyu ve aldığını geri gönderenleri görürdünüz.",
    },
    registration: {
      name: "üyelik tarihi",
      without: "Kişiler ancak ilk siparişleriyle tanınıyor.",
      brings: "Üyelik tarihi olsaydı üye olup henüz almamış adayları görürdünüz.",
    },
    contacts: {
      name: "iletişim bilgileri",
      without: "Her müşteri numarası bir kişi sayılıyor.",
      brings:
        "E-posta, telefon ya da kart olsaydı birkaç hesabı veya misafir siparişi olan kişiyi tek kişi olarak görürdünüz.",
    },
    city: {
      name: "şehir",
      without: "Kimsenin şehri bilinmiyor.",
      brings: "Teslimat şehri olsaydı segmentlerin nerede büyüyüp nerede küçüldüğünü görürdünüz.",
    },
    channel: {
      name: "sipariş kanalı",
      without: "Kimsenin kanalı bilinmiyor.",
      brings: "Kanal olsaydı web, uygulama, mağaza ve çağrı merkezini ayrı ayrı görürdünüz.",
    },
    payment_method: {
      name: "ödeme yöntemi",
      without: "Siparişlerin nasıl ödendiği bilinmiyor.",
      brings: "Ödeme yöntemi olsaydı her segmentin nasıl ödediğini görürdünüz.",
    },
    coupons: {
      name: "kuponlar",
      without: "Kupon kullanılıp kullanılmadığı bilinmiyor.",
      brings: "Kupon kodu olsaydı hangi segmentlerin yalnızca kuponla alışveriş ettiğini görürdünüz.",
    },
    gender: {
      name: "cinsiyet",
      without: "Kimsenin cinsiyeti bilinmiyor.",
      brings: "Cinsiyet olsaydı her segmentte kimlerin olduğunu görürdünüz.",
    },
    birth_year: {
      name: "doğum yılı",
      without: "Kimsenin yaşı bilinmiyor.",
      brings: "Doğum yılı olsaydı segmentleri yaşa göre görürdünüz.",
    },
    acquisition_source: {
      name: "kazanım kaynağı",
      without: "Müşterilerin nereden kazanıldığı bilinmiyor.",
      brings: "Kaynak olsaydı hangi kanalın kalıcı müşteri getirdiğini görürdünüz.",
    },
    products_sold: {
      name: "sipariş satırında ürün",
      without: "Ne alındığı bilinmiyor.",
      brings: "Ürün kodu olsaydı sepetleri, tekrar alımları ve birlikte alınanları görürdünüz.",
    },
    units: {
      name: "adet",
      without: "Kaç tane alındığı bilinmiyor.",
      brings: "Adet olsaydı sepet büyüklüğünü ve ödenen fiyatı görürdünüz.",
    },
    product_tree: {
      name: "ürün kategorileri",
      without: "Ürünler tek başına duruyor.",
      brings: "Kategoriler olsaydı her segmentin neye yakın olduğunu her düzeyde görürdünüz.",
    },
    deliveries: {
      name: "teslimatlar",
      without: "Malın zamanında gidip gitmediği bilinmiyor.",
      brings: "Söz verilen ve gerçekleşen gün olsaydı geç teslimatı ve sadakatten götürdüğünü görürdünüz.",
    },
    footprints: {
      name: "sipariş dışındaki ayak izleri",
      without: "Birinin hâlâ ilgili olduğunu yalnız siparişi gösteriyor.",
      brings: "Ziyaret, açılan mesaj, çağrı ya da destek kaydı olsaydı uzaklaşanı siparişi kesilmeden görürdünüz.",
    },
    calls: {
      name: "çağrılar",
      without: "Çağrılar bilinmiyor.",
      brings: "Çağrılar ve sebepleri olsaydı şikâyeti müşteri gitmeden görürdünüz.",
    },
    tickets: {
      name: "destek kayıtları",
      without: "Destek kayıtları bilinmiyor.",
      brings:
        "Destek kayıtları olsaydı neyin aksadığını, yanıtın ne kadar sürdüğünü ve ardından kimin gittiğini görürdünüz.",
    },
    messages: {
      name: "mesajlar",
      without: "Kime ne gönderildiği ve sonucu bilinmiyor.",
      brings:
        "Mesajlar ve hareketleri olsaydı açmayı, tıklamayı ve abonelikten çıkmayı alışverişin yanında görürdünüz.",
    },
    visits: {
      name: "ziyaretler",
      without: "Ziyaretler bilinmiyor.",
      brings: "Ziyaretler olsaydı siparişten önceki ilgiyi ve almadan çıkanları görürdünüz.",
    },
    social_posts: {
      name: "sosyal medya paylaşımları",
      without: "Açıkça ne söylendiği bilinmiyor.",
      brings: "Paylaşımlar olsaydı mağaza hakkındaki havayı ay ay görürdünüz.",
    },
    campaigns: {
      name: "kampanyalar",
      without: "Kampanyalar bilinmiyor.",
      brings: "Kampanyalar ve maliyetleri olsaydı hangisinin kazandırdığını görürdünüz.",
    },
    campaign_assignments: {
      name: "kampanya kitleleri",
      without: "Kampanyada kimin olduğu, kimin dışarıda tutulduğu bilinmiyor.",
      brings: "Kitleler ve kontrol grupları olsaydı kampanyanın neyi değiştirdiğini görürdünüz.",
    },
    offers: {
      name: "teklifler",
      without: "Teklifler bilinmiyor.",
      brings: "Teklifler olsaydı hangi indirimin, hediyenin, kuponun işe yaradığını görürdünüz.",
    },
    spend: {
      name: "reklam harcaması",
      without: "Yeni müşterinin kaça geldiği bilinmiyor.",
      brings: "Kanal başına harcama olsaydı müşterinin maliyetini değerinin yanında görürdünüz.",
    },
    consents: {
      name: "izinler",
      without: "Kime ulaşılabileceği bilinmiyor.",
      brings: "İzinler olsaydı bir segmentin ne kadarına hangi kanaldan ulaşılabildiğini görürdünüz.",
    },
    survey_answers: {
      name: "anket yanıtları",
      without: "Müşterilerin ne dediği bilinmiyor.",
      brings: "Yanıtlar olsaydı memnuniyeti davranışın yanında görürdünüz.",
    },
    subscriptions: {
      name: "abonelikler",
      without: "Abonelikler bilinmiyor.",
      brings: "Abonelikler olsaydı sözleşmelerin ne zaman, neden bittiğini görürdünüz.",
    },
    exchange_rates: {
      name: "döviz kurları",
      without: "Başka para birimleri çevrilemiyor.",
      brings: "Günlük kurlar olsaydı başka para birimlerindeki satışı rapor parasıyla görürdünüz.",
    },
    targets: {
      name: "hedefler",
      without: "Ayın karşılaştırılacağı bir hedef yok.",
      brings: "Hedefler olsaydı farkı ve onu kapatacak hızı görürdünüz.",
    },
  },

  entities: {
    order_lines: ["Sipariş satırları", "Ne, kaça satıldı: tek zorunlu kaynak"],
    orders: ["Siparişler", "Kim, ne zaman, nerede, hangi kanaldan; sipariş başına bir kez; misafirlerin iletişimi"],
    cancellations: ["İptaller", "Elde kalan ciro; sebepler"],
    returns: ["İadeler", "Net ciro; iade oranları ve sebepleri"],
    customers: ["Müşteriler", "Adaylar; yaş, cinsiyet, şehir, nereden kazanıldıkları"],
    identifiers: ["Kimlikler", "Birkaç hesabı olan kişi tek kişi"],
    products: ["Ürünler", "Üç düzeyli kategori, fiyat"],
    deliveries: ["Teslimatlar", "Gününde teslimat; taşıyıcıya ve bölgeye göre"],
    calls: ["Çağrılar", "Telefonla şikâyet ve soru, bekleme süreleri"],
    tickets: ["Destek kayıtları", "Yazılı şikâyet ve soru, yanıt süresi"],
    messages: ["Mesajlar", "Her müşteriye ne sıklıkta yazıldığı"],
    message_events: ["Mesaj hareketleri", "Açma, tıklama, geri dönme, abonelikten çıkma"],
    web_events: ["Ziyaretler", "Siparişten önceki ilgi, almadan çıkanlar"],
    social_posts: ["Sosyal medya paylaşımları", "Açıkça söylenenler: hava ve sebepler"],
    campaigns: ["Kampanyalar", "Amaç, program, maliyet"],
    campaign_assignments: ["Kampanya kitleleri", "Kampanyanın neyi değiştirdiği, kontrol grubuna karşı"],
    offers: ["Teklifler", "Her indirimin ya da hediyenin değeri"],
    spend: ["Reklam harcaması", "Yeni müşterinin kanala göre maliyeti"],
    consents: ["İzinler", "Kime hangi kanaldan ulaşılabileceği"],
    survey_answers: ["Anket yanıtları", "Memnuniyet; müşterinin kendi sözleriyle sebepler"],
    subscriptions: ["Abonelikler", "Başlayan ve biten sözleşmeler"],
    exchange_rates: ["Döviz kurları", "Başka para birimlerindeki satış"],
    targets: ["Hedefler", "Ayın neyle karşılaştırılacağı"],
  },
});
