/** Whole words, of any script; the phrases are alternatives. */
const anyOf = (...phrases: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
/** Scripts that set no spaces between words. */
const orIn = (words: RegExp, ...phrases: string[]) => new RegExp(`${words.source}|${phrases.join('|')}`, 'iu')

/** What shops write beside a size, or on the button that buys, in the languages that the adapters read. */
export const stockWords = {
  out: orIn(
    anyOf(
      'sold[ -]?out|out[ -]of[ -]stock|(?:currently |temporarily )?(?:unavailable|not available)|no longer available|no stock|not in stock|all gone|gone',
      '(?:notify|remind|email|text|alert) me|get notified|notify when available|(?:join (?:the )?)?wait(?:ing)? ?list|back in stock (?:alert|soon)|coming soon|discontinued',
      'ausverkauft|vergriffen|nicht (?:mehr )?(?:verfügbar|auf lager|lieferbar|vorrätig)|benachrichtig\\p{L}*|(?:e-?mail )?erinnerung|demnächst|bald verfügbar',
      'épuisée?s?|indisponibles?|(?:en )?rupture(?: de stock)?|(?:me )?prévenir|prévenez-moi|m.avertir|bientôt disponible|victime de son succès|plus disponible',
      'agotad[oa]s?|sin (?:stock|existencias)|no disponibles?|av[íi]s[ae]\\p{L}*|notif[íi]\\p{L}*|próximamente',
      'esaurit[oa]|non disponibil[ei]|terminato|avvisami|prossimamente',
      'uitverkocht|niet (?:meer )?(?:op voorraad|beschikbaar|leverbaar)|houd me op de hoogte|binnenkort',
      'esgotad[oa]s?|indisponível|sem (?:stock|estoque)|fora de (?:stock|estoque)|avise-me|em breve',
      'wyprzedan[eya]|niedostępn[eya]|brak(?: w magazynie| towaru)?|powiadom(?: mnie)?|wkrótce',
      'slutsåld[a]?|slut(?: i lager)?|ej i lager|tillfälligt slut|bevaka|meddela mig|kommer snart',
      'udsolgt|ikke på lager|utsolgt|ikke tilgjengelig|giv mig besked|varsle meg|kommer snart',
      'loppuunmyyty|loppu|ei varastossa|vyprodáno|není skladem|nedostupné|hlídat|tükendi|stokta yok|gelince haber ver',
      'elfogyott|nincs (?:raktáron|készleten)|stoc epuizat|indisponibil|εξαντλήθηκε|μη διαθέσιμο|нет в наличии|распродано|немає в наявності',
    ),
    '完売|売り切れ|売切|品切れ|在庫(?:なし|切れ|無し)|入荷待ち|再入荷|SOLD ?OUT|缺货|缺貨|售罄|售完|无货|無貨|품절|재입고|نفد\\p{L}*|غير متوفر',
  ),
  preorder: orIn(
    anyOf(
      'pre-?orders?|pre-?sale|back-?order(?:s|ed)?|available (?:to|for|on) (?:pre|back)-?order|ships? (?:from|on|by|in) (?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*(?: \\d{1,2})?',
      'vorbestell\\p{L}*|précommand\\p{L}*|pré-command\\p{L}*|reservar?|preventa|preordin\\p{L}*|prenota\\p{L}*|pré-?venda|pré-?encomenda',
      'przedsprzedaż|förhandsboka|förbeställ\\p{L}*|forudbestil\\p{L}*|forhåndsbestill\\p{L}*|ennakkotila\\p{L}*|předobjedn\\p{L}*|ön sipariş|предзаказ',
    ),
    '予約|预售|預購|예약',
  ),
  in: orIn(
    anyOf(
      '(?:in|low|limited) stock|(?:only |just )?\\d+ (?:left|remaining|available|in stock)|only (?:a )?few left|almost gone|selling fast|last (?:pair|one|size)|available',
      'auf lager|(?:sofort )?(?:lieferbar|verfügbar)|vorrätig|nur noch \\d+(?: stück)?|noch \\d+',
      'en stock|disponibles?|plus que \\d+|dernière (?:paire|pièce)|(?:quedan?|últim[oa]s?) \\d+|última unidad|disponibil[ei]|ultim[oi] (?:paio|pezzo|pezzi)|solo \\d+',
      'op voorraad|(?:nog|nur|kun|endast|bara|jen|tylko|ostatni\\p{L}*) \\d+(?: \\p{L}+)?|em stock|em estoque|disponível|dostępn[eya]|w magazynie|i lager|på lager|varastossa|skladem|stokta|în stoc|raktáron|в наличии',
    ),
    '在庫(?:あり|有り)|残り(?:わずか|\\d+点)|有货|有貨|現貨|재고',
  ),
  size: anyOf(
    'sizes?|\\p{L}*größen?|groesse|tailles?|tallas?|pointures?|taglia|taglie|(?:schoen)?maat|tamanhos?|(?:sko)?storlek\\p{L}*|(?:sko)?størrelse\\p{L}*|rozmiar\\p{L}*|koko|velikost|beden|numara|número|numero|méret|размер|サイズ|尺码|尺碼|사이즈|尺寸|المقاس|مقاس',
  ),
  quantity: anyOf(
    'quantity|qty|menge|anzahl|quantité|cantidad|quantità|aantal|quantidade|ilość|antal|määrä|množství|adet|数量',
  ),
  /** Lists of sizes that nobody can buy from. */
  chart: anyOf(
    '(?:size ?)?(?:guide|chart|charts|table|conversion)|\\p{L}*tabelle|ratgeber|guida|guía|guide des tailles',
  ),
  /** What leads to other products, in headings and in the names of boxes. */
  others: anyOf(
    'you (?:may|might) (?:also )?(?:like|love)|also (?:like|bought|viewed)|(?:customers|others|people) (?:also|who)\\b.*|related|recommend\\p{L}*|similar|recently viewed|complete the look|pairs? well with|goes with|more (?:from|like)|shop the look|frequently bought|up-?sells?|cross-?sells?|bestsellers?|trending|new arrivals',
    '(?:das )?könnte (?:dir|ihnen|euch) .*|ähnliche\\p{L}*|empfehl\\p{L}*|kunden .*|zuletzt angesehen|vous aimerez .*|(?:produits )?(?:similaires|associés|complémentaires)|nos suggestions|también .*|relacionad\\p{L}*|recomendad\\p{L}*|potrebbe(?:ro)? .*|correlati|simili|consigliati|(?:dit )?vind je .*|gerelateerd\\p{L}*|aanbevolen|relacionados|andra köpte|liknande|relaterade|lignende|andre (?:købte|kjøpte)|podobne|polecane|inni .*',
    'おすすめ|関連商品|この商品を.*|猜你喜欢|相关',
  ),
  /** On the button that puts it into the cart. */
  buy: orIn(
    anyOf(
      '(?:add|put) .{0,20}\\b(?:cart|bag|basket|trolley)|(?:add|put) (?:it )?(?:in|to) .{0,12}|buy(?: it)? now|buy|purchase|order now|in den (?:warenkorb|einkaufswagen)|zum warenkorb .*|kaufen|jetzt kaufen',
      'ajouter (?:au|à mon|à votre) panier|ajouter|acheter|(?:añadir|agregar)(?: al? (?:la )?\\p{L}+)?|comprar(?: ahora| agora)?|aggiungi(?: al(?:la)? \\p{L}+)?|acquista(?: ora)?|in (?:de |mijn )?winkel(?:wagen|mand\\p{L}*)|adicionar (?:ao|à) \\p{L}+',
      'dodaj do \\p{L}+|do koszyka|lägg (?:i|till i) \\p{L}+|köp(?: nu)?|læg i \\p{L}+|tilføj til kurv|legg i \\p{L}+|kjøp|lisää (?:ostos)?koriin|(?:přidat |vložit )?do košíku|sepete ekle|kosárba|в корзину|adaugă în coș',
    ),
    'カートに(?:入れる|追加)|買い物かごに入れる|購入する|加入购物车|加入購物車|장바구니|أضف إلى',
  ),
} as const
