/** Common Turkish first names and surnames; every full name in the demo is a chance pairing. */
export const femaleNames = (
  "Ayşe Fatma Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Fadime Özlem Hacer " +
  "Yasemin Melek Rabia Hülya Cemile Sevim Gülsüm Leyla Dilek Büşra Aysel Songül Kübra Halime Esma Aynur Hayriye Kadriye " +
  "Tuğba Rukiye Sevgi Derya Arzu Filiz Ebru Gamze Selin Ceren Damla İrem Ece Nazlı Pınar Çiğdem Işıl Ilgın Gökçe Şule " +
  "Ümmühan Öykü Defne Asya"
).split(" ");

export const maleNames = (
  "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut " +
  "Recep Salih Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Bayram Serkan Orhan Burak Furkan Gökhan Uğur " +
  "Yakup Muhammet Sinan Cengiz Tuncay Volkan Barış Onur Cem Deniz Tolga Umut Kerem Kaan Çağrı Ilgaz Ümit Şükrü Özgür " +
  "Levent Oğuz Eren Arda Berk"
).split(" ");

export const surnames = (
  "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan " +
  "Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan " +
  "Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Çiftçi Uçar Ergün Toprak Duman Ünlü Bayrak Ceylan " +
  "Dinç Uysal Akın Karaca Gündüz Soylu Ekinci Tuncer Sezer Ilıca İnce Oral Pehlivan Sönmez Zengin Varol Eryılmaz Başaran"
).split(" ");
