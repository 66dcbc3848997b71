import { anywhere, atStart, ofBill } from './languages.ts'

// What shops call things: English, German, French, Spanish, Italian, Dutch, Japanese here; more in languages.ts.

const main = {
  addToCart:
    /^[^\p{L}\p{N}]*(add (this |item )?to (my |your |shopping |the )*(cart|bag|basket|trolley|order)|put in (cart|basket)|buy( it)? now|add item|in den (warenkorb|einkaufswagen)|zum warenkorb hinzufügen|ajouter (au|à mon|à votre) panier|(añadir|agregar) (al carrito|a la (cesta|bolsa))|aggiungi al carrello|in (de |mijn )?winkel(wagen|mand)|adicionar ao carrinho|カートに(入れる|追加)|買い物かごに入れる)/iu,
  toCheckout:
    /\b(check ?-?out|go to checkout|proceed to (checkout|payment)|zur kasse|passer (la |ma )?commande|tramitar (el )?pedido|finalizar compra|vai alla cassa|procedi all.acquisto|afrekenen|finalizar (a )?(compra|encomenda))\b|レジに進む|(ご)?購入手続き/i,
  toCart:
    /^[^\p{L}\p{N}]*(view |my |your |go to |shopping |zum |voir (le |mon )?|ver (el |mi )?)*(cart|bag|basket|warenkorb|einkaufswagen|panier|carrito|cesta|carrello|winkelwagen|carrinho)(?!\p{L})|カートを見る|^カート/iu,
  asGuest:
    /\b(as (a )?guest|guest checkout|without (an |creating an )?account|no account|als gast|ohne (registrierung|konto|anmeldung)|en tant qu.invité|sans (créer de )?compte|como invitad[oa]|sin (registro|cuenta)|come ospite|als gast)\b|ゲスト|会員登録せず/i,
  forward:
    /\b(continue|next|proceed|go on|review( your| my)? order|review (and|&) pay|save and|save & continue|use this address|to (delivery|shipping|payment)|weiter|fortfahren|suivant|continuer|poursuivre|siguiente|continuar|avanti|continua|prosegui|volgende|verder|doorgaan)\b|次へ|進む|確認画面|内容を確認/i,
  place:
    /^[^\p{L}\p{N}]*((place|confirm|submit|complete|finish|send)( your| my| the| this)?( &| and)?( pay)?( order| purchase| checkout)|confirm (and|&) pay|order (now|and pay)|order with obligation to pay|buy now|pay( now| by card| securely)?(?= ?$| ?[^\p{L}]*\d| ?[$€£¥])|place order|jetzt (kostenpflichtig )?(kaufen|bestellen|bezahlen)|(kosten|zahlungs)pflichtig bestellen|bestellung (aufgeben|abschicken|absenden|abschließen)|kaufen|commander( et payer)?$|(valider|confirmer|passer) (la|ma) commande|payer( maintenant)?|(realizar|confirmar|finalizar) (el |a )?(pedido|compra|encomenda)|pagar( ahora)?|(effettua|conferma|invia) (l.)?ordine|bestelling plaatsen)(?!\p{L})|注文を(確定|送信)|注文する|(購入|注文)を確定/iu,
  /** Says so little that it buys only at the end of a till. */
  lastWord:
    /^[^\p{L}]*(confirm|submit|finish|order|buy|pay|done|complete|bestätigen|absenden|abschicken|confirmer|valider|confirmar|enviar|conferma|bevestigen|確定|購入)[^\p{L}]*$/iu,
  /** The button of a stepper that takes one away. */
  fewer:
    /^[^\p{L}\p{N}]*(decrease|reduce|minus|less|fewer|verringern|reduzieren|weniger|diminuer|réduire|moins|disminuir|restar|menos|diminuisci|minder|減らす)(?!\p{L})|^[−–-]$/iu,
  /** A choice that takes nothing. */
  none: /^[^\p{L}]*(no\b|none\b|without|skip|not needed|nein|ohne|kein|non\b|sans|aucun|sin\b|ningun|nessun|senza|なし|いいえ)/iu,
  /** May buy, wherever it stands in the name: never pressed to get on. */
  buys: /\b(place|complete|submit|finish|finali[sz]e|send)\b.{0,20}\b(order|purchase|checkout)\b|\b(?<!\breview (?:and|&) )(pay|buy|kaufen|bestellen|pagar|payer)\b|注文を(確定|送信)|注文する|購入する/i,
  /** Leads from a cart to the checkout, and buys at its end. */
  either: /\b(passer (la |ma )?commande|finalizar compra)\b/i,
  /** Shows the fields of an address that is otherwise looked up. */
  manually:
    /\bmanual(ly)?\b|can.?t find (your|my) address|manuell|manuellement|manualmente|handmatig|ręcznie/i,
  /** Says that it leads to something, and does not do it itself. */
  leads:
    /^[^\p{L}\p{N}]*(go|proceed|continue|on|weiter|zum|zur|aller|passer [àa]|ir a|vai|procedi|avanti|verder|naar|door|ir para|avançar|przejdź|dalej|gå|fortsätt|vidare|fortsæt|videre|siirry|pokračovat|進む)(?!\p{L})/iu,
  notForward:
    /continue shopping|keep shopping|shop more|back to|return to|go back|zurück|weiter einkaufen|weitershoppen|continuer (mes|vos|les) achats|seguir comprando|continua (lo )?shopping|買い物を続け|戻る|log ?in|sign ?in|sign ?up|anmelden|connexion|register|create (an )?account|subscribe|newsletter|apply|coupon|voucher|paypal|apple pay|google pay|shop pay|express checkout|edit|change|ändern|modifier|remove|continue with (google|facebook|apple)|next (image|slide|product)|read more|learn more|(?<!order )reviews?$/i,
  size: /\b(sizes?|größe|groesse|taille|talla|pointure|taglia|maat|tamanho)\b|サイズ/i,
  quantity:
    /\b(quantity|qty|menge|anzahl|stück|how many|pairs|quantité|cantidad|quantità|aantal|quantidade)\b|数量/i,
  update: /\b(update|recalculate|aktualisieren|mettre à jour|actualizar|aggiorna)\b|更新/i,
  soldOut:
    /\b(sold ?-?out|out of stock|no longer available|unavailable|currently not available|ausverkauft|vergriffen|nicht (verfügbar|auf lager)|épuisé|indisponible|agotado|sin stock|esaurito|uitverkocht)\b|épuisé|完売|売り切れ|在庫(なし|切れ)/i,
  addOn:
    /\b(create (an? |my )?account|save (my|these|this) (details|info\w*|card)|protect(ion)?|insurance|warranty|care|kit|gift ?(wrap|box)|donat(e|ion)|tip|round up|add[- ]?on|newsletter|subscribe|offers?|marketing|promotion(s|al)?|news|sms|updates?|membership|club|carbon|partners?|third part(?:y|ies)|be contacted|mailing list|keep me \p{L}+|text me|infolettre|bons plans|nouveautés|neuigkeiten|boletín|versicherung|garantie|geschenk\p{L}*|spende|pflege\p{L}*|werbung|angebote|assurance|emballage|seguro|envoltorio|actualités|offres|novedades|ofertas|assicurazione)\b|メルマガ|メールマガジン|ニュースレター|ギフト|保証|お知らせ/iu,
  keepTicked:
    /\b(same as|billing|bill to|remember|terms|conditions|agree|agb|datenschutz|rechnungsadresse|lieferadresse|identique|facturation|facturación|misma)\b|同じ/i,
  terms:
    /\b(terms|conditions|agree|accept|privacy|policy|agb|widerruf\p{L}*|datenschutz|gelesen|zustimm\p{L}*|conditions générales|cgv|accepte|términos|condiciones|acepto|condizioni|accetto)\b|利用規約|同意/iu,
  delivery:
    /\b(standard|express|economy|ground|priority|overnight|next[- ]day|same[- ]day|delivery|shipping|courier|post|mail|parcel|(business )?days?|freight|flat rate|free|dhl|ups|fedex|dpd|gls|hermes|usps|versand|lieferung|paket|werktage?|livraison|colissimo|chronopost|jours?|envío|entrega|mensajería|días?|spedizione|consegna|corriere|envio|verzending|bezorging)\b|配送|宅配|速達|通常|お急ぎ/i,
  /** When it may come. */
  date: /\b((delivery|shipping|arrival|preferred) (date|day|time|slot|window)|time ?slot|delivery window|when (should|would|do)|liefer(termin|datum|tag|zeit)|wunschtermin|date de livraison|créneau|fecha de entrega|data di consegna|bezorg(datum|moment|dag)|data (da )?entrega|data dostawy|leverans(dag|datum))\b|お届け(日|希望)/i,
  deliveryTitle:
    /\b(delivery|shipping|ship(ping)? method|versand|lieferung|versandart|livraison|envío|entrega|spedizione|verzend\p{L}*)\b|配送/iu,
  pickup:
    /\b(pick ?-?up|collect|in store|locker|packstation|abholung|filiale|retrait|point relais|recogida|ritiro|afhalen)\b|店舗受取/i,
  payment:
    /\b(pay|payments?|money order|cheques?|card|credit ?card|debit|paypal|cash|invoice|klarna|bank|transfer|wire|cod|ideal|sofort|zahlung(sart)?|zahlen|bezahl\p{L}*|rechnung|nachnahme|vorkasse|kreditkarte|überweisung|lastschrift|paiement|carte|virement|chèque|pago|tarjeta|efectivo|reembolso|transferencia|pagamento|contrassegno|bonifico|betaling)\b|支払|代金引換|クレジット|振込/iu,
  /** What a list of ways to pay is called, whatever they are called themselves. */
  paymentTitle:
    /payment (method|option|type)|(how|way) .{0,20}pay\b|zahlungs(art|methode|weise|mittel)|(mode|moyen) de paiement|(m[ée]todo|forma) de pag|metodo di pagamento|betaal(methode|wijze)|metod[aęy] płatności|betalningss[äa]tt|betalingsm[eå]to?de|支払い?方法/iu,
  /** What asks how to address somebody, and the answer that says nothing. */
  salutation:
    /\b(salutation|title|gender|sex|anrede|geschlecht|civilité|sexe|tratamiento|género|titolo|sesso|aanhef|geslacht|płeć|kön|køn|kjønn)\b/iu,
  neutral:
    /\b(prefer not|rather not|not (to )?say|undisclosed|unspecified|neutral|mx|divers|keine angabe|non (précisé|communiqué)|ne (souhaite|préfère) pas|prefiero no|sin especificar|preferisco non|non specificato|liever niet|prefiro não|nie chcę|vill inte|ønsker ikke)\b/iu,
  grandTotal:
    /^((order|grand|estimated|cart|your|final|amount|overall) )*total( price| cost| amount)?( to pay| due| incl.*| today)?\s*(\(.*\)?)?\s*:?$|^(amount due|amount payable|balance due|you pay|to pay|order amount|gesamt(summe|betrag|preis)?|endsumme|endbetrag|rechnungsbetrag|zu zahlen|summe|total (de (la|votre) commande|ttc|a pagar|del pedido|général)|montant (total|à payer)|importe total|totale( ordine)?|totaal)(?!\p{L})|^(ご?注文)?(合計|総額|お支払い(金額|合計))/iu,
  subtotal:
    /^(items? |cart |merchandise |order |goods |product )?sub-? ?total|^(zwischensumme|warenwert|artikelsumme|sous-total|subtotal|subtotale|subtotaal|goods|items|merchandise|waren)(?!\p{L})|^小計|^商品(合計|代金)/iu,
  extras:
    /\b(shipping|delivery|postage|courier|carrier|packing|packaging|cod|charge|service|customs|tax(es)?|vat|gst|fees?|surcharge|duties|discount|handling|versand(kosten)?|mwst|lieferung|gebühr|livraison|frais|tva|envío|gastos|iva|spedizione|verzend\p{L}*|btw)\b|送料|手数料|税/iu,
  tax: /\b(tax(es)?|vat|gst|hst|pst|mwst|ust|tva|iva|btw|moms|ptu)\b|税/i,
  thanks:
    /\b(thank(s| you)( very much| so much)?,? ?\p{L}*,? ?for (your |placing (your|an) |the )?(order|purchase)|thank you[,!. ]+(\p{L}+[,!. ]+)?(your|we('ve| have)( received)?( your)?) order|(your|the) order( number)?( #?[\w-]+)? (is|has been|was) (successfully )?(placed|confirmed|received|complete[d]?|submitted|accepted)|we('ve| have) (received|got) your order|order (placed|confirmed|received|complete[d]?|successful)|purchase (complete|confirmed)|(vielen )?dank für (ihre|deine|die) (bestellung|einkauf)|(ihre|deine) bestellung (ist|wurde) (eingegangen|aufgegeben|bestätigt|erfolgreich)|bestellung (erfolgreich|bestätigt|eingegangen)|merci (beaucoup )?pour votre (commande|achat)|votre commande (est|a (bien )?été) (confirmée|enregistrée|passée|validée)|commande confirmée|gracias por (su|tu) (pedido|compra)|(su|tu) pedido (ha sido|está|se ha) (realizado|confirmado|recibido)|pedido (confirmado|realizado)|grazie per (il tuo|l.)ordine|ordine (confermato|ricevuto)|bedankt voor (je|uw) bestelling|obrigad[oa] (pel[oa]|por) (sua |seu )?(encomenda|compra|pedido))|ご?注文(ありがとうございま|が(完了|確定)|を(承りました|受け付けました))|注文完了|ご購入ありがとうございま/iu,
  /** Says yes only beside the number of an order, and where nothing says that it is not settled. */
  yes: /\b(success(ful(ly)?)?|confirmed|confirmation|completed?|placed|received|accepted|booked|is in|is yours|all set|on its way|thank(s| you)|danke|merci|gracias|grazie|bedankt|obrigad[oa]|dziękujemy|tack|tak|takk|kiitos|děkujeme)\b|شكر|ありがとう/iu,
  unsettled:
    /\b(pending|await\p{L}*|waiting|on hold|fail\p{L}*|not|n.t|unpaid|cancel\p{L}*|problem|error|oops|sorry|unable|draft|quote|review|ausstehend|nicht|fehler|leider|attente|pas|erreur|échou\p{L}*|pendiente|errore?|in attesa|non|niet|fout|pendente|não|nie|błąd|inte|ikke|fel)\b|保留|失敗|エラー/iu,
  refused:
    /\b(not (been )?placed|was declined|(card|payment) (was |has been )?(declined|refused|failed)|not be charged|could not (be )?(place|complete|process)d?|just sold out|sold out|no longer available|nicht (ausgeführt|aufgegeben)|abgelehnt|ausverkauft|(n.a pas (pu être|été)|refusée?)|rechazad[oa]|agotado)\b|売り切れ|完売|拒否されました/i,
  /** The answer is still on its way. */
  processing:
    /\b(processing|please wait|one moment|hold on|just a (moment|second)|finali[sz]ing|confirming|placing your|being (processed|confirmed)|do not (close|refresh|leave)|bitte warten|wird (verarbeitet|bearbeitet)|einen moment|veuillez patienter|en cours|procesando|un momento|espere|attendi|in corso|even geduld|verwerkt|aguarde|a processar|proszę czekać|vänligen vänta|behandlas|vent venligst|vennligst vent)\b|お待ちください|処理中/i,
  /** The bank asks whether it is really its client. */
  bank: /\b(3-?d ?-?secure|verified by visa|identity check|secure ?code|authenticat(e|ion)|verif(y|ication) (your|of) (payment|purchase|identity|card)|(one-time|verification|security|sms) (code|password|passcode)|approve (the |this |your )?(payment|purchase|transaction)|sent (you )?an? (\w+ )?(code|message)|(enter|type) (it|the|your|this).{0,20}(code|to approve|password)|code (to|on) your (phone|mobile)|confirm .{0,20}(banking app|your bank)|your bank|freigabe|bestätigen sie .{0,30}bank|tan\b|authentification|autenticación|autenticazione)/i,
  lookup:
    /\b(find (my |your |an )?orders?|track (my |your |an )?(order|purchase)|order (status|lookup|look-up|history|tracking)|where is my order|(my|your) (orders?|purchases)|orders$|sendung(sverfolgung| verfolgen)|bestellstatus|meine bestellungen|bestellung (verfolgen|suchen|finden)|suivi de commande|suivre (ma|votre) commande|mes commandes|seguimiento|mis pedidos|i miei ordini|traccia ordine|bestelling volgen)\b|注文(履歴|状況|照会)/i,
  noOrders:
    /\b(no (matching |open |recent )?orders?( were| was| have been)? (found|placed|yet)|no orders?(?=\s*([.!]|$))|(you )?have(n't| not) (placed|made) any orders?|(could ?n.?t|could not|did not|cannot|can't) find (any |an |your |that )?orders?|order not found|keine bestellung(en)?( gefunden| vorhanden)|aucune commande( trouvée| passée)?|(ningún pedido|no se encontraron pedidos|no hay pedidos)(?=\s*([.!]|$))|nessun ordine)\b|注文(が|は)(見つかりません|ありません)/im,
  human:
    /\b(are you (a )?(human|robot|person)|i('m| am) not a robot|show that you are a person|verify (that )?(you('re| are) )?(a |you are )?human|human verification|security check|prove you.re human|unusual traffic|press (and|&) hold|checking your browser|complete the captcha|bist du ein mensch|sind sie ein (mensch|roboter)|je ne suis pas un robot|no soy un robot|(you are|you.re|you aren.t) (not a (ro)?bot|a human|human)|(confirm|verify|prove|check|ensure) (that )?(you are|you.re|you aren.t) (not )?(a |an )?(human|(real )?person|(ro)?bot|automated)|slide to (verify|continue|unlock)|(drag|slide) the .{0,20}(slider|piece|puzzle)|(complete|solve) (the|this) (security |human )?(check|puzzle|challenge|captcha)|(type|enter) the (characters|letters|text|code|digits) .{0,20}(image|picture)|ich bin (kein|nicht ein) roboter|(dass|ob) sie (ein mensch|kein roboter) sind|sicherheits(prüfung|abfrage)|vous (êtes|n.êtes pas) (bien )?(un )?(humain|robot)|eres (un )?humano|no eres un robot|non (sono|sei) un robot|ik ben geen robot|não sou um robô|nie jestem robotem|(jag|du) är (inte en robot|(en )?människa))(?![\p{L}])|ロボットでは(ありません|ない)|人間(であること|ですか)|画像認証/iu,
  waiting:
    /\b(waiting room|virtual queue|you['’]ll be (let in|admitted|redirected)|you(['’]re| are) (now )?(in|next in|waiting in) (the |a )?(virtual )?(line|queue)|wait(ing)? in (the )?(line|queue)|h(a|o)(ng|ld) tight|estimated wait|(almost )?your turn|your (place|position|number) in (the )?(line|queue)|queue position|people ahead of you|you will be (let in|admitted|redirected)|warteraum|warteschlange|warteliste|salle d.attente|file d.attente|sala de espera|estás en (la )?cola|cola virtual|gleich an der reihe|wachtrij|wachtkamer|sala d.attesa|in coda|fila (de espera|virtual)|poczekalnia|jesteś w kolejce|står i kö\p{L}*|väntrum\p{L}*|venteværelse\p{L}*|venterom\p{L}*)\b|順番にご案内|待合室|お待ちください/iu,
  decline:
    /^[^\p{L}\p{N}]*(reject|decline|deny|refuse|disagree|only (necessary|essential|required)|(necessary|essential)( cookies)? only|use necessary|no,? thank|no thanks|not now|maybe later|later|skip|ablehnen|alle ablehnen|nur (notwendige|erforderliche|essenzielle)|nein,? danke|nicht jetzt|(tout )?refuser|continuer sans accepter|non,? merci|plus tard|rechazar|no,? gracias|ahora no|rifiuta|no,? grazie|weigeren|拒否|いいえ|今はしない)/iu,
  close:
    /^[^\p{L}\p{N}]*(close|dismiss|schließen|fermer|cerrar|chiudi|sluiten|閉じる|x)?[^\p{L}\p{N}]*$|\b(close|dismiss|schließen|fermer|cerrar)\b/iu,
  /** Goes into a shop that asked where one lives. */
  enter:
    /^[^\p{L}\p{N}]*(enter|shop( now)?|start|go|ok|confirm|continue|save|weiter|bestätigen|continuer|valider|continuar|confirmar|continua|conferma|doorgaan|bevestig\p{L}*|dalej|fortsätt|fortsæt|fortsett)(?!\p{L})/iu,
  /** Leads to the choices behind a question about cookies. */
  manage:
    /^[^\p{L}\p{N}]*(manage|customi[sz]e|(cookie )?(preferences|settings|options)|more (options|choices)|let me choose|einstellungen|anpassen|paramétrer|personnaliser|configurar|personalizar|personalizza|gestisci|instellingen|aanpassen|definições|ustawienia|inställningar|indstillinger|innstillinger)/iu,
  /** Ends a dialog in which something was chosen. */
  done: /^[^\p{L}\p{N}]*(done|apply|save( (my )?(selection|choices|preferences|settings))?|use this size|select size|fertig|übernehmen|terminé|appliquer|listo|aplicar|fatto|applica|klaar|toepassen|pronto|gotowe|klar|färdig|完了)[^\p{L}\p{N}]*$/iu,
  accept:
    /^[^\p{L}\p{N}]*(got it|ok(ay)?|i understand|understood|accept|allow|agree|i agree|continue|stay|yes|verstanden|(alle )?akzeptieren|zustimmen|einverstanden|(tout )?accepter|j.accepte|compris|aceptar|acepto|entendido|accetta|accepteren|同意|承諾|はい)/iu,
} as const

type Word = keyof typeof main
const starting: Readonly<Record<string, string>> = atStart
const standing: Readonly<Record<string, string>> = anywhere
const billed: Readonly<Record<string, string>> = ofBill

/** One pattern for all languages. */
function inAll(word: Word): RegExp {
  const pieces = [
    main[word].source,
    starting[word] && `^[^\\p{L}\\p{N}]*(?:${starting[word]})(?![\\p{L}\\p{N}])`,
    standing[word] && `(?<![\\p{L}\\p{N}])(?:${standing[word]})(?![\\p{L}\\p{N}])`,
    billed[word] && `^(?:${billed[word]})\\s*(?:\\(.*\\)?)?\\s*:?$`,
  ]
  return new RegExp(pieces.filter(Boolean).join('|'), main[word].flags.includes('m') ? 'imu' : 'iu')
}

export const words = Object.fromEntries(
  Object.keys(main).map((word) => [word, inAll(word as Word)]),
) as Readonly<Record<Word, RegExp>>

/** "Order number CN-1234", "Order #1234", "Bestellnummer: 77-1": the number is the last group and holds a digit. */
export const ORDER_NUMBER =
  '(?:order|confirmation|reference|receipt|bestell(?:ung|nummer)?|bestelling|bestelnummer|auftrag(?:snummer)?|commande|pedido|encomenda|ordine|zamówieni[ea]|beställning|ordre|bestilling|tilaus|objednávk[ay]|sipariş|الطلب|注文番号|受付番号)\\s*(?:is\\s*)?(?:number|no\\.?|nr\\.?|id|code|ref(?:erence)?|n\\.?[°º]|n\\.|numéro|número|nummer|numero|numer|numarası)?\\s*(?:is|ist|est|es|to|är|er|:|：|は)?\\s*[:#№]?\\s*#?((?=[A-Z0-9-]*\\d)[A-Z0-9][A-Z0-9-]{2,})'
