import type { words as areaMap } from '../map/area-map.ts'
import type { words as areaSvg } from '../map/area-svg.ts'
import type { words as found } from '../map/found.ts'
import type { words as mapLists } from '../map/map-lists.ts'
import type { words as mapView } from '../map/map-view.ts'
import type { words as whereForm } from '../map/where-form.ts'

export const mapGerman: {
  'map/area-map': typeof areaMap
  'map/area-svg': typeof areaSvg
  'map/found': typeof found
  'map/map-lists': typeof mapLists
  'map/map-view': typeof mapView
  'map/where-form': typeof whereForm
} = {
  'map/area-map': {
    postsAndRestocksOf: 'Posts und Restocks von 7 Tagen',
    shop: 'Shop',
    line: 'Schlange',
    event: 'Event',
  },
  'map/area-svg': {
    mapOfFiveMiles:
      'Karte, fünf Meilen im Umkreis: {length} Shops, {length2} gemeldete Schlangen, {length3} Events. Die Listen unten sagen dasselbe.',
  },
  'map/found': { lookingForThePlace: 'Der Ort wird gesucht', placesFound: 'Gefundene Orte' },
  'map/map-lists': {
    noShopWithinFive: 'Kein Shop im Umkreis von fünf Meilen.',
    noLineWasReported: 'In den letzten sechs Stunden wurde keine Schlange gemeldet.',
    aLineAroundHere: 'Eine Schlange in der Gegend',
    linesNow: 'Schlangen jetzt',
    shopsTheNearestFirst: 'Shops, der nächste zuerst',
    eventsOfTheNext: 'Events der nächsten 30 Tage',
    nothingIsAnnounced: 'Hier in der Gegend ist nichts angekündigt.',
    allEventsAroundHere: 'Alle Events in der Gegend',
  },
  'map/map-view': { drawingTheMap: 'Die Karte wird gezeichnet' },
  'map/where-form': { find: 'Suchen' },
}
