// What shops call things, in the languages read so far: English, German, French, Spanish.

export const words = {
  addToCart:
    /^(add to (cart|bag|basket|trolley)|buy( it)? now|add item|in den (warenkorb|einkaufswagen)|ajouter au panier|añadir (al carrito|a la cesta))/i,
  toCheckout:
    /\b(check ?-?out|go to checkout|proceed to (checkout|payment)|zur kasse|passer (la )?commande|tramitar pedido)\b/i,
  toCart: /^(view |my |your |go to )?(cart|bag|basket|warenkorb|panier|carrito|cesta)\b/i,
  asGuest:
    /\b(as (a )?guest|guest checkout|without (an )?account|als gast|en tant qu.invité|como invitado)\b/i,
  forward:
    /\b(continue|next|proceed|review( your| my)? order|save and|weiter|suivant|continuer|continuar|siguiente)\b/i,
  place:
    /^(place( your| my)? order|complete( your| my)? (order|purchase)|submit( your| my)? order|confirm( and pay| order| purchase)|order now|pay now|buy now|send order|jetzt (kaufen|bestellen)|zahlungspflichtig bestellen|kaufen|commander|valider la commande|realizar pedido|pagar)\b/i,
  /** May buy, wherever it stands in the name: never pressed to get on. */
  buys: /\b(place|complete|submit|finish|finali[sz]e|send)\b.{0,20}\b(order|purchase|checkout)\b|\b(pay|buy|kaufen|bestellen|pagar)\b/i,
  /** Leads from a cart to the checkout, and buys at its end. */
  either: /\bpasser (la )?commande\b/i,
  notForward:
    /continue shopping|back to|weiter einkaufen|log ?in|sign ?in|sign ?up|subscribe|apply|paypal|apple pay|google pay|express checkout/i,
  size: /\b(size|größe|groesse|taille|talla|pointure)\b/i,
  quantity: /\b(quantity|qty|menge|anzahl|quantité|cantidad)\b/i,
  update: /\b(update|aktualisieren|mettre à jour|actualizar)\b/i,
  soldOut:
    /\b(sold ?-?out|out of stock|no longer available|unavailable|currently not available|ausverkauft|nicht verfügbar|épuisé|agotado)\b/i,
  addOn:
    /\b(protect(ion)?|insurance|warranty|care|kit|gift ?wrap|donat(e|ion)|add[- ]?on|newsletter|subscribe|offers?|marketing|news|sms|updates?|versicherung|garantie|assurance|seguro)\b/i,
  keepTicked: /\b(same as|billing|remember|terms|conditions|agree|agb|rechnungsadresse)\b/i,
  terms: /\b(terms|conditions|agree|agb|conditions générales|términos)\b/i,
  delivery:
    /\b(standard|express|economy|ground|priority|overnight|delivery|shipping|courier|post|days?|versand|lieferung|livraison|envío)\b/i,
  pickup: /\b(pick ?-?up|collect|in store|abholung|retrait|recogida)\b/i,
  payment:
    /\b(pay(ment)?|card|paypal|cash|invoice|klarna|bank|transfer|cod|zahlung|rechnung|nachnahme|paiement|pago)\b/i,
  payLater:
    /\b((pay|cash|payment) (on|at|upon) (delivery|receipt|pickup)|cod|invoice|bank transfer|nachnahme|rechnung|contre.remboursement|contra reembolso)\b/i,
  grandTotal:
    /^(order |grand |estimated |cart )?total( to pay| due| \(?incl.*| \([A-Z]{3}\))?:?$|^(amount due|you pay|to pay|gesamt(summe|betrag)?|total (de la commande|ttc|a pagar)|montant total)\b/i,
  subtotal: /^(items? |cart |merchandise )?sub-?total|^(zwischensumme|sous-total)\b/i,
  extras:
    /\b(shipping|delivery|tax|vat|fee|duties|discount|handling|versand|mwst|livraison|tva|envío|iva)\b/i,
  thanks:
    /\b(thank you for your (order|purchase)|your order (is|has been|was) (placed|confirmed|received|complete)|order (placed|confirmed|received|complete)|vielen dank für (ihre|deine) bestellung|merci pour votre commande|gracias por (su|tu) (pedido|compra))/i,
  refused:
    /\b(not placed|was declined|not be charged|could not (be )?(place|complete)|just sold out|sold out|no longer available)\b/i,
  lookup:
    /\b(find (my |your |an )?order|track (my |your |an )?order|order (status|lookup|history|tracking)|(my|your) orders?|sendung verfolgen|bestellstatus|suivi de commande|seguimiento)\b/i,
  noOrders:
    /\b(no (matching |open )?orders?( were| was| have been)? (found|placed|yet)|no orders?(?=\s*([.!]|$))|(could ?n.?t|could not|did not) find (any |an |your )?orders?|keine bestellung(en)? gefunden|aucune commande (trouvée|passée)|(ningún pedido|no se encontraron pedidos)(?=\s*([.!]|$)))/im,
  human:
    /\b(are you (a )?(human|robot|person)|show that you are a person|verify (that )?you('re| are) (a )?human|prove you.re human|unusual traffic|press (and|&) hold|checking your browser)\b/i,
} as const

/** "Order number CN-1234", "Order #1234", "Bestellnummer: 77-1": the number is the last group and holds a digit. */
export const ORDER_NUMBER =
  '(?:order|confirmation|reference|bestell(?:ung|nummer)?|commande|pedido)\\s*(?:number|no\\.?|nr\\.?|id|n°)?\\s*(?:is\\s*)?[:#]?\\s*#?((?=[A-Z0-9-]*\\d)[A-Z0-9][A-Z0-9-]{3,})'
