// What draws call things, in English, German, French, Spanish, Italian, Dutch, Portuguese and Japanese. What is no
// different at a till stands in adapters/retailers/universal/words.ts.

const DRAW =
  'draw|raffle|sweepstakes?|giveaway|competition|contest|ballot|lottery|entr(?:y|ies)|registrations?|sign-?ups?|applications?|form|entry window|window'

export const drawWords = {
  /** A button or link that leads to the form, or sends it. */
  enter:
    /\b(enter( (the|this|our))?( (online|in-?store))?( (draw|raffle|sweepstakes?|giveaway|competition|contest|ballot|now|here|form))?|join( the| this)? (draw|raffle|ballot)|(draw|raffle) entry( form)?|sign ?up for (the|this) (draw|raffle)|register for (the|this) (draw|raffle)|take part|participate|(jetzt )?teilnehmen|zur (verlosung|teilnahme)|mitmachen|participer|je participe|s.inscrire( au tirage)?|participar|inscribirme|apuntarme|partecipa|iscriviti|meedoen|doe mee|deelnemen)\b|応募(する|フォーム|はこちら)|エントリー(する)?/iu,
  send: /^[^\p{L}\p{N}]*(submit|send|enter|complete|confirm|finish|join|register|sign (me )?up|apply|count me in|i.m in|take part|participate|absenden|abschicken|senden|(jetzt )?teilnehmen|mitmachen|eintragen|anmelden|teilnahme (absenden|bestätigen)|envoyer|valider|participer|je participe|s.inscrire|enviar|participar|inscribirme|apuntarme|invia|partecipa|iscriviti|conferma|verzenden|versturen|meedoen|deelnemen)(?!\p{L})|^[^\p{L}]*(応募する|応募|送信(する)?|エントリーする|登録する)/iu,
  /** On to the next page of a form, where it says less than a till does. */
  next: /^[^\p{L}]*(ok(ay)?|review( my| your| the)? entry|preview|vorschau|prüfen|aperçu|確認(する|画面(へ|に進む)?)?)[^\p{L}]*$/iu,
  notSend:
    /newsletter|subscribe|log ?in|sign ?in|search|coupon|voucher|\b(cart|bag|basket)\b|share|cancel|\bback\b|reset|clear|upload|enter (code|password)|einloggen|abbrechen|zurück|zurücksetzen|abonnieren|retour|annuler|effacer|cancelar|volver|borrar|annulla|indietro|ログイン|戻る|クリア/i,
  entered:
    /\b(thank(s| you)[^.\n]{0,30}\bfor (entering|your (entry|registration|application|submission)|taking part|participating|registering|signing up)|you(['’]re| are|['’]ve been| have been) (now |successfully |officially )?(in(?! (?:the |a )?(?:line|queue|your|our))|entered|registered (for|in) (the|this)|signed up for (the|this))\b|(your|the|this) (entry|registration|application|submission) (has been|have been|was|is) (successfully |now )?(received|recorded|confirmed|registered|submitted|accepted|complete|saved|in\b)|(entry|registration|application) (received|confirmed|recorded|complete|submitted|successful|accepted)|we(['’]ve| have) (received|got|recorded) your (entry|response|registration|submission|application)|your (response|form|message|request) (has been|was) (successfully )?(recorded|submitted|received|sent)|(vielen )?dank für (deine|ihre|eure|die) (teilnahme|anmeldung)|(deine|ihre|eure) (teilnahme|anmeldung) (ist|wurde) (erfolgreich )?(eingegangen|registriert|bestätigt|gespeichert|übermittelt)|(du bist|sie sind) (jetzt )?(dabei|im lostopf)|merci (pour|de) votre (participation|inscription)|votre (participation|inscription|réponse) (a (bien )?été|est) (bien )?(enregistrée|confirmée|reçue|prise en compte|validée)|gracias por (participar|(tu|su) (participación|inscripción)|inscribir(te|se))|(tu|su) (participación|inscripción|respuesta) (ha sido|fue|se ha|está) (registrad[oa]|recibid[oa]|confirmad[oa])|grazie per (aver partecipato|la (tua|sua) (partecipazione|iscrizione)|esserti iscritt[oa])|(la )?(tua|sua) (partecipazione|iscrizione) è stata (registrata|ricevuta|confermata)|bedankt voor (je|uw) (deelname|inschrijving)|obrigad[oa] (por participar|pela (sua )?(participação|inscrição)))|(ご)?(応募|エントリー)(が|を|は)?(完了|受け付け|受付け?ました|ありがとう)/iu,
  /** Not counted before a link in a mail is opened. */
  byMail:
    /\b((click|open|follow|use) (on )?(the|a|our) (confirmation |verification )?link (in|we)|(confirm|verify) your (e-?mail|entry|address)[^.\n]{0,60}\b(inbox|mail|link)|check your (inbox|e-?mail)[^.\n]{0,60}\b(confirm|verify|complete|link)|bestätig\w*[^.\n]{0,60}\blink\b|(klicke|öffne)[^.\n]{0,40}\blink\b|cliquez sur le lien|haz clic en el enlace|clicca sul link)|メール[^。\n]{0,30}(リンク|URL)/iu,
  already:
    /\b(you(['’]ve| have|['’]re| are)? already (been )?(entered|registered|signed up|applied|taken part|in this|in the)|already (been )?(entered|registered|used)( (for|in|into|to enter) (this|the)( \w+)? ?(draw|raffle|ballot))?|(this|your|that) (e-?mail( address)?|address|phone( number)?|account) (has|is|was) already|duplicate entry|(du hast|sie haben|du nimmst|sie nehmen|du bist|sie sind) (bereits|schon)\b|bereits (registriert|teilgenommen|angemeldet|eingetragen)|(vous (avez|êtes)|tu (as|es)) déjà|déjà (inscrite?|enregistrée?|participé)|ya (has|ha|estás|está) (participado|inscrit[oa]|registrad[oa]|participando)|(hai|ha) già partecipato|già (registrat|iscritt)[oa]|(je hebt|u heeft) al (meegedaan|deelgenomen)|já (participou|está inscrit[oa]))|(すでに|既に)(ご)?(応募|エントリー|登録)/iu,
  /** Says thanks, and not how one stands: it may be said to anybody. */
  thanks:
    /^[^\p{L}]*(thank|thanks|many thanks|vielen dank|danke|merci|gracias|grazie|bedankt|obrigad[oa]|good luck)(?!\p{L})/iu,
  bothNames:
    /\b(first|given)( name)? ?(and|&|\+|\/) ?(last|family|sur)[ -]?name|\bname (and|&) surname|\bvor- ?(und|&) (nach|zu|familien)name|\b(pr[ée]nom (et|&) nom|nom (et|&) pr[ée]nom)|\bnombre y apellidos?|\bnome e (cognome|apelido|sobrenome)/iu,
  refused:
    /\b(not (been )?(accepted|entered|registered|recorded|submitted|processed)|(entry|registration|submission) (rejected|declined|invalid|denied|not valid)|not eligible|ineligible|please (enter|fill|choose|select|correct|provide|give|complete|tell|add|tick)|(is|are) (a )?(required|missing|invalid|mandatory)|(required|invalid) (field|value|e-?mail)|nicht angenommen|bitte (gib|geben|wähle|wählen|fülle|füllen|prüfe|prüfen|korrigiere)|pflichtfeld|erforderlich|veuillez|obligatoire|n.a pas (pu|été)|refusée?|por favor,? (introduc|rellen|complet|elig|selecc)\w*|obligatorio|no se (ha podido|pudo)|compila|obbligatori[oa]|non (è stato|valid)\w*|verplicht|ongeldig)\b|(入力|選択)してください|必須/iu,
  /** Something broke: whether the entry was taken is not said. */
  failed:
    /\b(something went wrong|an error (has )?occurred|(could not|couldn['’]t|cannot|can['’]t|unable to|failed to) (be )?(submit|send|process|record|save)\w*|(entry|registration|submission|request) failed|(please )?try again|timed? ?out|fehlgeschlagen|fehler|erreur|réessayez|ha fallado|int[eé]ntalo|errore|riprova|er ging iets mis|tente novamente)\b|失敗|エラー/iu,
  closed: new RegExp(
    `\\b(?:${DRAW})(?: \\w+){0,4} (?:is|are|has|have|was|were)(?: now| already| officially)?(?: been)? (?:closed|ended|over|finished|expired)\\b|\\b(?:draw|raffle|entries|registration|competition|contest|giveaway) (?:closed|ended)\\b|\\bno longer (?:accepting|open|taking|possible)\\b|\\bnot accepting (?:any )?(?:more )?(?:responses|entries)\\b|(?:verlosung|gewinnspiel|raffle|teilnahme(?:frist)?|anmeldung|ziehung|aktion)[^.\\n]{0,40}(?:beendet|geschlossen|abgelaufen|vorbei|nicht mehr möglich)|(?:tirage|tombola|jeu|concours|inscriptions?|participations?)[^.\\n]{0,40}(?:terminée?s?|close?s?|fermée?s?|clôturée?s?)|(?:sorteo|inscripci[oó]n(?:es)?|participaci[oó]n|plazo)[^.\\n]{0,40}(?:finalizad[oa]s?|cerrad[oa]s?|terminad[oa]s?)|(?:estrazione|sorteggio|raffle|iscrizioni|concorso)[^.\\n]{0,40}(?:chius[aeoi]|terminat[aeoi]|conclus[aeoi])|(?:応募|抽選|受付)[^。\\n]{0,10}(?:終了|締め?切)`,
    'iu',
  ),
  notOpen: new RegExp(
    `\\b(?:${DRAW})(?: \\w+){0,3} (?:opens|starts|begins|will (?:open|start|begin))\\b(?! a\\b)|\\b(?:${DRAW}) (?:open|start|begin) (?:on|at|in|soon|tomorrow)\\b|\\b(?:has|have) ?(?:n['’]t| not) (?:yet )?(?:opened|started|begun)|\\b(?:is|are) ?(?:n['’]t| not) (?:yet )?(?:open|live)\\b(?! to)|\\bnot yet open\\b|\\b(?:coming soon|opens (?:in|on|at|soon|tomorrow)|opening (?:in|on|at|soon)|entry opens)\\b|(?:startet|beginnt|öffnet) (?:am|um|in|bald)\\b|noch nicht (?:geöffnet|gestartet|möglich|begonnen|eröffnet)|demnächst|(?:ouvre|commence|débute|ouverture) (?:le|dans|bientôt|à)\\b|pas encore (?:ouvert|commencé)|bientôt|(?:abre|empieza|comienza) (?:el|en|a las)\\b|(?:aún|todavía) no|próximamente|(?:apre|aprono|inizia) (?:il|tra|alle)\\b|non (?:è |sono )?ancora (?:apert|iniziat)|prossimamente|まもなく|近日|(?:開始|受付)前|受付開始`,
    'iu',
  ),
  /** Said to this visitor, not in the small print. */
  region:
    /\b(not|isn['’]t|aren['’]t|un)[ -]?(available|open|offered|eligible|possible) (in|to|for|from|within) (your|this) (country|region|location|area|state)|(your|this) (country|region|location|area|state) (is|are) ?(not|n['’]t) (eligible|supported|allowed|served)|in (deinem|ihrem|deiner|ihrer) (land|region) nicht|(dein|ihr) land[^.\n]{0,30}nicht|pas disponible dans votre (pays|région)|no (está )?disponible en (tu|su) (país|región)|non (è )?disponibile nel (tuo|suo) paese/iu,
  store:
    /\b(stores?|shops?|location|branch|boutique|filiale|geschäft|laden|magasin|tienda|negozio|winkel|loja)\b|店舗/iu,
  pickup:
    /\b(pick(ed)? ?-?up|collect|in[- ]store|abhol\w*|im (laden|store|geschäft)|retrait|en (magasin|boutique)|recog\w*|en tienda|ritiro|in negozio|afhalen)\b|店頭|店舗/iu,
  ship: /\b(ship\w*|deliver\w*|by (post|mail)|online|versand|verschick\w*|liefer\w*|livraison|envío|enviar|spedizione|verzend\w*)\b|配送|郵送/iu,
  instagram: /insta(gram)?\b|\big\b/i,
  birth:
    /\b(date of birth|birth ?date|birthday|d\.?o\.?b\.?|geburts(datum|tag)|geboren|date de naissance|né\(?e?\)? le|fecha de nacimiento|data di nascita|data de nascimento|geboortedatum)\b|生年月日/iu,
  /** Wants to be allowed to send what nobody asked for. */
  marketing:
    /\b(newsletters?|marketing|subscribe|sign me up for|mailing list|keep me (posted|updated|informed|in the loop)|(news|updates|offers|promotions|deals)\b|promotional|advert\w*|profiling|contact me|(share|sharing|shared|pass|passed|disclos)\w*\b[^.]{0,40}\b(partners?|third part(y|ies)|sponsors?|affiliates?|brands?)|text messages|sms\b|werbung|werbliche\w*|angebote|neuigkeiten|informationen (über|zu) (neue|angebot)\w*|actualités|offres|lettre d.information|novedades|ofertas|bolet[ií]n|novità|offerte|nieuwsbrief|aanbiedingen|novidades)\b|メルマガ|お知らせ|ニュースレター/iu,
  /** "My details are right": said of what the member gave. */
  correct:
    /\b((details|information|data|answers)( (i|that i)( have)?( provided| gave)?)? (is|are) (correct|accurate|true|right|complete)|(angaben|daten) (sind )?(richtig|korrekt|wahr)|(informations|données) (sont )?exactes?)\b/iu,
  /** Taken on the member's behalf only with the draw itself. */
  terms:
    /\b(terms|conditions|agree|accept|rules|privacy|policy|data protection|agb|teilnahmebedingungen|datenschutz\p{L}*|zustimm\p{L}*|einverstanden|akzeptier\p{L}*|gelesen|règlement|conditions|j.accepte|politique de confidentialité|bases|términos|condiciones|acepto|privacidad|regolamento|termini|condizioni|accetto|voorwaarden|akkoord|termos|aceito|regulamento)\b|規約|同意/iu,
  /** A second wish; the first one is answered. */
  second:
    /\b(second|2nd|backup|alternativ\w*|another|third|3rd|zweit\w*|deuxième|segund[oa]|second[oa])\b|第[二2]/iu,
  yes: /^[^\p{L}]*(yes|ja|oui|sí|si|sim|はい)(?!\p{L})/iu,
  no: /^[^\p{L}]*(no|nein|non|nee|não|いいえ)(?!\p{L})/iu,
  leaveEmpty:
    /(leave|keep) (this|it|the)?( field| box)? ?(empty|blank|unchanged)|(do not|don['’]t|not) fill|if you(['’]re| are) (a )?human|nicht ausfüllen|(leer|frei) lassen|ne pas remplir|laisse[rz] vide|(no rellenar|dejar (en blanco|vac[ií]o))|non compilare|niet invullen|空欄のまま/i,
  required: /\*|\((required|pflichtfeld|erforderlich|obligatoire|obligatorio|obbligatorio|verplicht)\)|必須/i,
  account:
    /\b(log ?in|sign ?in|create an account|members only|anmelden|einloggen|connectez-vous|connexion|inicia sesión|accedi)\b[^.\n]{0,60}\b(enter|draw|raffle|participate|take part|teil\w*|particip\w*|partecip\w*)\b/iu,
  entries:
    /\b((my|your|check|view|find|track)( my| your)? (raffle |draw )?(entr(y|ies)|registrations?)( status)?|entry (status|lookup)|(meine|deine) teilnahmen?|teilnahme prüfen|mes participations?|ma participation|mis (sorteos|participaciones)|le mie (partecipazioni|iscrizioni))\b|応募(履歴|状況|確認)/iu,
  noEntry:
    /\b(no (matching |active |such )?(draw |raffle )?entr(y|ies)( (was|were|has been|have been))?( (found|yet|recorded))?|(have|has|are|is)( not|n['’]t) (yet )?(been )?(entered|registered)|(could not|couldn['’]t|did not|cannot) find (any |an |your |that )?entr(y|ies)|entry not found|keine teilnahmen?|aucune participation|ninguna participación|nessuna partecipazione)\b|応募(が|は|履歴が)(ありません|見つかりません)/iu,
  listed:
    /\b(entered|entry|confirmed|pending|registered|received|in the draw|teilnahme|eingegangen|participation|participación|partecipazione)\b|応募済|エントリー/iu,
} as const

/** "Entry number T-1234", "Teilnahmenummer: 77": it holds a digit. */
export const ENTRY_NUMBER =
  /(?:entry|confirmation|registration|reference|ticket|receipt|teilnahme(?:nummer)?|participation|inscription|participación|inscripción|partecipazione|iscrizione|deelname|応募番号|受付番号|エントリー番号)\s*(?:number|no\.?|nr\.?|id|code|n°|nº|numéro|número|nummer|numero)?\s*(?:is|ist|est|es|è|:|：|は)?\s*[:#№]?\s*#?((?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{2,})/i
