/**
 * What people call the fields of an entity, in Turkish and English, as words without accents; the fields' own names
 * need no entry. A name matches by the share of its words that a phrase covers, in any order.
 */
export const fieldNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  order_lines: {
    order_id: orderIds(),
    line_no: ["line number", "order item id", "item no", "satir no", "satir", "sira no", "kalem no", "line id"],
    product_id: productIds(),
    product_name: productNames(),
    quantity: ["quantity", "qty", "units", "number of", "item count", "adet", "miktar", "siparis adedi", "adedi"],
    amount: [
      ...["total", "line total", "total price", "total amount", "net amount", "revenue", "sales", "dollar value"],
      ...["tutar", "tutari", "toplam", "toplam tutar", "satir tutari", "siparis tutari", "net tutar", "satis tutari"],
      ...["ciro", "order total", "order value", "grand total", "spend"],
    ],
    discount: ["discount amount", "indirim", "indirim tutari", "iskonto", "iskonto tutari", "kampanya indirimi"],
    is_cancelled: ["cancelled", "canceled", "iptal", "iptal mi", "iptal edildi"],
    is_return: ["return", "returned", "is refund", "iade", "iade mi", "iade edildi"],
    is_fee: ["fee", "kargo mu", "hizmet bedeli"],
    ordered_at: orderTimes(),
    customer_id: customerIds(),
    city: cities(),
    channel: channels(),
  },
  orders: {
    order_id: orderIds(),
    customer_id: customerIds(),
    ordered_at: orderTimes(),
    channel: channels(),
    city: cities(),
    payment_method: ["payment", "payment type", "odeme", "odeme yontemi", "odeme sekli", "odeme tipi"],
    coupon_code: ["coupon", "voucher", "kupon", "kupon kodu"],
    contact_email: emails(),
    contact_phone: phones(),
    card_token: ["card", "kart", "kart token"],
  },
  customers: {
    customer_id: customerIds(),
    registered_on: [
      ...["registered", "registration date", "signup date", "sign up date", "join date", "member since", "created at"],
      ...["kayit tarihi", "uyelik tarihi", "uye olma tarihi", "olusturma tarihi"],
    ],
    gender: ["sex", "cinsiyet"],
    birth_year: ["year of birth", "dogum yili"],
    city: cities(),
    acquisition_source: ["source", "utm source", "kaynak", "gelis kanali", "kazanim kanali", "edinim kanali"],
    email: emails(),
    phone: phones(),
  },
  products: {
    product_id: productIds(),
    name: ["title", "urun", ...productNames()],
    department: ["ana kategori", "main category", "reyon", "departman", "ust kategori"],
    category: [
      "category name",
      "product category",
      "product category name",
      "product type",
      "kategori",
      "urun kategorisi",
    ],
    subcategory: ["sub category", "alt kategori"],
    list_price: ["price", "unit price", "fiyat", "liste fiyati", "satis fiyati", "birim fiyat"],
  },
  returns: {
    order_id: orderIds(),
    line_no: ["line number", "order item id", "satir no", "sira no", "kalem no"],
    returned_at: ["return date", "refund date", "refunded at", "iade tarihi", "iade zamani"],
    quantity: ["return quantity", "returned quantity", "quantity", "iade adedi", "iade adet", "adet"],
    amount: ["refund amount", "refund", "return amount", "iade tutari", "iade edilen tutar", "geri odeme"],
    reason: ["return reason", "iade nedeni", "iade sebebi", "neden", "sebep"],
  },
  cancellations: {
    order_id: orderIds(),
    line_no: ["line number", "satir no", "kalem no"],
    cancelled_at: ["cancelled at", "cancellation date", "cancel date", "canceled at", "iptal tarihi", "iptal zamani"],
    reason: ["cancel reason", "cancellation reason", "iptal nedeni", "iptal sebebi"],
  },
  deliveries: {
    order_id: orderIds(),
    carrier: ["shipping company", "kargo firmasi", "kargo sirketi", "kargo"],
    region: ["bolge", "teslimat bolgesi"],
    city: ["delivery city", "shipping city", "teslimat ili", "teslimat sehri"],
    shipped_on: [
      ...["shipped", "shipped at", "shipping date", "ship date", "dispatch date", "delivered carrier date"],
      ...["kargo tarihi", "kargoya verilis tarihi", "sevk tarihi", "gonderim tarihi"],
    ],
    promised_on: [
      ...["estimated delivery date", "promised date", "expected delivery date"],
      ...["tahmini teslimat tarihi", "taahhut tarihi", "planlanan teslimat tarihi"],
    ],
    actual_on: [
      ...["delivered at", "delivery date", "delivered date", "delivered customer date"],
      ...["teslim tarihi", "teslimat tarihi", "teslim edilme tarihi"],
    ],
  },
};

/** What people call the price of one unit: with units it makes an amount. */
export const unitPrices: readonly string[] = [
  "unit price",
  "price",
  "item price",
  "birim fiyat",
  "birim fiyati",
  "fiyat",
  "satis fiyati",
];

/** What people call a day of birth: its year is a field. */
export const birthDates: readonly string[] = ["birth date", "date of birth", "birthday", "dob", "dogum tarihi"];

function orderIds(): string[] {
  return [
    ...["order no", "order number", "order", "invoice", "invoice no", "invoice number", "invoice id", "transaction id"],
    ...["basket id", "receipt no", "siparis", "siparis no", "siparis id", "siparis numarasi", "siparis kodu"],
    ...["fatura no", "fatura numarasi", "fis no", "islem no", "satis no"],
  ];
}

function customerIds(): string[] {
  return [
    ...["customer", "customer no", "customer number", "customer code", "client id", "client", "user id", "member id"],
    ...["account id", "buyer id", "shopper id", "musteri", "musteri no", "musteri id", "musteri numarasi"],
    ...["musteri kodu", "uye no", "uye id", "uye", "cari kodu", "cari kod", "kullanici id", "kullanici no"],
  ];
}

function productNames(): string[] {
  return ["product name", "item name", "description", "urun adi", "urun ismi", "stok adi", "aciklama"];
}

function productIds(): string[] {
  return [
    ...[
      "product",
      "product code",
      "product no",
      "sku",
      "stock code",
      "item id",
      "item",
      "item code",
      "article no",
      "barcode",
    ],
    ...["urun kodu", "urun no", "urun id", "urun", "stok kodu", "barkod", "stok no", "malzeme kodu"],
  ];
}

function orderTimes(): string[] {
  return [
    ...["order date", "order time", "order datetime", "order timestamp", "order purchase timestamp", "purchase date"],
    ...["invoice date", "transaction date", "sale date", "sales date", "date", "datetime", "timestamp", "created at"],
    ...[
      "siparis tarihi",
      "siparis zamani",
      "fatura tarihi",
      "islem tarihi",
      "satis tarihi",
      "tarih",
      "tarihi",
      "zaman",
    ],
    "alisveris tarihi",
  ];
}

function cities(): string[] {
  return [
    ...["customer city", "shipping city", "delivery city", "town", "province", "il", "sehir", "teslimat ili"],
    ...["teslimat sehri", "ikamet ili", "musteri ili", "musteri sehri"],
  ];
}

function channels(): string[] {
  return ["sales channel", "order channel", "platform", "kanal", "satis kanali", "siparis kanali", "siparis kaynagi"];
}

function emails(): string[] {
  return [
    "email",
    "e mail",
    "mail",
    "email address",
    "customer email",
    "e posta",
    "eposta",
    "e posta adresi",
    "mail adresi",
  ];
}

function phones(): string[] {
  return ["phone", "phone number", "mobile", "gsm", "gsm no", "telefon", "telefon no", "cep telefonu", "cep", "tel"];
}
