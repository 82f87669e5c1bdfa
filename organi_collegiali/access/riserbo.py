"""Who reads what is reserved of a sitting (see ``queries.riserbo``): asked, or covered.

What a person may not read is covered as soon as it is loaded, so that a page which does not think
of it shows the title for everybody. A covered item is for showing: no act takes its words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import OriginePunto
from organi_collegiali.models import Allegato, Punto, PuntoAggiunto, Seduta
from organi_collegiali.queries import riserbo
from organi_collegiali.queries.cariche import prepara, puo_presiedere

Punti = TypeVar("Punti", bound=Iterable[Punto])


@dataclass(frozen=True)
class Lettura:
    """What a person reads of one sitting: all of it, or less.

    ``ripresi``: in a draft also the items that an earlier notice has carried already. ``invito``
    are the items of who is only invited, empty for the whole sitting, None for anybody else;
    ``ufficio`` who prepares the sittings and reads the papers of all that is not reserved.
    """

    seduta: Seduta
    tutto: bool
    ripresi: bool
    invito: frozenset[int] | None
    ufficio: bool

    def punto(self, punto: Punto) -> bool:
        """Whether the person reads the words of an item."""
        if not riserbo.riservato(punto, self.seduta):
            return True
        if not self.tutto:
            return punto.pk in (self.invito or ())
        return self.ripresi or punto.origine != OriginePunto.RIPRESO

    def carte(self, punto: Punto) -> bool:
        """Whether the person reads the papers of an item, but for those reserved by themselves."""
        tutte = self.ufficio or not self.invito
        return self.punto(punto) and (tutte or punto.pk in (self.invito or ()))

    def carta(self, allegato: Allegato, punto: Punto) -> bool:
        """Whether the person reads one paper of an item."""
        aperta = self.tutto or not allegato.riservato or punto.pk in (self.invito or ())
        return aperta and self.carte(punto)


def lettura(contesto: Contesto, seduta: Seduta) -> Lettura:
    """What a person who may see a sitting reads of it. Three queries at most."""
    tutto = legge(contesto, seduta)
    in_bozza = seduta.stato in riserbo.IN_PREPARAZIONE
    ripresi = not in_bozza or contesto.ha(Ruolo.DIRIGENTE)
    return Lettura(
        seduta,
        tutto,
        ripresi or puo_presiedere(contesto, seduta.organo),
        None if tutto else riserbo.invito_di(contesto, seduta),
        prepara(contesto),
    )


def legge(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person reads what is reserved of a sitting: items, papers, votes. One query."""
    return riserbo.lette(contesto, ufficio=prepara(contesto)).filter(pk=seduta.pk).exists()


def legge_verbale(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person reads the minutes of a sitting with what is reserved. One query."""
    trovate = riserbo.verbalizzate(contesto, ufficio=prepara(contesto))
    return trovate.filter(pk=seduta.pk).exists()


def vede(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether a person who was convened sees the sitting still. One query."""
    righe = Seduta.objects.filter(riserbo.vedo(contesto), istituto=contesto.istituto)
    return righe.filter(pk=seduta.pk).exists()


def copri(contesto: Contesto, seduta: Seduta, punti: Punti) -> Punti:
    """The same items, covered where this person may not read them. Three queries at most."""
    letta = lettura(contesto, seduta)
    for punto in punti:
        _copri(letta, punto)
        for allegato in _caricati(punto):
            _copri_carta(letta, allegato, punto)
    return punti


def copri_allegato(contesto: Contesto, allegato: Allegato) -> None:
    """The same for one paper, whose item is loaded with its sitting."""
    _copri_carta(lettura(contesto, allegato.punto.seduta), allegato, allegato.punto)


def copri_carte(contesto: Contesto, punto: Punto, carte: Iterable[Allegato]) -> None:
    """The same for papers of one item, which is loaded with its sitting."""
    letta = lettura(contesto, punto.seduta)
    for carta in carte:
        _copri_carta(letta, carta, punto)


def esige_punto(contesto: Contesto, punto: Punto) -> None:
    """Raise 404 for an item, loaded with its sitting, whose words the person may not read."""
    if not lettura(contesto, punto.seduta).punto(punto):
        raise Http404


def esige_carta(contesto: Contesto, allegato: Allegato) -> None:
    """Raise 404 for a paper, loaded with its item and sitting, that the person may not read."""
    if not lettura(contesto, allegato.punto.seduta).carta(allegato, allegato.punto):
        raise Http404


def esige_aggiunto(contesto: Contesto, aggiunto: PuntoAggiunto) -> None:
    """Raise 404 for an item of an integration that has left, if it was reserved.

    From then on it is read as the item that it has become.
    """
    seduta, partito = aggiunto.avviso.seduta, aggiunto.avviso.inviato_il is not None
    if partito and (aggiunto.su_persone or seduta.riservata) and not legge(contesto, seduta):
        raise Http404


def _copri(letta: Lettura, punto: Punto) -> None:
    punto.coperto = not letta.punto(punto)
    if punto.coperto:
        punto.titolo = punto.titolo_pubblico or riserbo.RISERVATO
        punto.premesse, punto.testo_proposto = [], ""
        punto.discussione = punto.motivo_esito = ""


def _copri_carta(letta: Lettura, allegato: Allegato, punto: Punto) -> None:
    allegato.coperto = not letta.carta(allegato, punto)
    if allegato.coperto:
        allegato.titolo = riserbo.DOCUMENTO


def _caricati(punto: Punto) -> Iterable[Allegato]:
    """The papers that were read together with the item."""
    caricati = getattr(punto, "_prefetched_objects_cache", {})
    return punto.allegati.all() if "allegati" in caricati else ()
