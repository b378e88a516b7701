import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enIdentity} from "./en-identity.ts";

/** What is said about accounts and people. */
export const trIdentity = (f: Format): Pick<Messages, keyof ReturnType<typeof enIdentity>> => ({
  identityTitle: (accounts, people) =>
    accounts === people
      ? `${f.integer(accounts)} hesabın her biri ayrı bir kişi`
      : `${f.integer(accounts)} hesabın ardında ${f.integer(people)} kişi var`,
  identityLinksSubtitle:
    "Hesapları ve misafir siparişlerini bir araya getiren bilgiler; bağlamayan: tek kişiyi göstermeyecek kadar çok hesapta geçenler",
  identityNothingShared: "Kimlik bilgisi gelmiyor ya da iki hesapta ortak olanı yok: her müşteri numarası bir kişi.",
  identityIdentifier: "Kimlik bilgisi",
  identityLinked: "Bağlayan",
  identityRefused: "Bağlamayan",
  identityKinds: {email: "E-posta", phone: "Telefon", card: "Kart", social: "Sosyal hesap", visitor: "Tarayıcı"},
  identityChangesTitle: (merged, split) =>
    merged === null || split === null
      ? "Birleşen ve ayrılan kişiler değerlendirilmedi"
      : merged + split === 0
        ? "Birleşen ya da ayrılan kişi yok"
        : `${f.integer(merged)} kişi birleşti, ${f.integer(split)} kişi ayrıldı`,
  identityChangesSubtitle: "Kimin kim olduğu, başka veriyle yapılan son çalıştırmaya göre",
  identityChange: "Değişiklik",
  identityCount: "Sayı",
  identityChanges: {
    merged: "Başkalarıyla aynı olduğu anlaşılan kişi",
    split: "Birden çok olduğu anlaşılan kişi",
    alias: "Bilinen kişilerin yeni hesabı",
    anchor: "Artık başka hesabıyla anılan kişi",
  },
  identityNotAssessed: "Bundan önceki bir çalıştırma bilinmiyor. Başka veriyle yapılacak bir sonraki karşılaştırılır.",
  identityNote:
    "Hangi hesaplar olduğu ve onları neyin bağladığı özel klasörde identity/ altında durur, hiçbir zaman yayımlanmaz.",
});
