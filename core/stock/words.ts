const anyOf = (...words: string[]) => new RegExp(words.join('|'), 'iu')

/** What shops write beside a size, in the languages that the adapters read. */
export const stockWords = {
  out: anyOf(
    '\\bsold[ -]?out\\b|\\bout of stock\\b|\\b(currently )?(unavailable|not available)\\b|\\bnotify me\\b',
    '\\bausverkauft\\b|\\bvergriffen\\b|\\bnicht (verfügbar|auf lager|lieferbar)\\b',
    'épuisé|\\bindisponible\\b|\\brupture de stock\\b|\\bagotado\\b|\\bsin stock\\b|\\besgotado\\b',
    '\\b(esaurito|non disponibile|uitverkocht|niet op voorraad)\\b|完売|売り切れ|在庫(なし|切れ)',
  ),
  preorder: anyOf(
    '\\bpre-?orders?\\b|\\bback-?order\\b|\\bvorbestell\\p{L}*|\\bprécommande\\b|\\breservar?\\b|\\bpreventa\\b',
    '\\bpreordine\\b|予約',
  ),
  in: anyOf(
    '\\b(in|low) stock\\b|\\bonly \\d+ left\\b|\\b\\d+ left\\b|\\blast pair\\b|\\bauf lager\\b|\\bnur noch \\d+',
    '\\ben stock\\b|\\bdisponibles?\\b|\\bplus que \\d+|\\bop voorraad\\b|在庫あり|残り(わずか|\\d+点)',
  ),
  size: anyOf(
    '\\bsizes?\\b|größe|groesse|\\btaille|\\btalla|\\bpointure|\\btaglia|\\bmaat\\b|\\btamanho|\\bstorlek|størrelse|\\brozmiar|サイズ',
  ),
  quantity: anyOf('\\bquantity\\b|\\bqty\\b|menge|anzahl|quantité|cantidad|quantità|\\baantal\\b|数量'),
  /** Lists of sizes that nobody can buy from. */
  chart: anyOf('\\b(guide|chart|conversion)\\b|tabelle|ratgeber|guida|guía'),
} as const
