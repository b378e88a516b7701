export interface City {
  readonly name: string;
  readonly region: string;
  /** How many customers live there, in proportion. */
  readonly weight: number;
}

/** Where the customers live: cities by region, weighted roughly by population and e-commerce. */
export const cities: readonly City[] = [
  {name: "İstanbul", region: "Marmara", weight: 300},
  {name: "Ankara", region: "İç Anadolu", weight: 105},
  {name: "İzmir", region: "Ege", weight: 85},
  {name: "Bursa", region: "Marmara", weight: 55},
  {name: "Antalya", region: "Akdeniz", weight: 52},
  {name: "Konya", region: "İç Anadolu", weight: 34},
  {name: "Adana", region: "Akdeniz", weight: 34},
  {name: "Kocaeli", region: "Marmara", weight: 36},
  {name: "Gaziantep", region: "Güneydoğu Anadolu", weight: 30},
  {name: "Şanlıurfa", region: "Güneydoğu Anadolu", weight: 16},
  {name: "Mersin", region: "Akdeniz", weight: 28},
  {name: "Diyarbakır", region: "Güneydoğu Anadolu", weight: 18},
  {name: "Kayseri", region: "İç Anadolu", weight: 22},
  {name: "Eskişehir", region: "İç Anadolu", weight: 20},
  {name: "Samsun", region: "Karadeniz", weight: 20},
  {name: "Trabzon", region: "Karadeniz", weight: 14},
  {name: "Denizli", region: "Ege", weight: 18},
  {name: "Muğla", region: "Ege", weight: 18},
  {name: "Aydın", region: "Ege", weight: 14},
  {name: "Balıkesir", region: "Marmara", weight: 17},
  {name: "Tekirdağ", region: "Marmara", weight: 17},
  {name: "Sakarya", region: "Marmara", weight: 14},
  {name: "Malatya", region: "Doğu Anadolu", weight: 9},
  {name: "Erzurum", region: "Doğu Anadolu", weight: 8},
  {name: "Van", region: "Doğu Anadolu", weight: 8},
  {name: "Ordu", region: "Karadeniz", weight: 8},
];
