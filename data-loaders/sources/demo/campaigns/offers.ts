export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly type: "percent_discount" | "amount_discount" | "free_shipping" | "gift";
  /** Basket in TRY from which it holds. */
  readonly threshold: number;
  /** Percent or TRY, by type. */
  readonly value: number;
}

/** What campaigns promise. */
export const offers: readonly Offer[] = [
  {id: "T01", name: "Hoş geldin %10", type: "percent_discount", threshold: 0, value: 10},
  {id: "T02", name: "İlk alışverişe kargo bedava", type: "free_shipping", threshold: 0, value: 0},
  {id: "T03", name: "İkinci siparişe %15", type: "percent_discount", threshold: 0, value: 15},
  {id: "T04", name: "1.500 TL üzeri 200 TL", type: "amount_discount", threshold: 1500, value: 200},
  {id: "T05", name: "2.500 TL üzeri 400 TL", type: "amount_discount", threshold: 2500, value: 400},
  {id: "T06", name: "Kargo bedava", type: "free_shipping", threshold: 750, value: 0},
  {id: "T07", name: "Kasım %20", type: "percent_discount", threshold: 0, value: 20},
  {id: "T08", name: "Sizi özledik %25", type: "percent_discount", threshold: 500, value: 25},
  {id: "T09", name: "Doğum günü hediyesi", type: "gift", threshold: 0, value: 150},
  {id: "T10", name: "Arkadaşını getir 250 TL", type: "amount_discount", threshold: 1000, value: 250},
];
