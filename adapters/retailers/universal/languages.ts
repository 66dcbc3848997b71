// Words of languages whose shops were met later, as plain phrases: Portuguese, Dutch, Polish, Swedish, Danish,
// Norwegian, Finnish, Czech, Turkish, Arabic. Each phrase stands whole: "kasa" is not in "kasack".

/** At the start of a name, behind signs only. */
export const atStart = {
  addToCart:
    'adicionar (ao|à) (carrinho|cesto|sacola)|comprar( já| agora)?|in (de |mijn )?(winkelwagen|winkelmand|winkelmandje)|toevoegen aan|dodaj do (koszyka|torby)|do koszyka|lägg (i|till i) (varukorg(en)?|kundvagn(en)?|kundkorg(en)?)|köp( nu)?|læg i (kurv(en)?|indkøbskurv(en)?)|tilføj til kurv|legg i (handlekurv(en)?|handlevogn(en)?|kurv)|kjøp|lisää (ostoskoriin|koriin)|přidat do košíku|do košíku|vložit do košíku|sepete ekle|أضف إلى (السلة|عربة التسوق|الحقيبة)|aggiungi al(la)? (carrello|borsa)|acquista( ora)?|dans (le |mon )?panier|a la (cesta|bolsa)',
  toCart:
    '(ver |o (meu|seu) )?(carrinho|cesto)|(mijn |bekijk )?winkel(wagen|mand|mandje)|(mój |pokaż |zobacz )?koszyk|(visa |till )?(varukorg(en)?|kundvagn(en)?)|(se |vis )?(kurv(en)?|indkøbskurv(en)?|handlekurv(en)?)|ostoskori|košík|sepet(im)?|السلة|عربة التسوق',
  place:
    'finalizar (a )?(compra|encomenda|pedido)|confirmar (a )?(compra|encomenda)|encomendar( e pagar)?|bestelling (plaatsen|afronden|bevestigen)|bestellen( en betalen)?|(nu )?(kopen|betalen)|afronden en betalen|plaats (je |uw |mijn )?bestelling|zamawiam|kupuję|złóż zamówienie|kupuję i płacę|potwierdź (zamówienie|zakup)|zamów i zapłać|slutför (köp(et)?|beställning(en)?|order)|genomför (köp(et)?|beställning(en)?)|lägg beställning(en)?|bekräfta (köp(et)?|beställning(en)?)|gennemfør (køb(et)?|ordre(n)?|bestilling(en)?)|afgiv (ordre|bestilling)|bekræft (køb|ordre|bestilling)|fullfør (kjøp(et)?|bestilling(en)?|ordre(n)?)|bekreft (kjøp|bestilling|ordre)|legg inn bestilling|vahvista tilaus|tilaa( ja maksa| nyt)?|lähetä tilaus|odeslat objednávku|objednat( s povinností platby| a zaplatit)?|dokončit objednávku|siparişi (tamamla|onayla|ver)|satın al|تأكيد الطلب|إتمام الطلب|اطلب الآن|concludi (l.)?(ordine|acquisto)|completa (l.)?(ordine|acquisto)|acquista( ora)?|paga( ora)?|ordina (e paga|ora)|valider et payer|régler ma commande|tramitar (el )?pedido y pagar|comprar y pagar',
  lastWord:
    'bestätigen|confirmar|conferma|bevestig(en)?|potwierdź|bekräfta|bekræft|bekreft|vahvista|potvrdit|onayla|تأكيد',
  none: 'não|sem|geen|nie|bez|brak|ingen|inget|uden|uten|nej|ei|žádn[áýé]|ne|yok|hayır|لا|بدون',
  fewer:
    'diminuir|verminder|zmniejsz|minska|reducer|formindsk|fjern (en|én)|reduser|vähennä|snížit|azalt|إنقاص',
  decline:
    'rejeitar|recusar|(alles )?(weigeren|afwijzen)|alleen (noodzakelijke|functionele)|nee,? (bedankt|dank)|odrzuć|tylko niezbędne|nie,? dziękuję|avvisa|neka|endast nödvändiga|nej,? tack|afvis|kun nødvendige|nej,? tak|avslå|avvis|bare nødvendige|nei,? takk|hylkää|vain välttämättömät|odmítnout|jen nezbytné|reddet|رفض|continua senza accettare|solo necessari|solo necesarias',
  close: 'fechar|sluit(en)?|zamknij|stäng|luk|lukk|sulje|zavřít|kapat|إغلاق',
  accept:
    'aceitar|aceito|accepteer|akkoord|alles accepteren|akceptuj(ę)?|zgadzam się|zaakceptuj|rozumiem|acceptera|godkänn|jag förstår|accepter|godkend|aksepter|godta|hyväksy|přijmout|souhlasím|kabul et|قبول|موافق',
} as const

/** Wherever it stands in a name or a text. */
export const anywhere = {
  toCheckout:
    'ir para (o )?checkout|finalizar (a )?(compra|encomenda)|fechar (o )?pedido|avançar para o checkout|procedi al checkout|vai al checkout|(verder naar|naar( de)?) (bestellen|kassa|afrekenen|checkout)|verder naar bestellen|przejdź do (kasy|zamówienia|płatności)|do kasy|(gå )?(till|til) (kassan|kassen|kasse|betaling)|till kassan|gå til kassen|siirry kassalle|kassalle|(pokračovat )?k pokladně|do pokladny|pokračovat v objednávce|ödemeye geç|alışverişi tamamla|إتمام (الشراء|عملية الشراء)|الدفع',
  asGuest:
    'como convidad[oa]|sem (registo|cadastro|conta)|zonder account|als gast( afrekenen| bestellen| doorgaan)?|jako gość|bez (rejestracji|logowania)|som gäst|utan (konto|att logga in)|som gæst|uden konto|som gjest|uten konto|vieraana|ilman rekisteröitymistä|jako host|bez registrace|misafir olarak|üye olmadan|كضيف|come ospite|senza (registrazione|registrarti)',
  forward:
    'continuar|seguinte|avançar|próximo|prosseguir|verder|volgende|doorgaan|ga door|naar (bezorging|betaling|betalen|overzicht)|dalej|kontynuuj|przejdź do|następny|następna|fortsätt|nästa|vidare|fortsæt|næste|videre|fortsett|neste|jatka|seuraava|pokračovat|další|devam( et)?|ileri|متابعة|التالي|vai al riepilogo|procedi',
  buys: '(zamawiam|złóż|kup(uję)? (i|teraz)|zapłać)|(slutför|genomför|gennemfør|fullfør) (köp|køb|kjøp|ordre|bestil)|betal|encomendar|finalizar (a )?(compra|encomenda|pedido)|odeslat objednávku|siparişi (tamamla|onayla)|bestelling plaatsen|invia ordine|concludi ordine|acquista ora|تأكيد الطلب',
  notForward:
    'continuar (a comprar|comprando)|voltar( à loja| para)?|verder winkelen|(ga )?terug|kontynuuj zakupy|wróć|powrót|fortsätt handla|(gå )?tillbaka|fortsæt med at handle|tilbage|fortsett å handle|tilbake|jatka ostoksia|takaisin|pokračovat v nákupu|zpět|alışverişe devam|geri|العودة|iniciar sessão|entrar|accedi|inloggen|zaloguj|logga in|log ind|logg inn|kirjaudu|přihlásit|giriş yap|تسجيل الدخول|registr[ao]\\p{L}*|registar|adresse ändern|upravit|edytuj|usuń|verwijder\\p{L}*|ta bort|fjern|remover|retirar|aplicar|toepassen|zastosuj',
  size: 'tamanho|número|numer|rozmiar\\p{L}*|storlek\\p{L}*|størrelse\\p{L}*|koko|velikost|beden|numara|المقاس|مقاس',
  quantity:
    'quantidade|qtd|aantal|hoeveelheid|ilość|liczba sztuk|szt\\.?|antal|kpl|määrä|množství|počet|adet|miktar|الكمية',
  soldOut:
    'esgotad[oa]|indisponível|sem stock|fora de stock|niet (op voorraad|beschikbaar|leverbaar)|uitverkocht|wyprzedan[ey]|niedostępn[ye]|brak w magazynie|slutsåld|slut i lager|ej i lager|udsolgt|ikke på lager|utsolgt|loppuunmyyty|ei varastossa|vyprodáno|není skladem|tükendi|stokta yok|نفدت الكمية|غير متوفر|non disponibile|terminato',
  addOn:
    'seguro|garantia|embrulho|presente|doação|promoções|novidades|verzekering|cadeau\\p{L}*|donatie|nieuwsbrief|aanbiedingen|ubezpieczenie|opakowanie na prezent|newslet+er\\p{L}*|darowizna|försäkring|presentinslagning|nyhetsbrev|erbjudanden|donation|forsikring|gaveindpakning|nyhedsbrev|tilbud|gaveinnpakning|nyhetsbrev|vakuutus|uutiskirje|pojištění|dárkové|novinky|sigorta|hediye|bülten|تأمين|هدية|النشرة|confezione regalo|promozioni|offerte|novità',
  keepTicked:
    'faturação|mesma morada|factuuradres|zelfde adres|adres rozliczeniowy|taki sam|faktureringsadress|samma|faktureringsadresse|samme',
  terms:
    'termos|condições|li e aceito|política de privacidade|algemene voorwaarden|voorwaarden|akkoord|privacybeleid|regulamin\\p{L}*|akceptuj\\p{L}*|politykę prywatności|(köp)?villkor\\p{L}*|godkänner|(handels)?betingelser\\p{L}*|(salgs)?vilkår\\p{L}*|ehdot|hyväksyn|obchodní podmínky|podmínkami|souhlasím|koşulları|sözleşme\\p{L}*|الشروط|أوافق',
  delivery:
    'ctt|expresso|transportadora|dias( úteis)?|ao domicílio|bezorg\\p{L}*|thuisbezorg\\p{L}*|postnl|werkdag(en)?|pakket|kurier\\p{L}*|przesyłka|wysyłka|dostawa|dni( robocz\\p{L}*)?|paczka|inpost|frakt\\p{L}*|leverans\\p{L}*|hemleverans|postnord|dag(ar|e|er)|levering\\p{L}*|pakke|forsendelse|bring|toimitus|postitus|kotiinkuljetus|arkipäivää|doručení|kurýr|česká pošta|dní|kargo|teslimat|gün|توصيل|شحن|corriere|giorni( lavorativi)?|posta',
  deliveryTitle:
    'entrega|envio|bezorg\\p{L}*|verzend\\p{L}*|dostaw[ay]|sposób dostawy|leverans\\p{L}*|frakt\\p{L}*|levering\\p{L}*|toimitus\\p{L}*|doprava|doručení|teslimat|kargo|الشحن|التوصيل|metodo di spedizione',
  pickup:
    'levantar( na loja)?|recolha|ponto (de recolha|pickup)|afhaal\\p{L}*|ophalen|afhalen|paczkomat\\p{L}*|odbiór (osobisty|w punkcie|w sklepie)|punkt odbioru|hämta( i butik)?|afhent\\p{L}*|hent( i butik)?|nouto\\p{L}*|osobní odběr|výdejní místo|zásilkovna|mağazadan|استلام من|punto di ritiro|ritiro',
  payment:
    'pagamento|mb ?way|multibanco|referência|cobrança|achteraf|betaling|betaal\\p{L}*|bancontact|płatnoś\\p{L}*|przelew\\p{L}*|pobrani\\p{L}*|blik|karta|karty|betalning\\p{L}*|swish|faktura|kort|betaling\\p{L}*|mobilepay|vipps|efterkrav|maksu\\p{L}*|lasku|dobírk\\p{L}*|platb\\p{L}*|převod\\p{L}*|kapıda ödeme|havale|ödeme|الدفع|بطاقة|boleto|pix|contrassegno',
  lookup:
    'acompanhar (a )?encomenda|(as )?minhas encomendas|estado da encomenda|(volg|track) (je|uw|mijn) bestelling|mijn bestellingen|bestelstatus|status zamówienia|śledź zamówienie|moje zamówienia|spåra (din )?(order|beställning)|mina (ordrar|beställningar)|orderstatus|spor (din )?(ordre|pakke)|mine ordrer|ordrestatus|mine bestillinger|tilauksen seuranta|omat tilaukset|stav objednávky|moje objednávky|sipariş takibi|siparişlerim|تتبع الطلب|طلباتي',
  noOrders:
    'nenhuma encomenda|nenhum pedido|não foram encontradas encomendas|geen bestelling(en)? (gevonden|bekend)|nie znaleziono zamówie(nia|ń)|brak zamówień|ingen (order|beställning)|inga (ordrar|beställningar)|ingen ordrer?( fundet| funnet)?|ingen bestillinger?|ei tilauksia|žádné objednávky|objednávka nenalezena|sipariş bulunamadı|لا توجد طلبات|nessun ordine trovato',
  thanks:
    'obrigad[oa] pel[oa] (sua |seu |tua )?(encomenda|compra|pedido)|(a sua |a tua )?encomenda( n\\.?º? ?[\\w-]+)? (foi )?(confirmada|recebida|registada|realizada)|bedankt voor (je|uw|de) (bestelling|aankoop)|(je|uw) bestelling (is|werd) (geplaatst|ontvangen|bevestigd|gelukt)|bestelling (geplaatst|ontvangen|bevestigd)|dzięku\\p{L}+ za (złożenie )?(zamówieni[ea]|zakup\\p{L}*)|(twoje )?zamówienie (zostało )?(przyjęte|złożone|potwierdzone)|tack för (din|ditt) (beställning|köp|order)|(din )?(beställning|order) (är|har) (mottagen|bekräftad|mottagits|lagd)|tak for (din|dit) (ordre|bestilling|køb)|(din )?(ordre|bestilling) (er|har) (modtaget|bekræftet|gennemført)|takk for (din |ditt )?(bestilling(en)?|kjøp(et)?|ordre(n)?)|(din )?(ordre|bestilling) er (mottatt|bekreftet)|kiitos (tilauksesta(si)?|ostoksesta(si)?)|tilaus (vastaanotettu|vahvistettu)|děkujeme za (vaši )?objednávku|objednávka (byla )?(přijata|odeslána|potvrzena)|siparişiniz (alındı|alınmıştır|oluşturuldu)|شكرا(ً)? (لك )?(على |ل)(طلبك|شرائك)|تم (استلام|تأكيد) طلبك|il tuo ordine è stato (ricevuto|confermato|effettuato|inviato)|ordine (ricevuto|effettuato|completato)|grazie per (il tuo |l.)?(acquisto|ordine)|su pedido ha sido|compra (realizada|confirmada)|bestelling geplaatst',
  refused:
    'recusad[oa]|esgotou|geweigerd|niet gelukt|mislukt|uitverkocht|odrzucon[ay]|nie powiodł[ao] się|wyprzedan[ey]|nekad(es)?|misslyckades|slutsåld|afvist|mislykkedes|udsolgt|avvist|mislyktes|utsolgt|hylätty|epäonnistui|zamítnuta|selhala|vyprodáno|reddedildi|başarısız|تم رفض|فشلت|rifiutat[oa]|non riuscito|esaurito',
  update: 'atualizar|bijwerken|aktualizuj|uppdatera|opdater|oppdater|päivitä|přepočítat|güncelle|تحديث',
  extras:
    'envio|portes|taxas?|iva|verzendkosten|bezorgkosten|korting|btw|dostawa|wysyłka|przesyłka|pobranie|opłata|rabat|frakt\\p{L}*|leverans\\p{L}*|moms|avgift|rabatt|fragt\\p{L}*|levering|gebyr|mva|toimitus(kulut)?|alv|alennus|doprava|dph|dobírka|sleva|kargo|kdv|indirim|الشحن|التوصيل|الضريبة|contrassegno|commissione|sconto|supplemento|nachlass|rabais|remise|descuento|recargo',
  tax: 'iva|btw|vat|moms|mva|alv|dph|kdv|ضريبة',
} as const

/** Lines of a bill: the whole of a label, or its beginning. */
export const ofBill = {
  grandTotal:
    'total (da encomenda|a pagar|geral|do pedido|com iva|\\(.*\\))|valor total|totaal( te betalen| \\(?incl.*| bedrag)?|te betalen|totaalbedrag|razem|do zapłaty|łącznie|suma( całkowita)?|wartość zamówienia|(att betala|totalt|totalsumma|summa|totalbelopp)|(i alt|total|at betale|samlet|totalbeløb)|(totalt|å betale|sum|totalsum)|yhteensä|maksettava( yhteensä)?|loppusumma|celkem( k úhradě| s dph)?|k úhradě|(genel )?toplam|ödenecek tutar|الإجمالي|المجموع( الكلي)?|totale (da pagare|ordine|complessivo)|importo totale',
  subtotal:
    'artigos|produtos|subtotaal|artikelen|producten|suma częściowa|wartość produktów|produkty|kwota|delsumma|varor|delsum|varer|subtotal|välisumma|tuotteet|mezisoučet|zboží|ara toplam|المجموع الفرعي|articoli|prodotti|articles|productos|artículos',
} as const
