import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enTables} from "./en-tables.ts";

/** What the page of tables says. */
export const trTables = (f: Format): Pick<Messages, keyof ReturnType<typeof enTables>> => ({
  dictionaryTitle: "Tablolar",
  dictionaryLead: (n) =>
    `Bu sitedeki her rakam, yayımlanan ${f.integer(n)} tablodan birinde durur. Her tablo için: bir satırın ne olduğu, sütunların anlamı ve onu hesaplayan tanım.`,
  dictionaryContents: "Yayımlanan tablolar",
  dictionaryRows: (n) => `${f.integer(n)} satır`,
  dictionaryKey: (columns) => `anahtar: ${columns}`,
  dictionaryDownload: (bytes) => `Arrow dosyası, ${bytes} bayt`,
  dictionaryColumnsOf: (name) => `${name} sütunları`,
  dictionaryColumn: "Sütun",
  dictionaryType: "Tür",
  dictionaryMeaning: "Anlamı",
  dictionaryTypes: {
    text: "metin",
    integer: "tam sayı",
    number: "sayı",
    money: "tutar",
    boolean: "evet ya da hayır",
    date: "tarih",
    timestamp: "tarih ve saat",
  },
  dictionaryNullable: ", boş olabilir",
  dictionaryHow: "Nasıl hesaplanıyor",
  dictionaryFile: "Tanımlandığı dosya:",
  dictionaryModels: "Dayandığı, yayımlanmayan tablolar:",
});
