"""What is reserved of a sitting, and who reads it when: the one rule of all pages and papers.

Reserved are the items on persons, those marked so, and all of a reserved sitting: their titles
and papers, what was said, voted and deliberated on them. They are read

- until the notice leaves, by who drafts it: the office, the direction, who presides the organ;
- from then to the approval of the minutes, by who sits: the convened who have a mandate today,
  who presides, who writes the minutes, the dirigente. Not by the office, not by who is invited;
- once the minutes are approved, also by who works for the organs and by who sits in the organ.

When the mandate is over there remain the minutes, and the deliberations, of the sittings at which
one was; not the papers, and nothing of the other sittings. Who was invited to speak has no mandate:
until the end he or she reads what is reserved, and the papers, only of the items of the invitation;
who is invited to the whole sitting reads of it what is not reserved; afterwards nothing.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import (
    Carica,
    Presenza,
    RegolaPresidente,
    StatoSeduta,
    StatoVerbale,
)
from organi_collegiali.models import (
    Convocato,
    InvitoAlPunto,
    Mandato,
    Movimento,
    Punto,
    Seduta,
)
from organi_collegiali.queries.cariche import in_carica

RISERVATO = "Punto riservato"
DOCUMENTO = "Documento riservato"
IN_PREPARAZIONE = (StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value)
TENUTE = (StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value, StatoSeduta.CHIUSA.value)
FINITE = (StatoSeduta.CHIUSA.value, StatoSeduta.DESERTA.value, StatoSeduta.REVOCATA.value)
APPROVATI = (
    StatoVerbale.APPROVATO.value,
    StatoVerbale.FIRMATO.value,
    StatoVerbale.PUBBLICATO.value,
)
DAL_DIRIGENTE = (RegolaPresidente.DIRIGENTE.value, RegolaPresidente.DELEGATO.value)


def riservato(punto: Punto, seduta: Seduta) -> bool:
    """Whether an item is only for who may read what is reserved of its sitting."""
    return punto.riservato or punto.su_persone or seduta.riservata


def lette(contesto: Contesto, *, ufficio: bool) -> QuerySet[Seduta]:
    """The sittings of which this person reads now also what is reserved. No query by itself."""
    righe = Seduta.objects.filter(istituto=contesto.istituto)
    if contesto.ha(Ruolo.DIRIGENTE):
        return righe
    presiedo, approvato = _presiedo(contesto), Q(verbale__stato__in=APPROVATI)
    alla_guida = Q(presiede=contesto.persona) | Q(verbalizza=contesto.persona)
    letta = Q(siedo(contesto)) & ~Q(stato__in=IN_PREPARAZIONE)
    letta |= Q(presiedo) & ~Q(stato__in=TENUTE)
    letta |= alla_guida & ~approvato
    letta |= approvato & Q(organo__in=_miei(contesto).values("organo"))
    if ufficio:
        letta |= Q(stato__in=IN_PREPARAZIONE) | approvato
    return righe.filter(letta)


def verbalizzate(contesto: Contesto, *, ufficio: bool) -> QuerySet[Seduta]:
    """Those of which this person reads the whole minutes: also who was there and has left."""
    lettura = Q(pk__in=lette(contesto, ufficio=ufficio).values("pk")) | Q(c_ero(contesto))
    alla_guida = Q(presiede=contesto.persona) | Q(verbalizza=contesto.persona)
    return Seduta.objects.filter(lettura | alla_guida, istituto=contesto.istituto)


def siedo(contesto: Contesto, seduta: str = "pk") -> Exists:
    """Whether the person is convened to the sitting with a mandate, and has one today."""
    adesso = _miei(contesto).filter(organo=OuterRef("seduta__organo"))
    non_finito = Q(mandato__al__isnull=True) | Q(mandato__al__gte=contesto.oggi)
    return Exists(_posti(contesto, seduta).filter(non_finito | Exists(adesso)))


def c_ero(contesto: Contesto, seduta: str = "pk") -> Exists:
    """Whether the person was at the sitting as one of its members."""
    entra = Movimento.objects.filter(convocato=OuterRef("pk"), entra=True)
    presente = Q(presenza=Presenza.PRESENTE.value) | Exists(entra)
    return Exists(_posti(contesto, seduta).filter(presente))


def vedo(contesto: Contesto, seduta: str = "pk") -> Q:
    """Whether a convened person still sees the sitting: as a member, or invited until its end."""
    invitato = Convocato.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, seduta=OuterRef(seduta),
        mandato__isnull=True,
    ).exclude(seduta__stato__in=FINITE)  # fmt: skip
    return Q(siedo(contesto, seduta)) | Q(c_ero(contesto, seduta)) | Q(Exists(invitato))


def invito_di(contesto: Contesto, seduta: Seduta) -> frozenset[int] | None:
    """The ids of the items to which who does not sit is invited, none for all, until its end.

    Two queries.
    """
    invito = Convocato.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, seduta=seduta, mandato__isnull=True
    ).first()
    if invito is None or seduta.stato in FINITE:
        return None
    righe = InvitoAlPunto.objects.filter(istituto=contesto.istituto, convocato=invito)
    return frozenset(righe.values_list("punto_id", flat=True))


def _posti(contesto: Contesto, seduta: str) -> QuerySet[Convocato]:
    return Convocato.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, seduta=OuterRef(seduta),
        mandato__isnull=False,
    )  # fmt: skip


def _miei(contesto: Contesto) -> QuerySet[Mandato]:
    return Mandato.objects.filter(
        in_carica(contesto.oggi), istituto=contesto.istituto, persona=contesto.persona
    )


def _presiedo(contesto: Contesto) -> Exists:
    """As ``puo_presiedere``, for who does not direct the institute."""
    vice = Q(carica=Carica.VICEPRESIDENTE) & ~Q(organo__regola_presidente__in=DAL_DIRIGENTE)
    righe = _miei(contesto).filter(organo=OuterRef("organo"), supplente_di__isnull=True)
    return Exists(righe.filter(Q(carica=Carica.PRESIDENTE) | vice))
