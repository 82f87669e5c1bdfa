"""A sitting in its room: convened as its notice left it, its items discussed and voted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.scuola.models import Persona
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    StatoSeduta,
)
from organi_collegiali.models import Convocato, Numeratore, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.numeri import SEDUTE, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services import aula
from organi_collegiali.services.invio.convocati import convoca
from organi_collegiali.services.numeri import prendi_numero
from organi_collegiali.services.voto.proclamazione import proclama
from organi_collegiali.services.voto.votazioni import apri_votazione, chiudi_votazione


@dataclass(frozen=True, slots=True)
class PuntoDemo:
    """An item; ``pubblico`` is what the others read of one on persons."""

    titolo: str
    natura: NaturaPunto
    testo: str = ""
    pubblico: str = ""


@dataclass(frozen=True, slots=True)
class DaTenere:
    """A sitting convened with a notice of some days before.

    ``gia`` says how many sittings and deliberations the organ had before this one.
    """

    quando: datetime
    luogo: str
    punti: tuple[PuntoDemo, ...]
    partita: datetime
    gia: Mapping[str, int] = field(default_factory=dict)


def convocata(organo: OrganoCollegiale, autore: Persona, dati: DaTenere) -> Seduta:
    """The sitting as its notice left it: numbered, with its agenda and its members."""
    giorno = timezone.localdate(dati.quando)
    for che_cosa, ultimo in dati.gia.items():
        conta_da(organo, che_cosa, ultimo, giorno)
    serie = serie_di(organo, SEDUTE, giorno, regole(organo, giorno))
    seduta = Seduta.objects.create(
        istituto_id=organo.istituto_id, organo=organo, serie=serie, stato=StatoSeduta.CONVOCATA,
        numero=prendi_numero(organo=organo, di_che_cosa=SEDUTE, serie=serie),
        inizio_previsto=dati.quando, luogo=dati.luogo, preparata_da=autore,
        modificata_il=dati.partita,
    )  # fmt: skip
    Punto.objects.bulk_create(
        Punto(
            istituto_id=organo.istituto_id, seduta=seduta, ordine=ordine, titolo=punto.titolo,
            natura=punto.natura, testo_proposto=punto.testo, su_persone=bool(punto.pubblico),
            titolo_pubblico=punto.pubblico,
        )
        for ordine, punto in enumerate(dati.punti, 1)
    )  # fmt: skip
    convoca(autore=compi(autore, dati.partita), adesso=dati.partita, seduta=seduta)
    return seduta


def conta_da(organo: OrganoCollegiale, che_cosa: str, ultimo: int, giorno: date) -> None:
    """The count of an organ goes on from here, unless it is further on."""
    riga, _ = Numeratore.objects.get_or_create(
        istituto_id=organo.istituto_id, organo=organo, di_che_cosa=che_cosa,
        serie=serie_di(organo, che_cosa, giorno, regole(organo, giorno)),
    )  # fmt: skip
    riga.ultimo = max(riga.ultimo, ultimo)
    riga.save(update_fields=["ultimo"])


def apre(
    seduta: Seduta, alle: datetime, *, presiede: Persona, verbalizza: Persona, dentro: Iterable[int]
) -> Seduta:
    """Who is in answers at the roll call (ids of the convened) and the sitting is opened."""
    autore = compi(verbalizza, alle)
    aula.segna_presenti(autore=autore, adesso=alle, seduta_id=seduta.pk, convocati=list(dentro))
    return aula.apri_seduta(
        autore=autore, adesso=alle, seduta_id=seduta.pk,
        presiede_id=presiede.pk, verbalizza_id=verbalizza.pk,
    )  # fmt: skip


def presenti(seduta: Seduta, *assenti: int) -> list[int]:
    """The ids of those convened but these."""
    righe = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return list(righe.exclude(pk__in=assenti).order_by("pk").values_list("pk", flat=True))


def discute(chi: Persona, punto: Punto, alle: datetime, testo: str = "") -> None:
    """The item is begun, and what is said is written down."""
    atto = {"autore": compi(chi, alle), "adesso": alle, "punto_id": punto.pk}
    aula.avvia_punto(**atto)
    if testo:
        aula.salva_discussione(**atto, testo=testo, versione=punto.versione)


def vota(
    chi: Persona,
    punto: Punto,
    alle: datetime,
    cifre: tuple[int, int, int],
    testo: str = "",
    *,
    discusso: str = "",
) -> None:
    """The item is begun, put to an open vote by show of hands and proclaimed."""
    discute(chi, punto, alle, discusso)
    testo = testo or punto.testo_proposto
    Punto.objects.filter(pk=punto.pk).update(testo_proposto=testo)
    atto: dict[str, object] = {"autore": compi(chi, alle), "adesso": alle}
    votazione = apri_votazione(
        **atto, punto_id=punto.pk, genere=GenereVotazione.PROPOSTA, forma=FormaVotazione.PALESE,
        modo=ModoVotazione.ALZATA, testo=testo,
    )  # fmt: skip
    chiudi_votazione(**atto, votazione_id=votazione.pk, cifre=Cifre(*cifre))
    proclama(**atto, votazione_id=votazione.pk)
