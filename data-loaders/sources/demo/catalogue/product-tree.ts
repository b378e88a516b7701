/** One branch of the product tree: department > category > subcategory, with what its products cost and who buys them. */
export interface Branch {
  readonly department: string;
  readonly category: string;
  readonly subcategory: string;
  /** What one product of it is called. */
  readonly noun: string;
  /** Middle list price in TRY at the end of the demo. */
  readonly price: number;
  /** How many products it has. */
  readonly size: number;
  /** Popularity with women and with men. */
  readonly women: number;
  readonly men: number;
  /** How often it comes back, 1 on average. */
  readonly returned: number;
}

type Row = readonly [string, string, string, string, number, number, number, number, number];

const rows: readonly Row[] = [
  ["Kadın", "Çanta", "Omuz Çantası", "Omuz Çantası", 2600, 16, 5, 0.4, 0.7],
  ["Kadın", "Çanta", "Sırt Çantası", "Sırt Çantası", 2200, 12, 3, 0.6, 0.7],
  ["Kadın", "Ayakkabı", "Spor Ayakkabı", "Kadın Spor Ayakkabı", 3400, 18, 6, 0.5, 1.7],
  ["Kadın", "Ayakkabı", "Günlük Ayakkabı", "Kadın Günlük Ayakkabı", 2500, 16, 5, 0.3, 1.8],
  ["Kadın", "Ayakkabı", "Topuklu Ayakkabı", "Topuklu Ayakkabı", 2800, 12, 3, 0.2, 2.1],
  ["Kadın", "Giyim", "Elbise", "Elbise", 1900, 20, 8, 0.5, 1.9],
  ["Kadın", "Giyim", "Bluz", "Bluz", 1100, 18, 8, 0.4, 1.4],
  ["Kadın", "Giyim", "Pantolon", "Kadın Pantolon", 1500, 14, 5, 0.3, 1.7],
  ["Kadın", "Aksesuar", "Eşarp", "Eşarp", 650, 12, 4, 0.5, 0.4],
  ["Kadın", "Aksesuar", "Takı", "Kolye", 780, 14, 4, 1, 0.4],
  ["Erkek", "Ayakkabı", "Spor Ayakkabı", "Erkek Spor Ayakkabı", 3600, 18, 0.8, 7, 1.6],
  ["Erkek", "Ayakkabı", "Günlük Ayakkabı", "Erkek Günlük Ayakkabı", 2900, 16, 0.6, 6, 1.6],
  ["Erkek", "Giyim", "Gömlek", "Gömlek", 1300, 18, 1.5, 8, 1.2],
  ["Erkek", "Giyim", "Pantolon", "Erkek Pantolon", 1600, 14, 0.8, 6, 1.5],
  ["Erkek", "Giyim", "Tişört", "Tişört", 700, 18, 1.2, 8, 0.9],
  ["Erkek", "Aksesuar", "Kol Düğmesi", "Kol Düğmesi", 900, 10, 0.15, 0.5, 0.3],
  ["Erkek", "Aksesuar", "Kemer", "Kemer", 850, 10, 0.5, 3, 0.5],
  ["Çocuk", "Ceket", "Mont", "Çocuk Montu", 2100, 12, 3, 1.5, 1.2],
  ["Çocuk", "Ceket", "Yağmurluk", "Çocuk Yağmurluğu", 1400, 10, 2, 1, 1],
  ["Çocuk", "Bebek", "Tulum", "Bebek Tulumu", 750, 12, 2.5, 1, 0.6],
  ["Çocuk", "Bebek", "Biberon", "Biberon", 320, 8, 2, 0.9, 0.1],
  ["Çocuk", "Bebek", "Puset", "Puset", 8900, 6, 0.4, 0.3, 0.5],
  ["Çocuk", "Oyuncak", "Eğitici Oyuncak", "Eğitici Oyuncak", 600, 14, 3, 2, 0.4],
  ["Ev", "Masa Üstü", "Tabak", "Tabak", 240, 14, 4, 2, 0.5],
  ["Ev", "Masa Üstü", "Bardak", "Bardak", 180, 14, 4, 2.5, 0.6],
  ["Ev", "Masa Üstü", "Çatal Bıçak", "Çatal Bıçak Takımı", 1700, 10, 1.5, 0.8, 0.5],
  ["Ev", "Tekstil", "Nevresim", "Nevresim Takımı", 1800, 14, 3.5, 1.5, 0.6],
  ["Ev", "Tekstil", "Havlu", "Havlu", 380, 12, 3.5, 2, 0.3],
  ["Ev", "Dekorasyon", "Mum", "Kokulu Mum", 340, 12, 3, 1, 0.3],
  ["Spor", "Giyim", "Eşofman", "Eşofman", 1700, 14, 3, 4, 1.2],
  ["Spor", "Fitness", "Yoga Matı", "Yoga Matı", 700, 8, 2, 0.7, 0.4],
  ["Spor", "Fitness", "Dambıl", "Dambıl", 1200, 8, 0.6, 1.8, 0.4],
  ["Elektronik", "Telefon", "Akıllı Telefon", "Akıllı Telefon", 26000, 12, 0.7, 1, 0.6],
  ["Elektronik", "Telefon Aksesuarı", "Kılıf", "Telefon Kılıfı", 420, 16, 1, 1.1, 0.6],
  ["Elektronik", "Telefon Aksesuarı", "Kulaklık", "Kulaklık", 1500, 12, 1.5, 2.5, 1],
  ["Kozmetik", "Parfüm", "Kadın Parfüm", "Kadın Parfümü", 2700, 14, 0.25, 0.1, 0.2],
  ["Kozmetik", "Parfüm", "Erkek Parfüm", "Erkek Parfümü", 2500, 12, 0.1, 0.25, 0.2],
  ["Kozmetik", "Bakım", "Cilt Bakımı", "Nemlendirici", 620, 14, 4.5, 1, 0.2],
  ["Kozmetik", "Bakım", "Saç Bakımı", "Şampuan", 290, 14, 3.5, 1.5, 0.1],
  ["Hizmet", "Sigorta", "Cihaz Sigortası", "Cihaz Sigortası", 1900, 4, 0.02, 0.02, 0.05],
  ["Hizmet", "Sigorta", "Konut Sigortası", "Konut Sigortası", 3200, 4, 0.02, 0.02, 0.05],
];

/** The fictitious shop's product tree, in file order. */
export const productTree: readonly Branch[] = rows.map(
  ([department, category, subcategory, noun, price, size, women, men, returned]) => ({
    department,
    category,
    subcategory,
    noun,
    price,
    size,
    women,
    men,
    returned,
  }),
);

/** Invented brands, and the words that tell two products of a brand apart. */
export const brands = [
  "Lodos",
  "Poyraz",
  "Meltem",
  "Yakamoz",
  "Kehribar",
  "Çınar",
  "Defne",
  "Turna",
  "Nakış",
  "Gelincik",
  "Iğdır İşi",
  "Şafak",
] as const;
export const styles = ["Klasik", "Mavi", "Özel Seri", "Sade", "İnce", "Şehir", "Doğal", "Yeni"] as const;
